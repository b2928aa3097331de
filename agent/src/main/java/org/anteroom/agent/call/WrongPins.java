package org.anteroom.agent.call;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts wrong PINs of a person or a shared phone: the third in a row locks out for half an hour, however long the three took
 * within a day, and {@value #MANY} in a day are many even where right ones came between. Forgotten with the process, because
 * whoever can restart it needs no PIN. One thread.
 */
final class WrongPins {
    static final int MOST = 3;
    static final int MANY = 10;
    static final Duration LOCKED = Duration.ofMinutes(30);
    static final Duration KEPT = Duration.ofHours(24);

    /** @param day when they came, the newest last; those in a row and those before a right one */
    private record Count(int row, List<Instant> day) {
        private Instant last() {
            return day.get(day.size() - 1);
        }

        private boolean stands(Instant now) {
            return now.isBefore(last().plus(row >= MOST ? LOCKED : KEPT));
        }
    }

    private final Map<String, Count> counts = new HashMap<>();

    /** Whether nothing is let in now. */
    boolean locked(String who, Instant now) {
        return row(who, now) >= MOST;
    }

    /** One more; returns whether that locks out. */
    boolean add(String who, Instant now) {
        int row = row(who, now) + 1;
        Stream<Instant> before = counts.containsKey(who) ? counts.get(who).day().stream() : Stream.of();
        List<Instant> day = Stream.concat(before.filter(each -> fresh(each, now)), Stream.of(now))
                .toList();
        counts.put(who, new Count(row, day.subList(Math.max(0, day.size() - MANY), day.size())));
        counts.values().removeIf(count -> !fresh(count.last(), now));
        return locked(who, now);
    }

    /** Whether so many came in a day that somebody may be guessing with patience. */
    boolean many(String who, Instant now) {
        Count count = counts.get(who);
        return count != null
                && count.day().stream().filter(each -> fresh(each, now)).count() >= MANY;
    }

    /** A right one of this person came: the next wrong one is the first of a row again. */
    void forget(String who) {
        counts.computeIfPresent(who, (same, count) -> new Count(0, count.day()));
    }

    /** How many are remembered. */
    int size() {
        return counts.size();
    }

    private int row(String who, Instant now) {
        Count count = counts.get(who);
        return count == null || !count.stands(now) ? 0 : count.row();
    }

    private static boolean fresh(Instant wrong, Instant now) {
        return now.isBefore(wrong.plus(KEPT));
    }
}

package org.anteroom.agent.call;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts wrong PINs: the third in a row locks out for half an hour. Forgotten with the process, because whoever can restart it
 * needs no PIN. One thread.
 */
final class WrongPins {
    static final int MOST = 3;
    static final Duration LOCKED = Duration.ofMinutes(30);

    private record Count(int wrong, Instant last) {}

    private final Map<String, Count> counts = new HashMap<>();

    /** Whether nothing is let in now. */
    boolean locked(String who, Instant now) {
        return wrong(who, now) >= MOST;
    }

    /** One more; returns whether that locks out. */
    boolean add(String who, Instant now) {
        counts.put(who, new Count(wrong(who, now) + 1, now));
        return locked(who, now);
    }

    /** A right one came. */
    void forget(String who) {
        counts.remove(who);
    }

    private int wrong(String who, Instant now) {
        Count count = counts.get(who);
        return count == null || !now.isBefore(count.last().plus(LOCKED)) ? 0 : count.wrong();
    }
}

package org.anteroom.agent.call;

import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.anteroom.agent.practice.reception.NumberOnFile;

/**
 * Who waits to be called back, and when they are rung. Whoever can name a patient can ask for it, so nobody is rung more than a
 * few times a day, and few wait at a time. For one thread; times are {@link System#nanoTime}.
 */
final class ReturnQueue {
    /** The caller has hung up, and their own phone is free a moment later. */
    private static final long SOON_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long AGAIN_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long PUT_OFF_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** The caller was told that it rings within minutes: who is put off for longer hears from staff. */
    private static final long LATEST_NANOS = TimeUnit.MINUTES.toNanos(5);

    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final int MOST_WAITING = 8;
    private static final int MOST_RINGING = 2;
    private static final int TRIES = 2;
    private static final int A_DAY = 3;
    /** Families share a number. */
    private static final int NUMBER_A_DAY = 6;

    /**
     * Somebody who waits.
     *
     * @param tries how often it has rung
     * @param due when it may ring next
     */
    record Waiting(ReturnOrder order, NumberOnFile to, int tries, long asked, long due) {
        Returning returning() {
            return new Returning(order, to.patient());
        }

        private Waiting again(int rung, long when) {
            return new Waiting(order, to, rung, asked, when);
        }

        @Override
        public String toString() {
            return "Waiting[" + order.call() + "]";
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Waiting> ringing = new ArrayList<>();
    /** When each patient and each number was asked for within the last day. */
    private final Map<String, Deque<Long>> asked = new HashMap<>();

    /** Takes an order; false when there were too many, and staff see to it. */
    boolean ask(ReturnOrder order, NumberOnFile to, long nanos) {
        forget(nanos);
        boolean already = Stream.concat(waiting.stream(), ringing.stream())
                .anyMatch(other -> other.to().patient().equals(to.patient()));
        boolean full = waiting.size() + ringing.size() >= MOST_WAITING;
        if (already || full || count(patient(to)) >= A_DAY || count(number(to)) >= NUMBER_A_DAY) {
            return false;
        }
        note(patient(to), nanos);
        note(number(to), nanos);
        waiting.add(new Waiting(order, to, 0, nanos, nanos + SOON_NANOS));
        return true;
    }

    /**
     * Whoever is to be rung now; tell {@link #ended} when that is over. Who still waits when night falls is left to staff.
     *
     * @param here the time of day at the practice
     */
    Optional<Waiting> next(long nanos, LocalTime here) {
        if (!NumberOnFile.mayRingAt(here)) {
            waiting.clear();
        }
        if (ringing.size() >= MOST_RINGING) {
            return Optional.empty();
        }
        Optional<Waiting> due = waiting.stream()
                .filter(one -> nanos - one.due() >= 0)
                .filter(one -> ringing.stream().noneMatch(other -> same(one, other)))
                .findFirst();
        due.ifPresent(one -> {
            waiting.remove(one);
            ringing.add(one);
        });
        return due;
    }

    /** One line is rung by one call at a time. */
    private static boolean same(Waiting one, Waiting other) {
        return number(one.to()).equals(number(other.to()));
    }

    /** Its ring is over: it rings once more, or staff see to it. */
    void ended(Waiting rung, ReturnRing.Outcome outcome, long nanos) {
        ringing.remove(rung);
        switch (outcome) {
            case TAKEN, NO_ROOM -> {}
            case NOBODY, UNPRESSED -> {
                if (rung.tries() + 1 < TRIES) {
                    waiting.add(rung.again(rung.tries() + 1, nanos + AGAIN_NANOS));
                }
            }
            case GAVE_WAY -> {
                if (nanos - rung.asked() < LATEST_NANOS) {
                    waiting.add(rung.again(rung.tries(), nanos + PUT_OFF_NANOS));
                }
            }
        }
    }

    /** Whether nobody waits, and nothing rings. */
    boolean idle() {
        return waiting.isEmpty() && ringing.isEmpty();
    }

    private int count(String whom) {
        return asked.getOrDefault(whom, new ArrayDeque<>()).size();
    }

    private void note(String whom, long nanos) {
        asked.computeIfAbsent(whom, none -> new ArrayDeque<>()).add(nanos);
    }

    private void forget(long nanos) {
        for (Iterator<Deque<Long>> each = asked.values().iterator(); each.hasNext(); ) {
            Deque<Long> times = each.next();
            times.removeIf(time -> nanos - time > DAY_NANOS);
            if (times.isEmpty()) {
                each.remove();
            }
        }
    }

    private static String patient(NumberOnFile to) {
        return "patient " + to.patient();
    }

    private static String number(NumberOnFile to) {
        return "number " + to.number();
    }
}

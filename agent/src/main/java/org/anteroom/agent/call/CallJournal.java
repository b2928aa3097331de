package org.anteroom.agent.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What happened on one call, in memory, bounded: written to disk behind the call, so that nothing on the call ever waits
 * for it. Mailbox only.
 */
final class CallJournal {
    /** Entries of one call that may wait for the disk; a call that writes more has run wild. */
    private static final int BOUND = 4_000;

    /** What an entry is about. */
    enum Kind {
        /** The call itself: answered, held, ended. */
        CALL(false),
        /** A template was spoken: its name. */
        SAID(false),
        /** The caller's words. */
        HEARD(true),
        /** A key of the caller. */
        KEY(true),
        /** The detector's decision: grade, rule, category. */
        DECISION(false),
        /** Where in the call's sound the decisive word ends, in the moment in which it ended. */
        WORD(false),
        /** What led to a decision: the words, where they were heard, by which data, what they mean. */
        EVIDENCE(true),
        /** A step of an outbound leg. */
        LEG(false),
        /** The way to a human is over: how it ended. */
        LADDER(false),
        /** A request stored, or not. */
        REQUEST(false),
        /** A latency in ms. */
        LATENCY(false),
        /** Something went wrong on our side. */
        FAULT(false);

        private final boolean phi;

        Kind(boolean phi) {
            this.phi = phi;
        }

        /** Whether the detail must be sealed. */
        boolean phi() {
            return phi;
        }
    }

    /** @param atMs ms since the call began, of the moment itself, not of its writing */
    record Entry(int number, long atMs, Kind kind, String detail) {}

    private final long beganNanos;
    private final List<Entry> unwritten = new ArrayList<>();
    private int last;
    private long lost;

    CallJournal(long beganNanos) {
        this.beganNanos = beganNanos;
    }

    void note(long nanos, Kind kind, String detail) {
        if (unwritten.size() >= BOUND) {
            lost++;
            return;
        }
        unwritten.add(new Entry(++last, TimeUnit.NANOSECONDS.toMillis(nanos - beganNanos), kind, detail));
    }

    /** Hands over what has not been written yet. */
    List<Entry> take() {
        List<Entry> taken = List.copyOf(unwritten);
        unwritten.clear();
        return taken;
    }

    /** Puts back what could not be written, before what came since. */
    void giveBack(List<Entry> entries) {
        unwritten.addAll(0, entries);
        while (unwritten.size() > BOUND) {
            unwritten.remove(unwritten.size() - 1);
            lost++;
        }
    }

    boolean waiting() {
        return !unwritten.isEmpty();
    }

    /** Entries that found no room. */
    long lost() {
        return lost;
    }
}

package org.anteroom.agent.call;

import java.util.concurrent.TimeUnit;

/**
 * The caller's silence, by the wall clock, so that it also passes when no packets come.
 *
 * <pre>
 *   our sentence ends on the wire --- silence --- due
 *                                  \-- voice without words: due waits for it, at most {@value #GRACE_MS} ms
 *                                  \-- words: stopped until we speak again
 *   held: the clock stands; it starts anew on resume
 * </pre>
 *
 * Mailbox only.
 */
final class SilenceTimer {
    private static final long GRACE_MS = 2_500;
    private static final long UNFINISHED_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long NEVER = Long.MAX_VALUE;

    private long silenceNanos;
    private long since = NEVER;
    private boolean voice;
    private boolean words;
    private boolean armed;
    private long lastWords;

    /** The caller is to speak within so many ms of our last word. Runs from {@link #quiet} on. */
    void expect(int silenceMs) {
        silenceNanos = TimeUnit.MILLISECONDS.toNanos(silenceMs);
        armed = true;
        words = false;
        since = NEVER;
    }

    /** What was expected before still is. */
    void again() {
        armed = silenceNanos > 0;
        words = false;
        since = NEVER;
    }

    /** Nothing of ours is on the line since {@code nanos}. */
    void quiet(long nanos) {
        if (armed && since == NEVER) {
            since = nanos;
        }
    }

    /** We speak. */
    void speaking() {
        since = NEVER;
    }

    /** Voice activity of the caller began or ended: may be noise. */
    void voice(boolean on) {
        voice = on;
    }

    /** The caller says something: it is an answer, so no silence until the next {@link #expect}. */
    void words(long nanos) {
        words = true;
        lastWords = nanos;
    }

    /** What the caller said was no answer after all, or was our own echo. */
    void noWords(long nanos) {
        words = false;
        if (since != NEVER) {
            since = Math.max(since, nanos - silenceNanos / 2);
        }
    }

    /** The caller is on hold, or somebody else has the line. */
    void stop() {
        armed = false;
        since = NEVER;
    }

    /** The line is ours again, e.g. after hold: the silence starts anew. */
    void restart(long nanos) {
        again();
        quiet(nanos);
    }

    /** Whether the silence has lasted long enough; true once. */
    boolean due(long nanos) {
        // A turn that never finishes, because sound stopped coming, must not silence us for good.
        boolean talking = words && nanos - lastWords < UNFINISHED_NANOS;
        if (!armed || talking || since == NEVER) {
            return false;
        }
        long over = nanos - since - silenceNanos;
        if (over < 0 || (voice && over < TimeUnit.MILLISECONDS.toNanos(GRACE_MS))) {
            return false;
        }
        armed = false;
        since = NEVER;
        return true;
    }
}

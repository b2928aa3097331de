package org.anteroom.agent.call;

import java.util.concurrent.TimeUnit;

/**
 * The caller's silence, by the wall clock, so that it also passes when no packets come.
 *
 * <pre>
 *   our sentence ends on the wire --- silence --- due
 *                                  \-- voice without words: due waits for it, at most {@value #GRACE_MS} ms
 *                                  \-- words: stopped until we speak again
 *                  \-- a finished turn without words: due is put off, by {@value #MOST_DELAY_MS} ms altogether
 *   our sentence ends on the wire --- limit --- overdue, whatever is heard, unless a turn was finished
 *   held: the clock stands; it starts anew on resume
 * </pre>
 *
 * <p>Noise may look like speech, and music like words that never end: so the limit asks only whether a turn was finished.
 *
 * Mailbox only.
 */
final class SilenceTimer {
    private static final long GRACE_MS = 2_500;
    private static final long MOST_DELAY_MS = 8_000;
    private static final long UNFINISHED_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long NEVER = Long.MAX_VALUE;

    private long silenceNanos;
    private long since = NEVER;
    /** When our last word was over. */
    private long asked = NEVER;

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
        asked = NEVER;
    }

    /** What was expected before still is. */
    void again() {
        armed = silenceNanos > 0;
        words = false;
        since = NEVER;
        asked = NEVER;
    }

    /** Nothing of ours is on the line since {@code nanos}. */
    void quiet(long nanos) {
        if (armed && since == NEVER) {
            since = nanos;
            asked = nanos;
        }
    }

    /** We speak. */
    void speaking() {
        since = NEVER;
        asked = NEVER;
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
            long latest = asked + TimeUnit.MILLISECONDS.toNanos(MOST_DELAY_MS);
            since = Math.max(since, Math.min(nanos - silenceNanos / 2, latest));
        }
    }

    /** The caller is on hold, or somebody else has the line. */
    void stop() {
        armed = false;
        since = NEVER;
        asked = NEVER;
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
        stop();
        return true;
    }

    /** Whether so long after our last word no turn has been finished, although something is heard; true once. */
    boolean overdue(long nanos, long limitNanos) {
        if (!armed || asked == NEVER || nanos - asked < limitNanos) {
            return false;
        }
        stop();
        return true;
    }
}

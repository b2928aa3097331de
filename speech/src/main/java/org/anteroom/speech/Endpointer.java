package org.anteroom.speech;

/**
 * Where a turn begins and ends, by audio time alone.
 *
 * <pre>
 *   sound    ......#.###########..#######..........................
 *   feed     0000001111111111111111111111111111111111110000000000000
 *                ^-^ pre-roll: the 400 ms before are fed too, so that no word onset is lost
 *   turn           |opened     |heard                  |ended
 *                                         |<-hang-over->|
 *                                         speech end
 * </pre>
 *
 * A turn opens at the first sound that could be speech, so that whispers are fed; it is reported (heard) only after 160
 * ms of speech or 400 ms of any sound, or as soon as there are words. It ends when there was no speech for the
 * hang-over, which may change with every word of the turn. Steady noise that looks like speech can't hold it open for ever: it also ends when the recogniser's words
 * have stood still for the hang-over and a second, and after {@value #LONGEST_MS} ms at the first short pause.
 */
final class Endpointer {
    static final int PRE_ROLL_MS = 400;
    /** Longer than any pause between two words of a phrase. */
    static final int SHORT_PAUSE_MS = 300;

    /** The recogniser's words for a sound come up to this much later, or change. */
    private static final int STABLE_MS = 200;

    static final int LONGEST_MS = 30_000;
    private static final int LONGEST_HANG_OVER_MS = 160;
    private static final int CUT_MS = 40_000;
    private static final int STALLED_MS = 1_000;
    private static final int WORDLESS_MS = 8_000;
    private static final int HEARD_SPEECH_MS = 160;
    private static final int HEARD_SOUND_MS = 400;

    /** What a frame did to the turn. */
    enum Step {
        /** No turn: not fed. */
        QUIET,
        /** A turn begins with this frame (and the pre-roll before it). */
        OPENED,
        /** The turn goes on. */
        OPEN,
        /** The turn ends with this frame. */
        ENDED
    }

    private boolean open;
    private boolean words;
    private int turnMs;
    private int speechMs;
    private int soundMs;
    private int pauseMs;
    private int unchangedMs;

    /** Takes the next 20 ms. */
    Step step(Activity activity, int hangOverMs) {
        if (!open) {
            if (!activity.feed()) {
                return Step.QUIET;
            }
            open();
            count(activity);
            return Step.OPENED;
        }
        count(activity);
        if (over(hangOverMs)) {
            open = false;
            return Step.ENDED;
        }
        return Step.OPEN;
    }

    /** The recogniser's words of this turn changed. */
    void wordsChanged() {
        words = true;
        unchangedMs = 0;
    }

    /** The turn was ended from outside. */
    void abandon() {
        open = false;
    }

    /** Whether this turn has been speech long enough to be told. */
    boolean heard() {
        return words || speechMs >= HEARD_SPEECH_MS || soundMs >= HEARD_SOUND_MS;
    }

    /**
     * Whether a short pause is to be told: this frame made it one, or words came late.
     *
     * @param words the recogniser's words changed with this frame
     */
    boolean paused(boolean words) {
        return pauseMs == SHORT_PAUSE_MS || (words && pauseMs > SHORT_PAUSE_MS);
    }

    /** Whether the words have stood still long enough to be relied on. */
    boolean stable() {
        return unchangedMs >= STABLE_MS;
    }

    /** How long ago speech was last active, in ms. */
    int pauseMs() {
        return pauseMs;
    }

    private void open() {
        open = true;
        words = false;
        turnMs = 0;
        speechMs = 0;
        soundMs = 0;
        pauseMs = 0;
        unchangedMs = 0;
    }

    private void count(Activity activity) {
        turnMs += Frames.MS;
        unchangedMs += Frames.MS;
        if (activity.speech()) {
            speechMs += Frames.MS;
            pauseMs = 0;
        } else {
            pauseMs += Frames.MS;
        }
        if (activity.feed()) {
            soundMs += Frames.MS;
        }
    }

    private boolean over(int hangOverMs) {
        int pause = turnMs >= LONGEST_MS ? Math.min(hangOverMs, LONGEST_HANG_OVER_MS) : hangOverMs;
        return pauseMs >= pause || unchangedMs >= (words ? hangOverMs + STALLED_MS : WORDLESS_MS) || turnMs >= CUT_MS;
    }
}

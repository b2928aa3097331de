package org.anteroom.speech;

import java.util.List;

/**
 * What a call's ear reports, in the order it happened. All positions are ms of the call's audio, 0 = first sample fed.
 *
 * <p>A turn is one stretch of the caller's speech; it opens with {@link SpeechStarted} and closes with {@link Final},
 * and the next one has the next number. Silence between turns reports nothing.
 */
public sealed interface Heard {

    /** Number of the turn, counting from 0 at the beginning of the call. */
    int turn();

    /** How much of the call's audio had been fed when this was decided, in ms. */
    long audioMs();

    /** Voice activity began. Noise can cause it: only words tell that somebody spoke. */
    record SpeechStarted(int turn, long audioMs) implements Heard {}

    /**
     * The caller has paused for {@value Endpointer#SHORT_PAUSE_MS} ms within the turn, which may go on. Sent after what was recognised
     * so far, and again after words that come later in the same pause.
     */
    record Paused(int turn, long audioMs) implements Heard {}

    /** The pause became long enough to end the turn; {@link Final} follows as soon as it is decoded. */
    record SpeechEnded(int turn, long audioMs, int speechEndMs) implements Heard {}

    /**
     * Nothing the caller says is heard any more: the recogniser failed and no other could be had. Sent once; words follow
     * again when one is found, which is tried every second.
     */
    record Lost(int turn, long audioMs) implements Heard {}

    /** The open recogniser's words so far, sent when their text changed. Later words may replace earlier ones. */
    record Partial(int turn, long audioMs, List<Word> words) implements Heard {
        public Partial {
            words = List.copyOf(words);
        }
    }

    /**
     * The turn is over.
     *
     * @param words the open recogniser's words; empty when there was voice activity but nothing was recognised
     * @param others its other likely readings, the likeliest first
     * @param slot the grammar recogniser's words; empty without a grammar
     * @param slotOthers its other likely readings, the likeliest first
     * @param speechStartMs where voice activity began
     * @param speechEndMs where voice activity ended (not where the pause had lasted long enough)
     */
    record Final(
            int turn,
            long audioMs,
            List<Word> words,
            List<Alternative> others,
            List<Word> slot,
            List<Alternative> slotOthers,
            int speechStartMs,
            int speechEndMs)
            implements Heard {
        public Final {
            words = List.copyOf(words);
            others = List.copyOf(others);
            slot = List.copyOf(slot);
            slotOthers = List.copyOf(slotOthers);
        }
    }
}

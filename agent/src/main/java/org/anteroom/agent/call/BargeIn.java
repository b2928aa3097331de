package org.anteroom.agent.call;

import java.util.List;
import java.util.function.Predicate;
import org.anteroom.agent.words.HeardWord;

/**
 * Whether words heard while we speak are the caller's. Voice activity alone never counts: an echo has it too. The
 * recogniser's slips on our own echo make single strange words, so it takes two of them, and more strange than familiar
 * ones. Pure.
 */
final class BargeIn {
    private static final int ENOUGH_WORDS = 2;

    private BargeIn() {}

    /** Whether a partial shows that the caller speaks over us. */
    static boolean interrupts(List<HeardWord> words, Predicate<HeardWord> ours) {
        int strange = callers(words, ours).size();
        return strange >= ENOUGH_WORDS && strange * 2 > words.size();
    }

    /**
     * The caller's part of a finished utterance; empty when it was our echo.
     *
     * @param ours whether a word is what we were saying at that moment
     */
    static List<HeardWord> said(List<HeardWord> words, Predicate<HeardWord> ours) {
        List<HeardWord> callers = callers(words, ours);
        return callers.size() * 2 > words.size() ? callers : List.of();
    }

    private static List<HeardWord> callers(List<HeardWord> words, Predicate<HeardWord> ours) {
        return words.stream().filter(ours.negate()).toList();
    }
}

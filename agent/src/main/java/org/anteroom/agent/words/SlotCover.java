package org.anteroom.agent.words;

import java.util.List;

/**
 * Whether the slot recogniser, which knows only the usual answers to a question, accounts for all that was said. It then hears better
 * than the open one: of a few hundred phrases it takes the one that was said, where the other makes sentences of sounds.
 */
public final class SlotCover {
    /** What of the turn's words, by time, must be accounted for: fillers at its ends may be left out. */
    private static final double PART = 0.8;
    /** Confidence from which it is believed where the open recogniser never thought of it. */
    private static final double SURE = 0.85;
    /** The same of a single word: a grunt is soon taken for one. */
    private static final double SURE_OF_ONE = 0.95;
    /** The same of what is among the open recogniser's readings too. */
    private static final double AGREED = 0.5;

    private SlotCover() {}

    /**
     * Whether the slot's reading is the turn.
     *
     * @param open what the open recogniser heard
     * @param others its other readings
     * @param slot what the slot recogniser heard, without what it did not know
     */
    public static boolean whole(List<HeardWord> open, List<List<String>> others, List<HeardWord> slot) {
        if (open.isEmpty() || slot.isEmpty() || length(slot) < PART * length(open)) {
            return false;
        }
        double confidence =
                slot.stream().mapToDouble(HeardWord::confidence).average().orElse(0);
        List<String> words = slot.stream().map(HeardWord::text).toList();
        if (others.contains(words)) {
            return confidence >= AGREED;
        }
        return confidence >= (slot.size() == 1 ? SURE_OF_ONE : SURE);
    }

    private static long length(List<HeardWord> words) {
        return words.stream().mapToLong(word -> word.endMs() - word.startMs()).sum();
    }
}

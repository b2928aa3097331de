package org.anteroom.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives the words of a partial the times at which they were probably said: a word that stays keeps its time, new words
 * share the time since the last one. True to about 300 ms, where the recogniser's own timed partials come a second later.
 */
final class PartialTimes {
    /** The recogniser is this far behind the audio it was fed. */
    private static final int BEHIND_MS = 200;
    /** Nobody takes longer for a word; what lies before was a pause. */
    private static final int LONGEST_WORD_MS = 600;

    private List<Word> placed = List.of();

    void clear() {
        placed = List.of();
    }

    /** The words with times, given where speech began and how much of the call's audio has been fed, in ms. */
    List<Word> place(List<String> texts, int speechStartMs, int nowMs) {
        List<Word> words = new ArrayList<>(placed.subList(0, common(texts)));
        int fresh = texts.size() - words.size();
        if (fresh > 0) {
            int after = words.isEmpty()
                    ? speechStartMs
                    : words.get(words.size() - 1).endMs();
            int end = Math.max(after, nowMs - BEHIND_MS);
            int start = Math.max(after, end - fresh * LONGEST_WORD_MS);
            for (int i = 0; i < fresh; i++) {
                words.add(new Word(
                        texts.get(words.size()),
                        Word.NOT_RATED,
                        start + (end - start) * i / fresh,
                        start + (end - start) * (i + 1) / fresh));
            }
        }
        placed = List.copyOf(words);
        return placed;
    }

    private int common(List<String> texts) {
        int n = 0;
        while (n < placed.size() && n < texts.size() && placed.get(n).text().equals(texts.get(n))) {
            n++;
        }
        return n;
    }
}

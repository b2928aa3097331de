package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;

/**
 * What one turn of the caller sounds like so far. Partials of a turn replace each other; the complete one ends it.
 *
 * @param words oldest first
 * @param complete true for the final text of the turn
 * @param audioMs how much of the call's audio had been heard when this was decided, ms
 */
public record Utterance(List<HeardWord> words, boolean complete, long audioMs) {

    /** The pace given to words that come without times: 200 words a minute. */
    private static final int TYPED_WORD_MS = 300;

    public Utterance {
        words = List.copyOf(words);
    }

    /** A finished utterance from text, for evaluations and tests: words 300 ms long, back to back, from {@code startMs}. */
    public static Utterance typed(String text, int startMs) {
        List<HeardWord> words = new ArrayList<>();
        int at = startMs;
        for (String word : Normaliser.words(text)) {
            words.add(new HeardWord(word, 1.0, at, at + TYPED_WORD_MS));
            at += TYPED_WORD_MS;
        }
        return new Utterance(words, true, at);
    }

    /** The partial that was heard when only the first {@code count} words had been spoken. */
    public Utterance partial(int count) {
        List<HeardWord> heard = words.subList(0, count);
        long at = heard.isEmpty() ? audioMs : heard.get(count - 1).endMs();
        return new Utterance(heard, false, at);
    }

    /** The words with single spaces between them. */
    public String text() {
        return HeardWord.text(words);
    }
}

package org.anteroom.agent.emergency;

import java.util.List;
import org.anteroom.agent.words.HeardWord;

/**
 * A piece of what the caller says, to be judged by its meaning.
 *
 * @param words oldest first, not empty; PHI
 * @param whole true for a finished turn, false for the end of one that goes on
 * @param audioMs how much of the call's audio had been heard, ms
 * @param others what else was likely heard, of a finished turn only
 */
public record Clause(List<HeardWord> words, boolean whole, long audioMs, List<Reading> others) {
    public Clause {
        words = List.copyOf(words);
        others = List.copyOf(others);
    }

    /** Words that can be read in one way only. */
    public Clause(List<HeardWord> words, boolean whole, long audioMs) {
        this(words, whole, audioMs, List.of());
    }

    /** The words with single spaces between them. */
    public String text() {
        return HeardWord.text(words);
    }

    /** Whether what a rule found in this turn stands in it, be it with words of an earlier turn; a long turn is cut to its last words. */
    boolean holds(Decision found) {
        if (found.words().isEmpty()) {
            return true;
        }
        boolean cut = words.size() >= Clauses.MOST_WORDS;
        HeardWord needed = found.words().get(cut ? 0 : found.words().size() - 1);
        return needed.startMs() >= words.get(0).startMs();
    }

    /** Without the words, so that no log line can leak them. */
    @Override
    public String toString() {
        return "Clause of " + words.size() + (whole ? " words at " : " words, unfinished, at ") + audioMs + " ms";
    }
}

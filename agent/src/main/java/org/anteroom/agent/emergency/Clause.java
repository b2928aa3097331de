package org.anteroom.agent.emergency;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Normaliser;

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

    /**
     * Whether its meaning may speak against what a rule found: it holds all the words, or it is the whole turn and the recogniser has
     * taken those back that the rule found in it, so that only words of an earlier turn are left.
     */
    boolean speaksOf(Decision found) {
        int from = words.get(0).startMs();
        if (found.words().stream().allMatch(word -> word.startMs() >= from)) {
            return true;
        }
        Set<String> standing =
                Normaliser.heard(words).stream().map(HeardWord::text).collect(Collectors.toSet());
        List<HeardWord> needed =
                found.words().stream().filter(word -> word.startMs() >= from).toList();
        return words.size() < Clauses.MOST_WORDS && !needed.stream().allMatch(word -> standing.contains(word.text()));
    }

    /** Without the words, so that no log line can leak them. */
    @Override
    public String toString() {
        return "Clause of " + words.size() + (whole ? " words at " : " words, unfinished, at ") + audioMs + " ms";
    }
}

package org.anteroom.agent.emergency;

import java.util.List;
import org.anteroom.agent.words.HeardWord;

/**
 * Another likely reading of the sound in which a clause was heard.
 *
 * @param words oldest first, not empty; PHI
 * @param behind how much less likely it is than the clause, as a difference of log likelihoods, 0 or more
 */
public record Reading(List<HeardWord> words, double behind) {
    public Reading {
        words = List.copyOf(words);
    }

    /** Its likelihood, when that of the clause is 1. */
    double likelihood() {
        return Math.exp(-behind);
    }

    String text() {
        return HeardWord.text(words);
    }

    /** Without the words, so that no log line can leak them. */
    @Override
    public String toString() {
        return "Reading of " + words.size() + " words";
    }
}

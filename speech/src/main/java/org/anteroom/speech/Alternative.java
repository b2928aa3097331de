package org.anteroom.speech;

import java.util.List;

/**
 * Another likely reading of a turn's sound.
 *
 * @param words not empty, with times like those of the first reading
 * @param behind how much less likely it is than the first reading: the difference of their log likelihoods, 0 or more
 */
public record Alternative(List<Word> words, double behind) {
    public Alternative {
        words = List.copyOf(words);
    }
}

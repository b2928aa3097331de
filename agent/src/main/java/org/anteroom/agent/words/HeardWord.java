package org.anteroom.agent.words;

import static java.util.Objects.requireNonNull;

/**
 * One word as the recogniser heard it.
 *
 * @param text the word, in the recogniser's spelling
 * @param confidence 0..1; 1 where the recogniser gives none
 * @param startMs where it starts, ms of the call's audio, 0 = first frame heard
 * @param endMs where it ends, ms of the call's audio
 */
public record HeardWord(String text, double confidence, int startMs, int endMs) {

    public HeardWord {
        requireNonNull(text, "text");
    }
}

package org.anteroom.speech;

import static java.util.Objects.requireNonNull;

/**
 * One recognised word of a call.
 *
 * @param text lower case as the recogniser writes it, never empty
 * @param confidence 0 (guess) to 1 (sure); at 0.9 and above four of five right words and one of five wrong ones remain
 * @param startMs where the word begins, in ms of the call's audio (0 = first sample ever fed)
 * @param endMs where the word ends, in ms of the call's audio
 */
public record Word(String text, double confidence, int startMs, int endMs) {
    public Word {
        requireNonNull(text, "text");
    }
}

package org.anteroom.agent.words;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

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

    /** The words with single spaces between them. */
    public static String text(List<HeardWord> words) {
        return words.stream().map(HeardWord::text).collect(Collectors.joining(" "));
    }

    /** Without its text, so that no log line of what holds words can leak them. */
    @Override
    public String toString() {
        return text.length() + " letters at " + startMs + "-" + endMs + " ms";
    }
}

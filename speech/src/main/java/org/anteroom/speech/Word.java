package org.anteroom.speech;

import static java.util.Objects.requireNonNull;

/**
 * One recognised word of a call.
 *
 * @param text lower case as the recogniser writes it, never empty
 * @param confidence 0 (guess) to 1 (sure), or {@link #NOT_RATED} in partials and in other readings of a turn; of the first reading
 *     what part of all readings, by likelihood, hold the word there
 * @param startMs where the word begins, in ms of the call's audio (0 = first sample ever fed); in partials an estimate,
 *     true to about 300 ms
 * @param endMs where the word ends, likewise
 */
public record Word(String text, double confidence, int startMs, int endMs) {
    /** The confidence of every word of a partial: the recogniser rates words only at the end of a turn. */
    public static final double NOT_RATED = 0.5;

    public Word {
        requireNonNull(text, "text");
    }

    /** Without its text, so that no log line of what holds words can leak them. */
    @Override
    public String toString() {
        return text.length() + " letters at " + startMs + "-" + endMs + " ms";
    }
}

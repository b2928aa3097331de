package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a turn was taken to be for, and why.
 *
 * @param pattern what the reviewed patterns alone say
 * @param guesses every label with its score, the best first
 */
public record Understood(Intent intent, Manner manner, Intent pattern, List<Guess> guesses) {
    /** The label of what no practice can do. */
    public static final String OUT_OF_DOMAIN = Intent.NONE.label();

    /** All labels that are told apart. */
    public static final Set<String> LABELS =
            Stream.of(Intent.values()).map(Intent::label).collect(Collectors.toUnmodifiableSet());

    public Understood {
        guesses = List.copyOf(guesses);
    }

    /** How it was decided. */
    public enum Manner {
        /** Patterns and known sentences say the same. */
        BOTH,
        /** By known sentences, against the patterns or without one. */
        MEANING,
        /** By the patterns: known sentences alone would have said something else. */
        PATTERN,
        /** Something else was hardly likelier than a question for a clinician. */
        DOUBT,
        /** Like nothing we know enough to be taken for it. */
        FAINT,
        /** By a sound that is no word: "uh huh". */
        SOUND;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param score about 0 to 1 */
    public record Guess(String label, double score) {}

    /** What files of cases call it. */
    public String label() {
        return intent.label();
    }

    /** What the patterns alone say, as files of cases call it. */
    public String patternLabel() {
        return pattern.label();
    }
}

package org.anteroom.agent.emergency;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How much a clause means an emergency, and why.
 *
 * @param value about -1 to 1
 * @param nearest the known sentences that are most alike, the nearest first: the reason
 */
public record Score(double value, List<Near> nearest) {
    public Score {
        nearest = List.copyOf(nearest);
    }

    /**
     * A sentence of our own data.
     *
     * @param likeness 0 to 1
     */
    public record Near(String id, String text, String category, boolean emergency, double likeness) {}

    /** What it is about, in the words that the rules use: the category of the nearest emergency; {@code other} when none is near. */
    String category() {
        return nearest.stream()
                .filter(Near::emergency)
                .map(near -> spoken(near.category()))
                .findFirst()
                .orElse("other");
    }

    /** Labels of our data that say how a caller talks, not what a clinician should hear. */
    static String spoken(String label) {
        return switch (label) {
            case "indirect", "vague-distress", "corrected" -> "distress";
            case "vision" -> "eye";
            default -> label;
        };
    }

    /** For the journal: the value and the names of the nearest sentences, nothing that the caller said. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f near %s",
                value,
                nearest.stream().map(Near::id).collect(Collectors.joining(", ")));
    }
}

package org.anteroom.agent.emergency;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * One row of contexts.tsv: words around a hit that change what it means.
 *
 * @param name of the context, for explanations
 * @param effect what it does to the hit
 * @param bare it does nothing to a hit that begins with its subject ("no, he is choking" is no negation)
 * @param left what must stand directly before the hit, read backwards
 * @param right what must stand directly after it
 * @param cover a phrase that takes the hit's meaning when both overlap; then there is neither left nor right
 * @param categories the categories it works on; empty for all
 */
record ContextRule(
        String name,
        Effect effect,
        boolean bare,
        Optional<Phrase> left,
        Optional<Phrase> right,
        Optional<Phrase> cover,
        Set<String> categories) {

    /** What a context does. */
    enum Effect {
        /** The hit doesn't fire. */
        CANCEL,
        /** The hit doesn't fire unless it is recent. */
        PAST,
        /** The hit fires as a concern at most. */
        CONCERN,
        /** The hit waits for a pause, since what was long ago is said after it. */
        WAIT,
        /** The hit was not long ago: what tells it as past doesn't weaken it, and it waits for nothing. */
        RECENT,
        /** No other context may weaken the hit. */
        KEEP
    }

    private static final int NAME = 0;
    private static final int EFFECT = 1;
    private static final int CATEGORIES = 2;
    private static final int PATTERN = 3;

    /** Reads a row: context, effect, categories, pattern, note. */
    static ContextRule of(TsvFile.Row row, PhraseParser parser) {
        String pattern = row.column(PATTERN);
        boolean bare = Arrays.asList(pattern.split(" ")).contains("BARE");
        String[] sides = pattern.split("\\b(?:HIT|BARE)\\b", -1);
        if (sides.length > 2) {
            throw row.problem("the pattern holds more than one HIT");
        }
        try {
            Optional<Phrase> before =
                    sides.length == 2 ? side(sides[0], parser).map(Phrase::reversed) : Optional.empty();
            Optional<Phrase> after = sides.length == 2 ? side(sides[1], parser) : Optional.empty();
            Optional<Phrase> cover = sides.length == 1 ? side(pattern, parser) : Optional.empty();
            return new ContextRule(row.column(NAME), effect(row), bare, before, after, cover, categories(row));
        } catch (IllegalArgumentException e) {
            throw row.problem(e.getMessage() + " in the pattern '" + pattern + "'");
        }
    }

    boolean worksOn(String category) {
        return categories.isEmpty() || categories.contains(category);
    }

    private static Optional<Phrase> side(String text, PhraseParser parser) {
        return text.isBlank() ? Optional.empty() : Optional.of(parser.parse(text));
    }

    private static Effect effect(TsvFile.Row row) {
        return switch (row.column(EFFECT)) {
            case "cancel" -> Effect.CANCEL;
            case "past" -> Effect.PAST;
            case "concern" -> Effect.CONCERN;
            case "wait" -> Effect.WAIT;
            case "recent" -> Effect.RECENT;
            case "keep" -> Effect.KEEP;
            default -> throw row.problem("the effect must be cancel, past, concern, wait, recent or keep");
        };
    }

    private static Set<String> categories(TsvFile.Row row) {
        String list = row.column(CATEGORIES);
        return list.isEmpty() || list.equals("*") ? Set.of() : Set.of(list.split("[ ,]+"));
    }
}

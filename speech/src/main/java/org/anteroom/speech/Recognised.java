package org.anteroom.speech;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a recogniser makes of a turn.
 *
 * @param words the likeliest reading
 * @param others less likely ones, the likeliest first
 */
record Recognised(List<Word> words, List<Alternative> others) {
    static final Recognised NOTHING = new Recognised(List.of(), List.of());

    Recognised {
        words = List.copyOf(words);
        others = List.copyOf(others);
    }

    /** The same with the words of each reading changed. */
    Recognised each(UnaryOperator<List<Word>> change) {
        return new Recognised(
                change.apply(words),
                others.stream()
                        .map(other -> new Alternative(change.apply(other.words()), other.behind()))
                        .toList());
    }
}

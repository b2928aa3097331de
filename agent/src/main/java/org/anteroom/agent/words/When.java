package org.anteroom.agent.words;

import java.util.List;

/**
 * When somebody wants to come.
 *
 * @param readings what the words may mean, the likeliest first, at least one; each holds the times of which any will do
 * @param not the times that won't do, to be taken from every reading; may be empty
 */
public record When(List<List<WhenItem>> readings, List<WhenItem> not) {
    public When {
        readings = readings.stream().map(List::copyOf).toList();
        not = List.copyOf(not);
        if (readings.isEmpty() || readings.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a reading must hold at least one time");
        }
    }

    /** The likeliest reading. */
    public List<WhenItem> likeliest() {
        return readings.get(0);
    }
}

package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.Comparator;

/**
 * A stretch of time that a provider's own calendar has something in.
 *
 * @param to the first moment after it
 */
public record Busy(Instant from, Instant to) implements Comparable<Busy> {
    private static final Comparator<Busy> ORDER =
            Comparator.comparing(Busy::from).thenComparing(Busy::to);

    public Busy {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a busy time ends after it begins");
        }
    }

    public boolean overlaps(Busy other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    Cells cells() {
        return Cells.touched(from, to);
    }

    @Override
    public int compareTo(Busy other) {
        return ORDER.compare(this, other);
    }
}

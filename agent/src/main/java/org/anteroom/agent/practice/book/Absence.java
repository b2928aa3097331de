package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A provider sees nobody for a while, whatever their hours say. It is over by itself.
 *
 * @param provider id
 * @param to the first moment at which they are back
 */
public record Absence(String provider, Instant from, Instant to) {
    /** Whoever is away for longer is taken out of the configuration. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public Absence {
        requireNonNull(provider, "provider");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a provider who is out comes back later than they leave");
        }
    }

    Cells cells() {
        return Cells.touched(from, to);
    }

    List<Resource> resources() {
        return List.of(Resource.provider(provider));
    }

    boolean over(Instant now) {
        return !now.isBefore(to);
    }
}

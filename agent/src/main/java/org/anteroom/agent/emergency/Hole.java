package org.anteroom.agent.emergency;

import java.time.Instant;
import java.util.List;

/**
 * A time in which an emergency would ring no person.
 *
 * @param from the first moment
 * @param to the first moment after it, or the end of what was looked at
 * @param rotas names of those that should have somebody on call then
 */
public record Hole(Instant from, Instant to, List<String> rotas) {
    public Hole {
        rotas = List.copyOf(rotas);
    }

    /** Whether all of it lies in the other. */
    public boolean within(Hole other) {
        return !from.isBefore(other.from) && !to.isAfter(other.to);
    }
}

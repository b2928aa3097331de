package org.anteroom.agent.emergency;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OncallShift;

/**
 * Somebody is on call.
 *
 * @param who name of a person
 * @param from the first moment
 * @param to the first moment after it
 */
record Shift(String who, Instant from, Instant to) {

    static Shift of(OncallShift shift, ZoneId zone) {
        return of(shift.who(), shift.from(), shift.to(), zone);
    }

    static Shift of(OncallOverride override, ZoneId zone) {
        return of(override.who(), override.from(), override.to(), zone);
    }

    private static Shift of(String who, LocalDateTime from, LocalDateTime to, ZoneId zone) {
        return new Shift(who, Moments.of(from, zone), Moments.of(to, zone));
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    void edges(Instant after, Instant before, Set<Instant> edges) {
        for (Instant edge : new Instant[] {from, to}) {
            if (edge.isAfter(after) && edge.isBefore(before)) {
                edges.add(edge);
            }
        }
    }
}

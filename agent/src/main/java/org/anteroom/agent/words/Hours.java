package org.anteroom.agent.words;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;
import java.util.Optional;

/**
 * Hours of a day, by the wall clock where the practice is.
 *
 * @param from the first moment; empty for the day's beginning
 * @param to the moment after the last; empty for the day's end; the same as {@code from} for one moment
 */
public record Hours(Optional<LocalTime> from, Optional<LocalTime> to) {
    public Hours {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /** One moment, such as half past two. */
    static Hours at(LocalTime time) {
        return new Hours(Optional.of(time), Optional.of(time));
    }

    /** Whether one moment was said. */
    public boolean exact() {
        return from.isPresent() && from.equals(to);
    }
}

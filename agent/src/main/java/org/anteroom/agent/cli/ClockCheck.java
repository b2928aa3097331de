package org.anteroom.agent.cli;

import java.time.Instant;
import java.util.Optional;

/** Whether the clock can be right. One that was reset, as after a flat battery, can't tell who is on call nor whether the
 *  office is open.
 */
final class ClockCheck {

    /** This program is younger. */
    static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private ClockCheck() {}

    /** Why it is certainly wrong, and what to do; empty when it may be right. */
    static Optional<String> trouble(Instant now) {
        return now.isBefore(EARLIEST)
                ? Optional.of("The clock of this machine says " + now + ", which can't be: nobody knows who is on call"
                        + " then. Wait for its time service, or set it (timedatectl status, timedatectl set-time).")
                : Optional.empty();
    }
}

package org.anteroom.agent.cli;

import java.time.Instant;

/** Whether the clock can be right. One that was reset, as after a flat battery, can't tell who is on call nor whether the
 *  office is open: the PBX's fall-back takes calls until the time is known.
 */
final class ClockCheck {

    /** This program is younger. */
    static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private ClockCheck() {}

    /** @throws Failure when it is certainly wrong */
    static void plausible(Instant now) throws Failure {
        if (now.isBefore(EARLIEST)) {
            throw Failure.temporary(
                    "The clock of this machine says " + now + ", which can't be: nobody knows who is on call"
                            + " then. Wait for its time service, or set it (timedatectl status, timedatectl set-time); the"
                            + " service is started again until the time is right.");
        }
    }
}

package org.anteroom.agent.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alarm nobody has cleared, with what was done about it.
 *
 * @param taken who acknowledged it and when; empty while it escalates
 * @param sent where it went
 */
public record OpenAlarm(Alarm alarm, Optional<Taken> taken, List<Sent> sent) {
    public OpenAlarm {
        sent = List.copyOf(sent);
    }

    /**
     * Who has it in hand.
     *
     * @param actor as the audit trail names them
     */
    public record Taken(String actor, Instant when) {}

    /** One channel it was given to last. */
    public record Sent(String channel, Instant when, State state) {}

    /** How far a message came. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }
}

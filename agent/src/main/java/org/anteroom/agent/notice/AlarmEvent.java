package org.anteroom.agent.notice;

import java.time.Instant;

/**
 * A line of the alarm log. No PHI.
 *
 * @param alarm number of the alarm
 * @param actor who: {@code anteroom}, a channel's name, or a person as the audit trail names them
 * @param detail the alarm in one line
 */
public record AlarmEvent(Instant when, long alarm, What what, String actor, String detail) {
    /** What happened to it. */
    public enum What {
        RAISED,
        DELIVERED,
        GIVEN_UP,
        ACKNOWLEDGED,
        CLEARED
    }
}

package org.anteroom.agent.rehearsal.calls;

import java.util.Locale;

/** How a call came to its end. */
enum Ending {
    /** The agent said goodbye. */
    GOODBYE,
    /** The caller had nothing more to say. */
    HUNG_UP,
    /** Handed to a person. */
    TRANSFER,
    /** Taken by the emergency detector. */
    EMERGENCY,
    /** Nobody answered. */
    UNANSWERED,
    /** After more turns than any caller has. */
    TURN_LIMIT,
    /** There was no call. */
    NOT_HELD;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

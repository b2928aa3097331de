package org.anteroom.agent.rehearsal.calls;

import java.util.Locale;

/** What a call came to for who called. */
enum Outcome {
    /** What the goal asked is in the book. */
    IN_BOOK,
    /** What the goal asked is in the inbox. */
    IN_INBOX,
    /** The goal was a person, or an emergency, and a person has the call. */
    TRANSFERRED,
    /** The goal was something to be told, and it was. */
    TOLD,
    /** Staff have it instead: as a message, or with the caller on the line. */
    TO_STAFF,
    /** Something contradicts the goal. */
    WRONG,
    /** Neither a result nor a person. */
    NOTHING,
    /** The call could not be tried: a fault of the trial or of this machine, and no success. */
    NOT_HELD;

    boolean reached() {
        return this == IN_BOOK || this == IN_INBOX || this == TRANSFERRED || this == TOLD;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

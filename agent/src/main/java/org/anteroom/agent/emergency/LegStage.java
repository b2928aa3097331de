package org.anteroom.agent.emergency;

/** How far one on-call leg has come. */
enum LegStage {
    /** Called, not answered. */
    RINGING,
    /** Busy with a call of ours that has just ended: called once more in a moment. */
    AGAIN,
    /** Answered; hears "press 1" again and again, by a person or a voicemail. */
    ANNOUNCING,
    /** Has taken the call; hears category and number. */
    DISCLOSING,
    /** Talks to the caller. */
    BRIDGED,
    /** Came second; hears "already taken". */
    REFUSED,
    /** Has taken the call of a caller who hung up; hears the number. */
    TELLING,
    /** We gave up ringing it; its answer may still cross our cancel. */
    CANCELLED,
    /** A service that whoever has the call wants to add; called, not answered. */
    ADDING,
    /** The service talks with the caller and whoever has the call. */
    JOINED,
    /** A person and a service without the caller, who has hung up: they go on. */
    STAYING;

    /** The leg that has the call; while one passes it on, the next as well. */
    boolean hasCall() {
        return this == DISCLOSING || this == BRIDGED || this == TELLING;
    }

    /** A leg that may still take the call. */
    boolean hopeful() {
        return this == RINGING || this == AGAIN || this == ANNOUNCING;
    }

    /** A leg whose phone is not to be called a second time. */
    boolean occupied() {
        return hopeful() || this == BRIDGED || this == ADDING || this == JOINED;
    }
}

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
    /** A service that is wanted and is busy with a call of ours that has just ended: called once more in a moment. */
    ADDING_AGAIN,
    /** A service that we gave up is wanted again before our cancel is confirmed: its answer is welcome, its end rings anew. */
    REVIVED,
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

    /** Called for the call, or to be added to it; neither answered nor given up. */
    boolean rung() {
        return this == RINGING || this == ADDING;
    }

    /** A service that somebody wants to add and that has not answered. */
    boolean adding() {
        return this == ADDING || this == ADDING_AGAIN || this == REVIVED;
    }

    /** A leg whose phone is not to be called a second time. */
    boolean occupied() {
        return hopeful() || adding() || this == BRIDGED || this == JOINED || this == STAYING;
    }
}

package org.anteroom.agent.emergency;

/** What the ladder does with one leg. */
enum LegMove {
    NOTHING,
    /** A person hears the announcement, a service is bridged. */
    GREET,
    ANNOUNCE_AGAIN,
    /** The call is theirs, unless somebody was faster. */
    TAKE,
    BRIDGE,
    /** The bridged phone has gone: the caller stays, the ladder is climbed again. */
    PART,
    /** The number has been told: done. */
    TOLD,
    DROP,
    FORGET
}

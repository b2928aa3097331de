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
    /** Category and number again, over the bridge. */
    REMIND,
    /** The others are called; the caller stays with this one until one of them has the call. */
    SEEK,
    /** The caller goes back to the conversation. */
    RETURN,
    /** It was no emergency: kept, nothing else changes. */
    MARK,
    /** The bridged phone has gone: the caller stays, the ladder is climbed again. */
    PART,
    /** The number has been told: done. */
    TOLD,
    DROP,
    FORGET
}

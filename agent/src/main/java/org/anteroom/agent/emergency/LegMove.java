package org.anteroom.agent.emergency;

/** What the ladder does with one leg. */
enum LegMove {
    NOTHING,
    /** A person hears the announcement, a service is bridged. */
    GREET,
    /** It is called once more in a moment. */
    WAIT,
    RING_AGAIN,
    ANNOUNCE_AGAIN,
    /** The call is theirs, unless somebody was faster. */
    TAKE,
    BRIDGE,
    /** Category and number again, over the bridge. */
    REMIND,
    /** The others are called; the caller stays with this one until one of them has the call. */
    SEEK,
    /** The others are called beside a phone of which nothing is heard. */
    RELIEVE,
    /** It was there after all: nobody is to take its place. */
    WITHDRAW,
    /** The caller goes back to the conversation. */
    RETURN,
    /** It was no emergency: kept, nothing else changes. */
    MARK,
    /** A service is called as well. */
    ADD,
    /** The service talks with those two; with the caller alone where nobody else has them. */
    JOIN,
    /** No service this time: whoever asked is told. */
    MISS,
    /** The service has gone: the others talk on. */
    LEAVE,
    /** One of two who talked on without the caller has gone. */
    END,
    /** The bridged phone has gone: the caller stays, the ladder is climbed again. */
    PART,
    /** The number has been told: done. */
    TOLD,
    DROP,
    FORGET
}

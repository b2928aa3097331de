package org.anteroom.agent.emergency;

/** What can happen to one on-call leg. */
enum LegSignal {
    ANSWERED,
    /** The accept key. */
    ACCEPT,
    OTHER_KEY,
    /** Busy, and a call of ours to the same phone has ended only just now. */
    BUSY_WITH_OURS,
    /** In the bridge: category and number again. */
    REPEAT,
    /** In the bridge: the others are to be called. */
    PASS_ON,
    /** In the bridge: the conversation is to have the caller back. */
    GIVE_BACK,
    /** In the bridge: it was no emergency. */
    FALSE_ALARM,
    /** In the bridge: a service is to be added. */
    ADD,
    /** What we played has come to its end. */
    SPOKEN,
    /** It failed, or its far end has gone. */
    GONE,
    /** Nothing is heard of it; it may still be there. */
    UNHEARD,
    /** It was unheard, and is there again. */
    HEARD,
    /** The stage has lasted as long as it may. */
    LATE
}

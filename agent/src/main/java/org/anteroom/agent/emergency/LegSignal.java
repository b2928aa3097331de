package org.anteroom.agent.emergency;

/** What can happen to one on-call leg. */
enum LegSignal {
    ANSWERED,
    /** The accept key. */
    ACCEPT,
    OTHER_KEY,
    /** In the bridge: category and number again. */
    REPEAT,
    /** In the bridge: the others are to be called. */
    PASS_ON,
    /** In the bridge: the conversation is to have the caller back. */
    GIVE_BACK,
    /** In the bridge: it was no emergency. */
    FALSE_ALARM,
    /** What we played has come to its end. */
    SPOKEN,
    /** It failed, or its far end has gone. */
    GONE,
    /** The stage has lasted as long as it may. */
    LATE
}

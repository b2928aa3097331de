package org.anteroom.agent.emergency;

/** What can happen to one on-call leg. */
enum LegSignal {
    ANSWERED,
    /** The accept key. */
    ACCEPT,
    OTHER_KEY,
    /** What we played has come to its end. */
    SPOKEN,
    /** It failed, or its far end has gone. */
    GONE,
    /** The stage has lasted as long as it may. */
    LATE
}

package org.anteroom.agent.emergency;

/** What can happen to one on-call leg. */
enum LegSignal {
    ANSWERED,
    /** The accept key. */
    ACCEPT,
    OTHER_KEY,
    /** In the bridge, the star and nothing more for two seconds. */
    REPEAT,
    /** In the bridge, star and 2. */
    PASS_ON,
    /** In the bridge, star and 3. */
    GIVE_BACK,
    /** In the bridge, star and 7. */
    FALSE_ALARM,
    /** What we played has come to its end. */
    SPOKEN,
    /** It failed, or its far end has gone. */
    GONE,
    /** The stage has lasted as long as it may. */
    LATE
}

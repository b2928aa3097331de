package org.anteroom.agent.config;

/** What the caller of an emergency hears when nobody took it; the words stand in the catalogue. */
public enum FailedSentence {
    /** Nobody could be reached; hang up and call 911. */
    CALL_911,
    /** The same, and 988 for a crisis. */
    CALL_911_OR_988
}

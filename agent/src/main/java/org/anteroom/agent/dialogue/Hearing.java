package org.anteroom.agent.dialogue;

/** What sort of answer is expected: decides how long a pause ends the caller's turn. */
public enum Hearing {
    /** Anything. */
    OPEN,
    YES_NO,
    DIGITS,
    SPELLING,
    /** A message in the caller's own words, with long pauses. */
    MONOLOGUE
}

package org.anteroom.agent.emergency;

/** What a key means where the dialogue stands. */
public enum EntryMode {
    /** Keys choose: no number is being typed. */
    CHOICE,
    /** A number or date is being typed: digits belong to the entry. */
    DIGITS
}

package org.anteroom.agent.config;

/** What kind of time it is for a practice, by its hours, holidays and closures. */
public enum Period {
    /** In opening hours. */
    OPEN,
    /** Between two openings of one day. */
    LUNCH,
    /** Before the first or after the last opening of a working day. */
    NIGHT,
    /** A Saturday or Sunday outside its openings, or any other day that has none. */
    WEEKEND,
    /** A date on which the practice is closed all day by its configuration. */
    HOLIDAY,
    /** Closed for a while by command. */
    CLOSURE
}

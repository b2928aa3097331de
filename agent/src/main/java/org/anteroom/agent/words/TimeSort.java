package org.anteroom.agent.words;

/** What a word or phrase of {@code spoken-time.txt} is, and what its value counts. */
enum TimeSort {
    /** A month by name; 1 to 12. */
    MONTH,
    /** The place in a row, or the day of a month; 1 to 31. */
    ORDINAL,
    /** The speaker takes something back. */
    CORRECTION,
    /** Says nothing. */
    FILLER
}

package org.anteroom.agent.rehearsal;

/** What a {@link DemoPbx} does when it is asked to join two calls of an extension (REFER with Replaces). */
public enum ReferManner {
    /** Knows nothing of it and offers nothing. */
    NONE,
    /** Joins them at once. */
    JOINS,
    /** Accepts the question and then says that nobody was found. */
    REFUSES,
    /** Declines the question. */
    DECLINES,
    /** Accepts the question, and is silent from then on. */
    SILENT,
    /** Accepts the question and goes on when {@link DemoPbx#finishTransfer} says so. */
    WAITS,
    /** Accepts the question and ends its report without a result. */
    ENDS
}

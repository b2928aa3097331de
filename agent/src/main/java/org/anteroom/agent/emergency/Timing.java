package org.anteroom.agent.emergency;

/** When a rule that is found in what a caller says decides. */
public enum Timing {
    /** On first sight. */
    IMMEDIATE,
    /** After two more words, a pause of 300 ms or the end of the turn. */
    SETTLE,
    /** When the turn is over, unless its meaning is plainly another: words that harmless sentences hold as often as emergencies. */
    DOUBTFUL
}

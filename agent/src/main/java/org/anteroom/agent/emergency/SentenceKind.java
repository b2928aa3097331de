package org.anteroom.agent.emergency;

/** What a labelled sentence is there for when thresholds are weighed. */
enum SentenceKind {
    /** A human must come. */
    EMERGENCY,
    /** Worded like an emergency and none. */
    LOOKALIKE,
    /** Neither. */
    ORDINARY;

    static SentenceKind of(KnownSentence sentence) {
        if (sentence.emergency()) {
            return EMERGENCY;
        }
        return sentence.ordinary() ? ORDINARY : LOOKALIKE;
    }
}

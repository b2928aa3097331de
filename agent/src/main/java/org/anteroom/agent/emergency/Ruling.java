package org.anteroom.agent.emergency;

/** What the rules make of a sentence without its meaning. */
enum Ruling {
    NONE,
    /** Only {@linkplain Timing#DOUBTFUL doubtful} rules were found: the meaning may speak against them. */
    DOUBTFUL,
    FIRM;

    /** Whether rules decide a turn that means an emergency so much. */
    boolean decides(double score) {
        return this == FIRM || (this == DOUBTFUL && score > Detector.PLAINLY_HARMLESS);
    }
}

package org.anteroom.agent.emergency;

/** All that a detector remembers of one call: a value, to be handed to the next {@link Detector#step}. */
public final class DetectorState {

    static final DetectorState INITIAL = new DetectorState(Grade.NONE);

    private final Grade grade;

    DetectorState(Grade grade) {
        this.grade = grade;
    }

    /** The highest grade decided so far. */
    public Grade grade() {
        return grade;
    }

    /**
     * The state after a human has dealt with the call and given it back (a false alarm): what was heard before counts no
     * more, what comes may fire again.
     */
    public DetectorState rearmed(long atMs) {
        return INITIAL;
    }
}

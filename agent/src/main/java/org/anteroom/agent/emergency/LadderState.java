package org.anteroom.agent.emergency;

/** Where a ladder stands: a value, to be handed to the next {@link Ladder#step}. */
public final class LadderState {

    /** What the caller's way to a human looks like. */
    public enum Phase {
        /** Not started. */
        IDLE,
        /** Phones ring, or hear the announcement. */
        RINGING,
        /** One person has taken the call and hears category and number. */
        DISCLOSING,
        /** The caller talks to a human. */
        BRIDGED,
        /** Everybody failed: the line is open, the next round comes. */
        WAITING,
        /** Over. */
        FINISHED
    }

    static final LadderState INITIAL = new LadderState(Phase.IDLE);

    private final Phase phase;

    LadderState(Phase phase) {
        this.phase = phase;
    }

    public Phase phase() {
        return phase;
    }
}

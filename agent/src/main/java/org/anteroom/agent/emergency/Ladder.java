package org.anteroom.agent.emergency;

import java.util.List;

/** Climbs an on-call plan until a human has the caller. Immutable; pure: time comes in as milliseconds of one clock. */
public final class Ladder {

    public Ladder(Plan plan) {}

    /** The state before the alarm. */
    public LadderState initial() {
        return LadderState.INITIAL;
    }

    /**
     * What happens next.
     *
     * @param nowMs a clock that never goes back, ms
     */
    public LadderStep step(LadderState state, LadderEvent event, long nowMs) {
        return new LadderStep(state, List.of());
    }
}

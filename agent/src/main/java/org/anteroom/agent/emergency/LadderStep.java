package org.anteroom.agent.emergency;

import java.util.List;

/** One step of a ladder: where it stands now and what must be done, in this order. */
public record LadderStep(LadderState state, List<LadderAct> acts) {

    public LadderStep {
        acts = List.copyOf(acts);
    }
}

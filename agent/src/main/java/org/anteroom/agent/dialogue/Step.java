package org.anteroom.agent.dialogue;

import java.util.List;

/** What one input led to. */
public record Step(State state, List<Act> acts) {
    public Step {
        acts = List.copyOf(acts);
    }
}

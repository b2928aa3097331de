package org.anteroom.agent.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A caller's conversation: a pure step. Safe for any thread; a step takes well under a millisecond. */
public final class Conversation {
    public Conversation(DialogueSettings settings) {}

    /** The state before {@link Input.Began}. */
    public State start() {
        return new State(
                Stage.NEW, Optional.empty(), Form.EMPTY, Repairs.NONE, List.of(), Optional.empty(), Stage.OPEN, 0);
    }

    /**
     * What an input leads to. Never throws for any order of inputs; an input that doesn't fit the state changes nothing.
     *
     * @param now wall-clock time of the input, for opening hours
     */
    public Step step(State state, Input input, Instant now) {
        return new Step(state, List.of());
    }
}

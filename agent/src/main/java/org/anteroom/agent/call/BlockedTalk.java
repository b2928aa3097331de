package org.anteroom.agent.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Hearing;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Listen;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.State;
import org.anteroom.agent.dialogue.Step;
import org.anteroom.agent.dialogue.TemplateId;

/**
 * What a blocked caller is told, in the place of a conversation: what to do when a life is in danger, that an emergency may
 * be said now, goodbye. Whether it is one is the detector's to say, as ever. {@link #step} is called by {@link Talk}, one at a
 * time.
 */
final class BlockedTalk implements Talk.Mind {
    private static final int SILENCE_MS = 6_000;
    /** Whoever spoke over the first sentence may not have heard it. */
    private static final int ANSWERS = 2;

    private final String practice;
    private final AtomicInteger answers = new AtomicInteger();

    /** @param practice its name as it is spoken */
    BlockedTalk(String practice) {
        this.practice = practice;
    }

    /** The conversation's own state is nobody's here, and stays. */
    @Override
    public Step step(State unchanged, Input input, Instant now) {
        return new Step(unchanged, acts(input));
    }

    private List<Act> acts(Input input) {
        if (input instanceof Input.Began) {
            return List.of(say(TemplateId.GREETING_EMERGENCY), say(TemplateId.EMERGENCY_ONLY), listen());
        }
        if (input instanceof Input.Said) {
            return answers.incrementAndGet() < ANSWERS ? List.of(say(TemplateId.EMERGENCY_ONLY), listen()) : goodbye();
        }
        boolean over = input instanceof Input.Silent || input instanceof Input.Keyed || input instanceof Input.Resumed;
        return over ? goodbye() : List.of();
    }

    private List<Act> goodbye() {
        return List.of(new Act.Say(TemplateId.GOODBYE, Map.of(Slot.PRACTICE, practice)), new Act.End());
    }

    private static Act say(TemplateId id) {
        return new Act.Say(id, Map.of());
    }

    private static Act listen() {
        return new Listen(Hearing.OPEN, List.of(), true, false, SILENCE_MS);
    }
}

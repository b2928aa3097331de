package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.reception.Claim;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.api.Test;

/** Staff hear names and medicines as they were said: the clip of a request covers every answer that is one. */
class HeardByStaffTest {
    private static final Instant OPEN = Instant.parse("2026-11-23T15:00:00Z");
    private static final int APART_MS = 10_000;

    private final Conversation conversation = new Conversation(new DialogueSettings(false));
    private State state = conversation
            .step(
                    conversation.start(),
                    new Input.Began(new CallFacts(
                            Example.office(), Example.services(), Optional.of("6145550192"), true, false, true)),
                    OPEN)
            .state();
    private int turn;

    @Test
    void theMedicineAndThePatientsNameAreInTheClip() {
        say("i need a refill for my mother");
        assertThat(state.stage()).isEqualTo(Stage.REFILL);
        say("lisinopril");
        say("walgreens on main street");
        assertThat(state.stage()).isEqualTo(Stage.NAME);
        say("carla moss");
        assertThat(state.stage()).isEqualTo(Stage.PATIENT_NAME);
        say("rosa moss");
        long named = turn;
        say("march third nineteen forty");
        List<Act> acts = say("yes");

        Request.TakeMessage message = acts.stream()
                .filter(Act.Commit.class::isInstance)
                .map(act -> (Request.TakeMessage) ((Act.Commit) act).request())
                .findFirst()
                .orElseThrow();
        assertThat(message.aboutClip()).contains(new Clip(APART_MS, named * APART_MS + 500));
        assertThat(message.claim().map(Claim::names)).contains(List.of("rosa moss"));
        assertThat(message.claim().flatMap(Claim::proxy)).contains("carla moss");
    }

    private List<Act> say(String words) {
        turn++;
        long from = (long) turn * APART_MS;
        Step step = conversation.step(
                state, new Input.Said(Normaliser.words(words), List.of(), new Clip(from, from + 500)), OPEN);
        state = step.state();
        return step.acts();
    }
}

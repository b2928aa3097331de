package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.api.Test;

/** A wish that the recogniser's first reading makes nothing of. */
class OtherReadingsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final Conversation conversation = new Conversation(new DialogueSettings(false));
    private final State open = conversation
            .step(
                    conversation.start(),
                    new Input.Began(new CallFacts(
                            Example.office(), Example.services(), Optional.of("6145550192"), true, false, true)),
                    NOW)
            .state();

    @Test
    void isTheLikeliestOfTheOthersThatIsOne() {
        Step step = heard("i wear your office", "high where your office", "where's your office", "what are your hours");
        assertThat(step.acts()).noneMatch(Act.NotUnderstood.class::isInstance);
        assertThat(step.state().stage()).isEqualTo(Stage.FURTHER);
    }

    @Test
    void isNotLookedForWhereTheFirstOneIsAWish() {
        Step step = heard("i need a refill", "what are your hours");
        assertThat(step.state().stage()).isEqualTo(Stage.REFILL);
    }

    @Test
    void isNotFoundInAGrunt() {
        Step step = heard("a hum", "hours");
        assertThat(step.acts()).anyMatch(Act.NotUnderstood.class::isInstance);
    }

    private Step heard(String first, String... others) {
        List<List<String>> readings = List.of(others).stream()
                .map(Normaliser::words)
                .map(List::copyOf)
                .toList();
        Input.Said said = new Input.Said(Normaliser.words(first), List.of(), new Clip(0, 500)).orElse(readings);
        return conversation.step(open, said, NOW);
    }
}

package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.api.Test;

class WordingsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final Catalogue catalogue = Catalogue.of(PracticeType.MEDICAL);
    private final Conversation conversation = new Conversation(new DialogueSettings(false));
    private final Wordings wordings = new Wordings(catalogue);
    private State state = conversation.start();

    @Test
    void wordsWhatIsSaidSeveralTimesInTurnAndBeginsAgain() {
        Act.Say further = Act.Say.of(TemplateId.ANYTHING_ELSE);

        List<String> said =
                List.of(wordings.text(further), wordings.text(further), wordings.text(further), wordings.text(further));

        assertThat(said.subList(0, 3)).isEqualTo(catalogue.texts(TemplateId.ANYTHING_ELSE, further.slots()));
        assertThat(said.get(3)).isEqualTo(said.get(0));
    }

    @Test
    void countsEachSentenceByItself() {
        wordings.text(Act.Say.of(TemplateId.THANKS));

        assertThat(wordings.text(Act.Say.of(TemplateId.ASK_NAME))).isEqualTo("What is your first and last name?");
    }

    @Test
    void asksASecondTimeInOtherWordsAndSaysThemAgainOnRequest() {
        step(new Input.Began(new CallFacts(Example.office(), Optional.empty(), false, false, true)));
        step(said("i want to leave a message"));
        List<String> unheard = step(new Input.Silent());
        List<String> again = step(said("say that again"));
        List<String> onceMore = step(said("what was that"));

        assertThat(unheard).endsWith("May I have your first and last name?");
        assertThat(again).containsExactly("May I have your first and last name?");
        assertThat(onceMore).isEqualTo(again);
        assertThat(step(new Input.Silent())).endsWith("What is your first and last name?");
    }

    private List<String> step(Input input) {
        Step step = conversation.step(state, input, NOW);
        state = step.state();
        return step.acts().stream()
                .filter(Act.Say.class::isInstance)
                .map(act -> wordings.text((Act.Say) act))
                .toList();
    }

    private static Input said(String text) {
        return new Input.Said(Normaliser.words(text), List.of(), new Clip(0, 1));
    }
}

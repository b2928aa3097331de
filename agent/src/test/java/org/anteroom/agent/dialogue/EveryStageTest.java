package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller can do wherever something is asked that needs no errand; a new stage is among them by itself. */
class EveryStageTest {
    /** A Monday, ten in the morning. */
    private static final Instant OPEN = Instant.parse("2026-11-23T15:00:00Z");

    private static final CallFacts FACTS =
            new CallFacts(Example.office(), Optional.of("6145550132"), false, false, true);

    private final Conversation conversation = new Conversation(new DialogueSettings(false));

    static Stream<Stage> asking() {
        return Arrays.stream(Stage.values()).filter(stage -> stage.asking() && !stage.ofErrand());
    }

    @ParameterizedTest
    @MethodSource("asking")
    void hasWordsForAskingAskingAgainAndHelp(Stage stage) {
        Question question = Question.at(stage, Form.EMPTY, true);

        for (List<Act.Say> says : List.of(question.ask(), question.again(), question.help())) {
            assertThat(says).isNotEmpty();
            for (Catalogue catalogue : Catalogue.all()) {
                says.forEach(say -> assertThat(catalogue.texts(say.id(), say.slots()))
                        .isNotEmpty()
                        .noneMatch(String::isBlank));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("asking")
    void tellsWhatCanBeSaid(Stage stage) {
        Step step = conversation.step(at(stage), said("what can i say"), OPEN);

        assertThat(says(step)).containsAll(Question.at(stage, Form.EMPTY, true).help());
        assertThat(step.state().stage()).isEqualTo(stage);
    }

    @ParameterizedTest
    @MethodSource("asking")
    void saysTheLastSentencesAgainInTheSameWords(Stage stage) {
        State before = at(stage);

        Step step = conversation.step(before, said("say that again"), OPEN);

        assertThat(says(step))
                .containsExactlyElementsOf(
                        before.said().stream().map(Act.Say::repeated).toList());
        assertThat(step.state().stage()).isEqualTo(stage);
        assertThat(step.state().said()).isEqualTo(before.said());
    }

    @ParameterizedTest
    @MethodSource("asking")
    void bringsAPerson(Stage stage) {
        Step step = conversation.step(at(stage), said("a person please"), OPEN);

        assertThat(step.acts())
                .anyMatch(act -> act instanceof Act.Transfer transfer && transfer.to() == Destination.DESK);
    }

    @ParameterizedTest
    @MethodSource("asking")
    void leavesTheCallToWhoTookItForAnEmergencyAndGoesOnAfterwards(Stage stage) {
        Step taken = conversation.step(at(stage), new Input.Overridden(), OPEN);
        Step resumed = conversation.step(taken.state(), new Input.Resumed(), OPEN);

        assertThat(taken.state().stage()).isEqualTo(Stage.SUSPENDED);
        assertThat(taken.acts()).isEmpty();
        assertThat(says(resumed)).isNotEmpty();
        assertThat(resumed.state().stage().asking()).isTrue();
    }

    /** The detector doesn't know what is asked: what takes the call in one stage takes it in all. */
    @Test
    void anEmergencyWordIsTaken() {
        Detector detector = new Detector(RuleBook.of(EnumSet.allOf(PracticeType.class)), Keys.DEFAULT);

        assertThat(List.of("emergency", "this is an emergency", "i can't breathe"))
                .allSatisfy(words ->
                        assertThat(detector.explain(Utterance.typed(words, 0))).isNotEmpty());
    }

    /** A call that has begun, at the stage; whatever else a state holds is as it was after the greeting. */
    private State at(Stage stage) {
        State begun = conversation
                .step(conversation.start(), new Input.Began(FACTS), OPEN)
                .state();
        try {
            RecordComponent[] components = State.class.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getName().equals("stage")
                        ? stage
                        : components[i].getAccessor().invoke(begun);
            }
            Constructor<State> made = State.class.getDeclaredConstructor(types);
            return made.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Act.Say> says(Step step) {
        return step.acts().stream()
                .filter(Act.Say.class::isInstance)
                .map(Act.Say.class::cast)
                .toList();
    }

    private static Input said(String text) {
        return new Input.Said(Normaliser.words(text), List.of(), new Clip(0, 1));
    }
}

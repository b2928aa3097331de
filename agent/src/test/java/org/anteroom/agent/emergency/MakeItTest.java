package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Make it" is said of who is dying and of who can't come. */
class MakeItTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "he won't make it",
                "my dog bella won't make it please",
                "they will not make it",
                "he might not make it",
                "she may not make it",
                "i'm not sure he will make it",
                "i'm not sure she'll make it",
                "i don't think my mother will make it",
                "i don't know if he's going to make it",
                "she is not going to make it",
                "she's not gonna make it",
                "he isn't going to make it",
                "i'm afraid he's not going to make it",
                "she didn't make it",
                "i can't make it through the night",
                "i can't make it much longer",
                "i can't make it out of bed",
                "tell my kids i love them if i don't make it",
                "in case i don't make it"
            })
    void whoIsDyingMayNotMakeIt(String text) {
        assertThat(Heard.decision(text))
                .hasValueSatisfying(decision -> assertThat(decision.grade()).isEqualTo(Grade.ALARM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i can't make it",
                "i cannot make it",
                "i won't make it",
                "we won't make it",
                "sorry we can't make it",
                "i couldn't make it",
                "he can't make it",
                "she can't make it anymore",
                "my son can't make it",
                "i can't make it then",
                "i can't make it after all",
                "i can't make it because of work",
                "if i can't make it what do i do",
                "what happens if i don't make it"
            })
    void whoCannotComeCannotMakeIt(String text) {
        // In mental health what the whole turn means has a say as well.
        for (PracticeType type : EnumSet.complementOf(EnumSet.of(PracticeType.MENTAL_HEALTH))) {
            Detector detector = new Detector(RuleBook.of(EnumSet.of(type)), Keys.DEFAULT);
            for (String said : List.of(text, "no " + text)) {
                Evidence turn = Evidence.Words.of(Utterance.typed(said, 0));
                assertThat(detector.step(detector.initial(), turn).decision())
                        .as(said)
                        .isEmpty();
            }
        }
    }
}

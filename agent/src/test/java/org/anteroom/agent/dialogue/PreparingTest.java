package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what do i need to bring as a new patient",
                "should i bring anything",
                "do i need to bring my insurance card",
                "is there anything i should bring",
                "how do i prepare for my physical",
                "what should i bring for my visit on wednesday"
            })
    void hearsAQuestionAboutPreparation(String said) {
        assertThat(asked(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can i bring both my kids in for shots the same day",
                "should i bring him in",
                "i need to bring my cat in for a checkup",
                "should i stop taking my medicine and what do i need to bring",
                "when can i come"
            })
    void leavesBookingsAndWhatIsForAClinicianAlone(String said) {
        assertThat(asked(said)).isFalse();
    }

    private static boolean asked(String said) {
        var words = Normaliser.words(said);
        return Preparing.asked(words, Intents.REVIEWED.of(words));
    }
}

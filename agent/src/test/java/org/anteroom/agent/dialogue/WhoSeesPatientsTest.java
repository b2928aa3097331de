package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhoSeesPatientsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "which doctors work there",
                "who are your dentists",
                "what doctors do you have",
                "who all works there",
                "what are the names of your doctors",
                "who is the dentist there",
                "who's your vet",
                "which therapists do you have on staff",
                "can you tell me who your doctors are",
                "how many doctors do you have",
                "does doctor lee still work there",
                "who do you have working there"
            })
    void whoWorksThereIsAsked(String said) {
        assertThat(asked(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which doctor will i see",
                "who is my doctor",
                "who's the doctor on call",
                "which doctor has an opening tomorrow",
                "do you have any doctors taking new patients",
                "is doctor lee there",
                "which doctors take my insurance",
                "i need to see one of your doctors"
            })
    void whomACallerWillSeeIsAnotherQuestion(String said) {
        assertThat(asked(said)).isFalse();
    }

    private static boolean asked(String said) {
        return WhoSeesPatients.asked(Normaliser.words(said), Intents.REVIEWED.of(Normaliser.words(said)));
    }
}

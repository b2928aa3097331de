package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of patients and animals that are told before they are asked for. */
class TheirNamesTest {
    private static final Services ANIMALS =
            TextPractice.example(PracticeType.VETERINARY).services();

    @ParameterizedTest
    @CsvSource({
        "a cleaning for my wife helen parker, helen parker",
        "this is john parker calling for my wife helen parker she needs a cleaning, helen parker",
        "i need to cancel for my son his name is lucas parker, lucas parker",
        "it's about my mother dolores haze, dolores haze",
        "my name is dana parker and it's for my son named lucas parker, lucas parker",
        "i need to cancel for my son his name's lucas parker, lucas parker",
    })
    void thePatientIsNamedWithTheWish(String said, String name) {
        assertThat(PatientName.of(said(said))).first().isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my daughter needs a checkup",
                "an appointment for my son on tuesday",
                "my husband takes metoprolol",
                "my name is helen parker",
                "i need an appointment for my son my name is dana parker",
                "it's for my son i'm dana parker",
                "a checkup for my daughter and this is dana parker",
                "my mother needs a refill it's dana parker calling",
                "my son chipped a tooth"
            })
    void noOtherPatientIsNamed(String said) {
        assertThat(PatientName.of(said(said))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "an appointment for my dog bella, bella",
        "our cat's name is whiskers, whiskers",
        "my dog's called bella, bella",
        "it's my dog bella's pills, bella",
        "my little puppy named rufus needs shots, rufus",
    })
    void theAnimalIsNamedWithTheWish(String said, String name) {
        assertThat(AnimalName.told(Normaliser.words(said), ANIMALS)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my dog threw up",
                "my cat is not eating",
                "my dog needs a checkup",
                "my cat hasn't been there before",
                "i need to schedule my dog's annual exam",
                "something is wrong with my cat's paw",
                "my dog's tail was caught in the door",
                "it's about our puppy's shots",
                "the dog groomer"
            })
    void noAnimalIsNamed(String said) {
        assertThat(AnimalName.told(Normaliser.words(said), ANIMALS)).isEqualTo(Optional.empty());
    }

    private static Input.Said said(String words) {
        return new Input.Said(Normaliser.words(words), List.of(), new Clip(0, 1));
    }
}

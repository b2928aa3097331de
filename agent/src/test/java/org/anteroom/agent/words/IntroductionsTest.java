package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntroductionsTest {
    @ParameterizedTest
    @CsvSource({
        "this is helen parker i need to cancel my visit, i need to cancel my visit",
        "my name's tim o'dell and i'd like an appointment, and i'd like an appointment",
        "nina shah born may fifth nineteen eighty i need my thyroid refilled, nina shah i need my thyroid refilled",
        "it's ines pena calling for a refill on my inhaler, for a refill on my inhaler"
    })
    void leavesOutWhoACallerIs(String said, String left) {
        assertThat(Introductions.left(Normaliser.words(said))).isEqualTo(Normaliser.words(left));
    }

    @ParameterizedTest
    @CsvSource({
        "my name is helen parker",
        "hi this is helen parker",
        "my name is helen parker and my date of birth is june third nineteen eighty",
        "how do i know if it's broken",
        "i'm a physician calling about someone we both see",
        "when were you born"
    })
    void leavesOutNothingWhereThatIsAllOrNothingOfTheKind(String said) {
        assertThat(Introductions.left(Normaliser.words(said))).isEqualTo(Normaliser.words(said));
    }
}

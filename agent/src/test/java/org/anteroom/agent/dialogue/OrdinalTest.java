package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinalTest {
    @ParameterizedTest
    @CsvSource({
        "the second one, 1",
        "it's the second one i mean, 1",
        "um the last one you said, 2",
        "i think the first please, 0",
        "not the first one the second, 1",
        "the middle one, 1",
        "second, 1",
        "the last of those, 2",
    })
    void isThePlaceAmongWhatWasReadOut(String said, int place) {
        assertThat(Ordinal.in(Normaliser.words(said), 3)).hasValue(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"just the first slot you have", "the first one you have open", "the first that's available"})
    void isOneOfTheFreeTimes(String said) {
        assertThat(Ordinal.ofATime(Normaliser.words(said))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i'll have the first one", "the second of those please", "the last option"})
    void isOneOfAnythingElse(String said) {
        assertThat(Ordinal.ofATime(Normaliser.words(said))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the first one doesn't work",
                "i can't do the second one",
                "the last one is too late",
                "neither the first nor the second",
                "anything but the first one",
            })
    void whatIsRefusedIsNotMeant(String said) {
        assertThat(Ordinal.in(Normaliser.words(said), 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do you have anything on the second",
                "december first",
                "friday the third",
                "the second of december",
                "the first week of january",
                "not the first one",
                "the fourth one",
                "the first or the second one",
                "after the first",
            })
    void aDayIsNone(String said) {
        assertThat(Ordinal.in(Normaliser.words(said), 3)).isEmpty();
    }
}

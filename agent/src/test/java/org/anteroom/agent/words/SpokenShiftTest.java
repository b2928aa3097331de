package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenShiftTest {
    private static final LocalDateTime AT = LocalDateTime.parse("2026-12-10T14:00");

    @ParameterizedTest
    @CsvSource({
        "push my cleaning back an hour, 2026-12-10T15:00",
        "can i come half an hour later, 2026-12-10T14:30",
        "move it up a day, 2026-12-09T14:00",
        "could we move my visit up by two hours please, 2026-12-10T12:00",
        "a couple of days earlier, 2026-12-08T14:00",
        "i'd like it a week sooner, 2026-12-03T14:00",
        "push it out two weeks, 2026-12-24T14:00",
        "can you bring it forward a day, 2026-12-09T14:00",
        "postpone my cleaning by a month, 2027-01-10T14:00",
        "delay it three days, 2026-12-13T14:00",
        "move it back by a week, 2026-12-17T14:00",
        "earlier by an hour, 2026-12-10T13:00",
        "the day after, 2026-12-11T14:00",
        "could i come in a week later for my cleaning, 2026-12-17T14:00",
        "the week before that, 2026-12-03T14:00",
    })
    void isCountedFromWhatIsMoved(String said, LocalDateTime moved) {
        assertThat(SpokenShift.find(Normaliser.words(said), false)
                        .orElseThrow()
                        .shift()
                        .from(AT))
                .isEqualTo(moved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can i come back in a week",
                "i'm back a week from friday",
                "an hour after lunch",
                "a week before thanksgiving",
                "in two weeks",
                "within the next few days",
                "a month from now",
                "it has been a year",
                "i'm running half an hour late",
                "two weeks ago",
                "move it to later that day",
                "back a week",
            })
    void whatIsCountedFromElsewhereIsNone(String said) {
        assertThat(SpokenShift.find(Normaliser.words(said), false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"back a week, 2026-12-17T14:00", "up an hour, 2026-12-10T13:00", "a day or two later, 2026-12-11T14:00"
    })
    void needsNoVerbWhereSomethingIsBeingMoved(String said, LocalDateTime moved) {
        assertThat(SpokenShift.find(Normaliser.words(said), true)
                        .orElseThrow()
                        .shift()
                        .from(AT))
                .isEqualTo(moved);
    }
}

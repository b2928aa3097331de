package org.anteroom.agent.rehearsal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class HeardTimesTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void readsOffersFromLeftToRight() {
        HeardTimes heard = HeardTimes.of(
                "I have Tuesday, December 1, at 10 a.m., Wednesday the second at 2:30 PM, or tomorrow at nine.", TODAY);

        assertThat(heard.times())
                .containsExactly(
                        LocalDateTime.of(2026, 12, 1, 10, 0),
                        LocalDateTime.of(2026, 12, 2, 14, 30),
                        LocalDateTime.of(2026, 11, 24, 9, 0));
    }

    @Test
    void readsWordsAsWellAsDigits() {
        assertThat(HeardTimes.of("friday november twenty seventh at ten thirty", TODAY)
                        .times())
                .containsExactly(LocalDateTime.of(2026, 11, 27, 10, 30));
        assertThat(HeardTimes.of("on the eighth of december at noon or at one o'clock", TODAY)
                        .times())
                .containsExactly(LocalDateTime.of(2026, 12, 8, 12, 0), LocalDateTime.of(2026, 12, 8, 13, 0));
    }

    @Test
    void tellsADateOfBirthFromADay() {
        HeardTimes heard = HeardTimes.of("You were born March 14, 1982. Is that right?", TODAY);

        assertThat(heard.births()).containsExactly(LocalDate.of(1982, 3, 14));
        assertThat(heard.times()).isEmpty();
        assertThat(HeardTimes.of("march fourteenth nineteen eighty two", TODAY).births())
                .containsExactly(LocalDate.of(1982, 3, 14));
    }

    @Test
    void anythingElseIsNoTime() {
        HeardTimes heard = HeardTimes.of("Which one would you like, the first or the second?", TODAY);

        assertThat(heard.times()).isEmpty();
    }
}

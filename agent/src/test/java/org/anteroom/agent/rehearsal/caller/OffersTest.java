package org.anteroom.agent.rehearsal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OffersTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(8);
    private static final String SAID =
            "I have Tuesday, December 1, at eight with Doctor Ortiz, at nine with Doctor Ortiz,"
                    + " and at one with Doctor Lee. Which one would you like?";
    private static final List<LocalDateTime> OFFERED =
            HeardTimes.of(SAID, MONDAY).times();

    @Test
    void theEarliestThatSuitsIsTheBest() {
        When late = new When(Set.of(TUESDAY), 9 * 60, 24 * 60, "on tuesday after nine");

        assertThat(OFFERED).hasSize(3);
        assertThat(Offers.best(OFFERED, When.ANY, SAID, MONDAY, "")).contains(TUESDAY.atTime(8, 0));
        assertThat(Offers.best(OFFERED, late, SAID, MONDAY, "")).contains(TUESDAY.atTime(9, 0));
    }

    @Test
    void anotherProvidersTimeSuitsNobodyWhoWantsTheirOwn() {
        assertThat(Offers.best(OFFERED, When.ANY, SAID, MONDAY, "doctor lee")).contains(TUESDAY.atTime(13, 0));
        assertThat(Offers.best(OFFERED, When.ANY, SAID, MONDAY, "doctor reed")).isEmpty();
        assertThat(Offers.best(OFFERED.subList(0, 1), When.ANY, "How about Tuesday at eight?", MONDAY, "doctor lee"))
                .isPresent();
    }
}

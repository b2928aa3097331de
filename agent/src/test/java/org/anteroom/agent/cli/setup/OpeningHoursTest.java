package org.anteroom.agent.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 8-17 | mon-fri 08:00-17:00",
                "mon-thu 8-12 13-17, fri 8-12 | mon-thu 08:00-12:00 13:00-17:00, fri 08:00-12:00",
                "Monday - Friday 8am - 5pm | mon-fri 08:00-17:00",
                "mon 8:30-12; tue 7-12 | mon 08:30-12:00, tue 07:00-12:00",
                "sat-sun 0-24 | sat-sun 00:00-24:00",
                "fri-mon 12am-12pm | mon 00:00-12:00, fri-sun 00:00-12:00",
                "closed | ''"
            })
    void readsWhatPeopleType(String typed, String meant) {
        assertThat(OpeningHours.typed(OpeningHours.parse(typed))).isEqualTo(meant);
        assertThat(OpeningHours.problem(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 8-5 | write 17 or 5pm",
                "mon-fri 25-26 | not understood",
                "mon 13pm-15pm | not understood",
                "mon-fri | not understood",
                "weekdays 8-17 | not understood",
                "mon 8-12 12-17 | out of order, or that touch",
                "mon-fri 8-17, tue 9-10 | names tue twice"
            })
    void saysWhatItDoesNotUnderstand(String typed, String said) {
        assertThat(OpeningHours.problem(typed))
                .hasValueSatisfying(problem -> assertThat(problem).contains(said));
    }
}

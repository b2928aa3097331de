package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"})
    void knowsWhenEasterIs(LocalDate easter) {
        assertThat(Holidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2027-01-01",
        "2, 2027-01-18",
        "3, 2027-02-15",
        "4, 2027-05-31",
        "5, 2027-06-19",
        "6, 2027-07-04",
        "7, 2027-09-06",
        "8, 2027-10-11",
        "9, 2027-11-11",
        "10, 2026-11-26",
        "11, 2026-12-25"
    })
    void knowsTheNextFederalHolidays(int number, LocalDate date) {
        assertThat(Holidays.next(number, LocalDate.of(2026, 11, 23))).isEqualTo(Span.day(date));
    }
}

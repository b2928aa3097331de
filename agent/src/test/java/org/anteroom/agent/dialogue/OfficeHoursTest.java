package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:59, false, today at eight, today after eight",
        "2026-11-23T08:00, true, today at one, today",
        "2026-11-23T12:00, false, today at one, today after one",
        "2026-11-23T17:00, false, tomorrow at eight, tomorrow after eight",
        "2026-11-25T18:00, false, on Friday at eight, on Friday after eight",
        "2026-11-27T13:00, false, on Monday at eight, on Monday after eight"
    })
    void knowsWhenItOpensNext(String at, boolean open, String opens, String willRead) {
        OfficeHours hours = at(at);
        assertThat(hours.openNow()).isEqualTo(open);
        assertThat(hours.opens()).contains(opens);
        assertThat(hours.willRead()).contains(willRead);
    }

    @Test
    void keepsWallClockTimeOverTheChangeOfClocks() {
        Hours hours = Example.office().hours();
        // Clocks went back on November 1st, 2026: eight in the morning is 12:00 UTC before and 13:00 UTC after.
        assertThat(new OfficeHours(hours, Instant.parse("2026-10-30T12:00:00Z")).openNow())
                .isTrue();
        assertThat(new OfficeHours(hours, Instant.parse("2026-11-02T12:59:00Z")).openNow())
                .isFalse();
        assertThat(new OfficeHours(hours, Instant.parse("2026-11-02T13:00:00Z")).openNow())
                .isTrue();
    }

    @Test
    void neverOpensWhereNothingIsKnown() {
        OfficeHours hours =
                new OfficeHours(OfficeFacts.nameOnly("Maple", Example.ZONE).hours(), Instant.EPOCH);
        assertThat(hours.everOpen()).isFalse();
        assertThat(hours.opens()).isEmpty();
        assertThat(hours.willRead()).isEmpty();
    }

    @Test
    void saysTimesAndDaysAsPeopleDo() {
        assertThat(InWords.clock(8 * 60)).isEqualTo("eight");
        assertThat(InWords.clock(12 * 60)).isEqualTo("noon");
        assertThat(InWords.clock(24 * 60)).isEqualTo("midnight");
        assertThat(InWords.clock(13 * 60 + 5)).isEqualTo("one oh five");
        assertThat(InWords.clock(12 * 60 + 45)).isEqualTo("twelve forty five");
        assertThat(InWords.openings(List.of(new TimeRange(7 * 60, 19 * 60))))
                .isEqualTo("seven in the morning to seven in the evening");
        assertThat(InWords.date(LocalDate.of(2026, 12, 31))).isEqualTo("December thirty first");
        assertThat(InWords.date(LocalDate.of(2026, 12, 30))).isEqualTo("December thirtieth");
        assertThat(InWords.date(LocalDate.of(2026, 12, 20))).isEqualTo("December twentieth");
    }

    private static OfficeHours at(String local) {
        return new OfficeHours(
                Example.office().hours(),
                LocalDateTime.parse(local).atZone(Example.ZONE).toInstant());
    }
}

package org.anteroom.agent.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.WeekHours;
import org.junit.jupiter.api.Test;

class OfficeFactsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final List<TimeRange> DAY = List.of(new TimeRange(540, 1020));

    private final OfficeFacts facts = new OfficeFacts(new PracticeConfig(
            "Elm Vet",
            Optional.of("Elm Veterinary"),
            PracticeType.VETERINARY,
            ZONE,
            Optional.of("5 Elm Road"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(LocalDate.of(2026, 7, 3)),
            new WeekHours(DAY, DAY, DAY, DAY, List.of(new TimeRange(540, 720)), List.of(), List.of())));

    @Test
    void takesDaysWithTheSameHoursTogether() {
        assertThat(facts.week())
                .containsExactly(
                        new OfficeFacts.Days(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, DAY),
                        new OfficeFacts.Days(DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, List.of(new TimeRange(540, 720))),
                        new OfficeFacts.Days(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, List.of()));
    }

    @Test
    void saysUntilWhenItIsOpen() {
        OfficeFacts.Today today = facts.at(at("2026-07-01T10:00:00"));

        assertThat(today.open()).isTrue();
        assertThat(today.closesAt().orElseThrow().toLocalDateTime()).isEqualTo("2026-07-01T17:00");
        assertThat(today.closedDate()).isFalse();
    }

    @Test
    void saysThatTodayIsAClosedDateAndWhenItOpensAgain() {
        OfficeFacts.Today today = facts.at(at("2026-07-03T10:00:00"));

        assertThat(today.open()).isFalse();
        assertThat(today.closedDate()).isTrue();
        assertThat(today.opensAt().orElseThrow().toLocalDateTime()).isEqualTo("2026-07-06T09:00");
    }

    @Test
    void speaksTheNameAsItShouldBeSpoken() {
        assertThat(facts.name()).isEqualTo("Elm Veterinary");
        assertThat(facts.address()).contains("5 Elm Road");
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(ZONE).toInstant();
    }
}

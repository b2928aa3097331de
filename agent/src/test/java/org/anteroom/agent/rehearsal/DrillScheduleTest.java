package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrillScheduleTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final DrillSchedule SUNDAYS = new DrillSchedule(DayOfWeek.SUNDAY, LocalTime.of(13, 0), CHICAGO);

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void theNextIsStrictlyLaterAndTheLastIsNot() {
        Instant sunday = at("2026-03-01T19:00:00Z");
        assertThat(SUNDAYS.next(sunday.minusSeconds(1))).isEqualTo(sunday);
        assertThat(SUNDAYS.next(sunday)).isEqualTo(at("2026-03-08T18:00:00Z"));
        assertThat(SUNDAYS.last(sunday)).isEqualTo(sunday);
        assertThat(SUNDAYS.last(sunday.minusSeconds(1))).isEqualTo(at("2026-02-22T19:00:00Z"));
    }

    @Test
    void itKeepsTheWallClockWhenClocksAreChanged() {
        assertThat(SUNDAYS.next(at("2026-03-07T00:00:00Z")))
                .as("put forward on that morning")
                .isEqualTo(at("2026-03-08T18:00:00Z"));
        assertThat(SUNDAYS.next(at("2026-10-31T00:00:00Z")))
                .as("put back on that morning")
                .isEqualTo(at("2026-11-01T19:00:00Z"));
    }

    @Test
    void aTimeThatIsLeftOutIsLaterAndOneThatComesTwiceIsTheFirst() {
        DrillSchedule night = new DrillSchedule(DayOfWeek.SUNDAY, LocalTime.of(2, 30), CHICAGO);
        assertThat(night.next(at("2026-03-07T00:00:00Z"))).isEqualTo(at("2026-03-08T08:30:00Z"));
        DrillSchedule twice = new DrillSchedule(DayOfWeek.SUNDAY, LocalTime.of(1, 30), CHICAGO);
        Instant first = at("2026-11-01T06:30:00Z");
        assertThat(twice.next(at("2026-10-31T00:00:00Z"))).isEqualTo(first);
        assertThat(twice.due(first.plusSeconds(3_600), Optional.of(first.plusSeconds(60)), Optional.empty()))
                .as("the second time of that night")
                .isFalse();
    }

    @Test
    void aDrillIsDueOnceAndForSomeHours() {
        Instant time = at("2026-03-01T19:00:00Z");
        Optional<Instant> before = Optional.of(time.minusSeconds(7 * 86_400));
        assertThat(SUNDAYS.due(time.minusSeconds(1), before, Optional.empty())).isFalse();
        assertThat(SUNDAYS.due(time, before, Optional.empty())).isTrue();
        assertThat(SUNDAYS.due(time, Optional.empty(), Optional.empty())).isTrue();
        assertThat(SUNDAYS.due(time.plusSeconds(120), Optional.of(time.plusSeconds(60)), Optional.empty()))
                .isFalse();
        assertThat(SUNDAYS.due(time.plusSeconds(7 * 3_600), before, Optional.empty()))
                .as("a service that was off must not ring phones in the night")
                .isFalse();
    }

    @Test
    void oneThatCameToNothingIsTriedAgainAnHourLater() {
        Instant time = at("2026-03-01T19:00:00Z");
        Optional<Instant> tried = Optional.of(time.plusSeconds(10));
        assertThat(SUNDAYS.due(time.plusSeconds(120), Optional.empty(), tried)).isFalse();
        assertThat(SUNDAYS.due(time.plusSeconds(3_610), Optional.empty(), tried))
                .isTrue();
    }
}

package org.anteroom.agent.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.anteroom.agent.config.Period;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.WeekHours;
import org.junit.jupiter.api.Test;

class HoursTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<TimeRange> WORKDAY = List.of(new TimeRange(480, 720), new TimeRange(780, 1020));
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

    private final Hours hours = new Hours(
            new WeekHours(WORKDAY, WORKDAY, WORKDAY, WORKDAY, List.of(new TimeRange(480, 720)), List.of(), List.of()),
            Set.of(CHRISTMAS),
            NEW_YORK);

    @Test
    void isOpenFromTheFirstMinuteToBeforeTheLast() {
        assertThat(hours.openAt(at("2026-03-02T07:59:59"))).isFalse();
        assertThat(hours.openAt(at("2026-03-02T08:00:00"))).isTrue();
        assertThat(hours.openAt(at("2026-03-02T11:59:59"))).isTrue();
        assertThat(hours.openAt(at("2026-03-02T12:00:00"))).isFalse();
        assertThat(hours.openAt(at("2026-03-02T13:00:00"))).isTrue();
    }

    @Test
    void goesByTheWallClockOfThePracticeInWinterAndSummer() {
        assertThat(hours.openAt(Instant.parse("2026-01-05T12:30:00Z"))).isFalse();
        assertThat(hours.openAt(Instant.parse("2026-07-06T12:30:00Z"))).isTrue();
    }

    @Test
    void opensNextAfterLunchAfterTheWeekendAndAfterAClosedDate() {
        assertThat(opening("2026-03-02T12:30:00")).isEqualTo("2026-03-02T13:00");
        assertThat(opening("2026-03-06T12:30:00")).isEqualTo("2026-03-09T08:00");
        assertThat(opening("2026-12-24T18:00:00")).isEqualTo("2026-12-28T08:00");
        assertThat(hours.openAt(at("2026-12-25T09:00:00"))).isFalse();
    }

    @Test
    void closesAtTheEndOfTheRangeItIsIn() {
        assertThat(hours.closingAfter(at("2026-03-02T09:00:00")).map(ZonedDateTime::toLocalDateTime))
                .contains(LocalDateTime.parse("2026-03-02T12:00"));
        assertThat(hours.closingAfter(at("2026-03-02T12:30:00"))).isEmpty();
    }

    @Test
    void takesHoursThatRunThroughMidnightForOneOpening() {
        Hours night = week(
                List.of(new TimeRange(1080, 1440)),
                List.of(new TimeRange(0, 360), new TimeRange(1080, 1440)),
                List.of());

        assertThat(night.openAt(at("2026-03-03T00:00:00"))).isTrue();
        assertThat(night.closingAfter(at("2026-03-02T20:00:00")).map(ZonedDateTime::toLocalDateTime))
                .contains(LocalDateTime.parse("2026-03-03T06:00"));
        assertThat(night.nextOpening(at("2026-03-02T20:00:00")).map(ZonedDateTime::toLocalDateTime))
                .contains(LocalDateTime.parse("2026-03-03T18:00"));
    }

    @Test
    void opensWhenTheClockJumpsOverTheOpeningTime() {
        Hours sunday = week(List.of(), List.of(), List.of(new TimeRange(150, 300)));

        Instant before = at("2026-03-08T01:00:00");
        ZonedDateTime opening = sunday.nextOpening(before).orElseThrow();

        assertThat(opening.toInstant()).isEqualTo(Instant.parse("2026-03-08T07:00:00Z"));
        assertThat(sunday.openAt(opening.toInstant())).isTrue();
        assertThat(sunday.openAt(opening.toInstant().minusSeconds(1))).isFalse();
    }

    @Test
    void isOpenInBothHoursWhenOneComesTwice() {
        Hours sunday = week(List.of(), List.of(), List.of(new TimeRange(60, 120)));

        assertThat(sunday.openAt(Instant.parse("2026-11-01T05:30:00Z"))).isTrue();
        assertThat(sunday.openAt(Instant.parse("2026-11-01T06:30:00Z"))).isTrue();
        assertThat(sunday.openAt(Instant.parse("2026-11-01T07:00:00Z"))).isFalse();
    }

    @Test
    void neverOpensWithoutHours() {
        assertThat(week(List.of(), List.of(), List.of()).nextOpening(at("2026-03-02T09:00:00")))
                .isEmpty();
    }

    @Property(tries = 300)
    void theNextOpeningIsOpenAndTheSecondBeforeItIsNot(@ForAll @LongRange(min = 0, max = 63_072_000L) long seconds) {
        Instant moment = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seconds);

        Optional<ZonedDateTime> opening = hours.nextOpening(moment);

        assertThat(opening).isPresent();
        assertThat(opening.get().toInstant()).isAfter(moment);
        assertThat(hours.openAt(opening.get().toInstant())).isTrue();
        assertThat(hours.openAt(opening.get().toInstant().minusSeconds(1))).isFalse();
        assertThat(hours.on(opening.get().toLocalDate())).isNotEmpty();
        assertThat(opening.get().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    private String opening(String wall) {
        return hours.nextOpening(at(wall)).orElseThrow().toLocalDateTime().toString();
    }

    private static Hours week(List<TimeRange> monday, List<TimeRange> tuesday, List<TimeRange> sunday) {
        return new Hours(
                new WeekHours(monday, tuesday, List.of(), List.of(), List.of(), List.of(), sunday), Set.of(), NEW_YORK);
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(NEW_YORK).toInstant();
    }

    @Test
    void tellsWhatKindOfTimeItIs() {
        assertThat(hours.periodAt(at("2026-03-02T09:00:00"))).isEqualTo(Period.OPEN);
        assertThat(hours.periodAt(at("2026-03-02T12:00:00"))).isEqualTo(Period.LUNCH);
        assertThat(hours.periodAt(at("2026-03-02T17:00:00"))).isEqualTo(Period.NIGHT);
        assertThat(hours.periodAt(at("2026-03-03T07:59:59"))).isEqualTo(Period.NIGHT);
        assertThat(hours.periodAt(at("2026-03-06T12:30:00")))
                .as("Friday has no afternoon, so it is no break")
                .isEqualTo(Period.NIGHT);
        assertThat(hours.periodAt(at("2026-03-07T10:00:00"))).isEqualTo(Period.WEEKEND);
        assertThat(hours.periodAt(at("2026-12-25T10:00:00"))).isEqualTo(Period.HOLIDAY);
        assertThat(closedTill("2026-03-02T10:00", "2026-03-02T14:00").periodAt(at("2026-03-02T11:00:00")))
                .isEqualTo(Period.CLOSURE);
    }

    @Test
    void aPracticeWithoutHoursIsAtNightNotAtAWeekend() {
        WeekHours never = new WeekHours(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        assertThat(new Hours(never, Set.of(), NEW_YORK).periodAt(at("2026-03-02T11:00:00")))
                .isEqualTo(Period.NIGHT);
    }

    @Test
    void aClosureTakesAwayWhatItCoversAndEndsByItself() {
        Hours closed = closedTill("2026-03-02T10:00", "2026-03-02T14:00");

        assertThat(closed.openAt(at("2026-03-02T09:59:59"))).isTrue();
        assertThat(closed.openAt(at("2026-03-02T10:00:00"))).isFalse();
        assertThat(closed.openAt(at("2026-03-02T13:59:59"))).isFalse();
        assertThat(closed.openAt(at("2026-03-02T14:00:00"))).isTrue();
        assertThat(closed.nextOpening(at("2026-03-02T10:30:00")).map(ZonedDateTime::toLocalDateTime))
                .contains(LocalDateTime.parse("2026-03-02T14:00"));
        assertThat(closed.closingAfter(at("2026-03-02T09:00:00")).map(ZonedDateTime::toLocalDateTime))
                .contains(LocalDateTime.parse("2026-03-02T10:00"));
    }

    @Test
    void aClosureOverDaysAndTheClockChangeOpensWithTheNextOpening() {
        // Clocks go forward on Sunday, 8 March.
        Hours closed = closedTill("2026-03-05T15:00", "2026-03-08T02:30");

        assertThat(closed.openAt(at("2026-03-06T09:00:00"))).isFalse();
        assertThat(closed.nextOpening(at("2026-03-05T16:00:00")).map(ZonedDateTime::toInstant))
                .contains(Instant.parse("2026-03-09T12:00:00Z"));
        assertThat(closed.periodAt(at("2026-03-08T03:10:00"))).isEqualTo(Period.WEEKEND);
    }

    /** Whatever is closed, the practice is never open inside a closure, nor closed by it outside. */
    @Property(tries = 300)
    void aClosureChangesNothingOutsideIt(
            @ForAll @LongRange(min = 0, max = 20_000) long from,
            @ForAll @LongRange(min = 1, max = 10_000) long length,
            @ForAll @LongRange(min = 0, max = 30_000) long asked) {
        LocalDateTime start = LocalDateTime.parse("2026-02-27T00:00");
        LocalDateTime begins = start.plusMinutes(from);
        LocalDateTime ends = begins.plusMinutes(length);
        Instant moment = start.plusMinutes(asked).atZone(NEW_YORK).toInstant();
        LocalDateTime here = LocalDateTime.ofInstant(moment, NEW_YORK);
        boolean within = !here.isBefore(begins) && here.isBefore(ends);
        Hours closed = closedTill(begins.toString(), ends.toString());

        assertThat(closed.openAt(moment)).isEqualTo(hours.openAt(moment) && !within);
        closed.nextOpening(moment)
                .ifPresent(next -> assertThat(closed.openAt(next.toInstant())).isTrue());
    }

    private Hours closedTill(String from, String to) {
        return new Hours(
                hours.week(),
                hours.closed(),
                NEW_YORK,
                Map.of(CHRISTMAS, "Christmas Day"),
                List.of(new PracticeClosure(1, LocalDateTime.parse(from), LocalDateTime.parse(to), Optional.empty())));
    }
}

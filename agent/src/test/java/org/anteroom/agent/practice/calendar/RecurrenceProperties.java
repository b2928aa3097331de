package org.anteroom.agent.practice.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Rules as calendars have them, worked out day by day without the code under test. */
class RecurrenceProperties {
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final LocalDate END = LocalDate.parse("2027-04-01");

    @Property(tries = 300)
    void everySoManyWeeksOnSomeDays(
            @ForAll @IntRange(min = -1500, max = 150) int begins,
            @ForAll @IntRange(min = 1, max = 5) int interval,
            @ForAll @Size(min = 1, max = 4) Set<DayOfWeek> days) {
        LocalDate start = FIRST.plusDays(begins)
                .with(TemporalAdjusters.nextOrSame(days.iterator().next()));
        String rule = "FREQ=WEEKLY;INTERVAL=" + interval + ";BYDAY=" + names(days);

        LocalDate week = start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        assertThat(worked(rule, start))
                .isEqualTo(days(
                        start,
                        day -> days.contains(day.getDayOfWeek())
                                && ChronoUnit.WEEKS.between(week, day) % interval == 0));
    }

    @Property(tries = 200)
    void everySoManyDays(
            @ForAll @IntRange(min = -1500, max = 150) int begins, @ForAll @IntRange(min = 1, max = 400) int interval) {
        LocalDate start = FIRST.plusDays(begins);

        assertThat(worked("FREQ=DAILY;INTERVAL=" + interval, start))
                .isEqualTo(days(start, day -> ChronoUnit.DAYS.between(start, day) % interval == 0));
    }

    @Property(tries = 200)
    void aWeekdayOfAMonth(
            @ForAll @IntRange(min = -1500, max = 100) int begins,
            @ForAll @IntRange(min = 1, max = 4) int which,
            @ForAll DayOfWeek day) {
        LocalDate start = FIRST.plusDays(begins).with(TemporalAdjusters.firstDayOfMonth());
        LocalDate first = start.with(TemporalAdjusters.dayOfWeekInMonth(which, day));

        assertThat(worked("FREQ=MONTHLY;BYDAY=" + which + names(Set.of(day)), first))
                .isEqualTo(days(first, each -> each.equals(each.with(TemporalAdjusters.dayOfWeekInMonth(which, day)))));
    }

    @Property(tries = 200)
    void soManyTimes(
            @ForAll @IntRange(min = -300, max = 100) int begins, @ForAll @IntRange(min = 1, max = 200) int count) {
        LocalDate start = FIRST.plusDays(begins);

        assertThat(worked("FREQ=DAILY;COUNT=" + count, start))
                .isEqualTo(days(start, day -> ChronoUnit.DAYS.between(start, day) < count));
    }

    private static List<LocalDate> worked(String rule, LocalDate start) {
        CalendarReading reading = Ics.read(Ics.event(
                "UID:a",
                "DTSTART;TZID=America/New_York:" + Moments.written(LocalDateTime.of(start, LocalTime.NOON)),
                "DURATION:PT1H",
                "RRULE:" + rule));
        assertThat(reading.wrong()).isEmpty();
        return reading.busy().stream()
                .map(each -> LocalDate.ofInstant(each.from(), Ics.ZONE))
                .toList();
    }

    private static List<LocalDate> days(LocalDate start, java.util.function.Predicate<LocalDate> wanted) {
        List<LocalDate> found = new ArrayList<>();
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            if (!day.isBefore(start) && wanted.test(day)) {
                found.add(day);
            }
        }
        return found;
    }

    private static String names(Set<DayOfWeek> days) {
        return new TreeSet<>(days)
                .stream().map(day -> day.name().substring(0, 2)).collect(Collectors.joining(","));
    }
}

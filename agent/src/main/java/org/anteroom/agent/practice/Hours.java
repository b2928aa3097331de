package org.anteroom.agent.practice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.Period;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.WeekHours;

/**
 * When the practice is open, by its own wall clock. On the days the clock is changed the wall clock decides too: opening
 * at a time that doesn't exist means the moment the clock jumps over it, and an hour that comes twice counts both times.
 *
 * @param closed dates without openings, holidays included
 * @param holidays the names of those that have one, as they are spoken
 * @param closures times without openings, put in by command
 */
public record Hours(
        WeekHours week,
        Set<LocalDate> closed,
        ZoneId zone,
        Map<LocalDate, String> holidays,
        List<PracticeClosure> closures) {
    /** How far ahead an opening is looked for: a year of closed dates is no practice. */
    private static final int DAYS_AHEAD = 366;

    private static final int MIDNIGHT = 24 * 60;

    public Hours {
        closed = Set.copyOf(closed);
        holidays = Map.copyOf(holidays);
        closures = List.copyOf(closures);
    }

    /** Hours without named holidays and closures. */
    public Hours(WeekHours week, Set<LocalDate> closed, ZoneId zone) {
        this(week, closed, zone, Map.of(), List.of());
    }

    /** The hours of a configuration. */
    public static Hours of(PracticeConfig practice) {
        return of(practice, List.of());
    }

    /** The hours of a configuration and the closures put in by command. */
    public static Hours of(PracticeConfig practice, List<PracticeClosure> closures) {
        Set<LocalDate> closed = new HashSet<>(practice.closed());
        Map<LocalDate, String> names = new HashMap<>();
        practice.holidays().forEach(holiday -> {
            closed.add(holiday.date());
            names.put(holiday.date(), holiday.name());
        });
        return new Hours(practice.hours(), closed, practice.timezone(), names, closures);
    }

    /** What kind of time a moment lies in. */
    public Period periodAt(Instant moment) {
        if (openAt(moment)) {
            return Period.OPEN;
        }
        LocalDateTime here = LocalDateTime.ofInstant(moment, zone);
        if (closures.stream().anyMatch(closure -> closure.covers(here))) {
            return Period.CLOSURE;
        }
        if (closed.contains(here.toLocalDate())) {
            return Period.HOLIDAY;
        }
        List<TimeRange> usual = week.of(here.getDayOfWeek());
        if (usual.isEmpty()) {
            return neverOpen() ? Period.NIGHT : Period.WEEKEND;
        }
        int minute = minute(here);
        if (minute >= usual.get(0).from()
                && minute < usual.get(usual.size() - 1).to()) {
            return Period.LUNCH;
        }
        boolean weekend = here.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return weekend ? Period.WEEKEND : Period.NIGHT;
    }

    private boolean neverOpen() {
        return Arrays.stream(DayOfWeek.values()).allMatch(day -> week.of(day).isEmpty());
    }

    /** Whether the practice is open at a moment. */
    public boolean openAt(Instant moment) {
        ZonedDateTime here = moment.atZone(zone);
        int minute = minute(here.toLocalDateTime());
        return on(here.toLocalDate()).stream().anyMatch(range -> range.from() <= minute && minute < range.to());
    }

    /** When the practice opens next, after a moment; empty when not within a year. While it is open: the opening after. */
    public Optional<ZonedDateTime> nextOpening(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .flatMap(day ->
                        on(day).stream().filter(range -> !continues(day, range)).map(range -> at(day, range.from())))
                .filter(opening -> opening.toInstant().isAfter(moment))
                .findFirst();
    }

    /** When the practice closes, if it is open; hours that run through midnight are one opening. */
    public Optional<ZonedDateTime> closingAfter(Instant moment) {
        if (!openAt(moment)) {
            return Optional.empty();
        }
        LocalDate today = moment.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .flatMap(day ->
                        on(day).stream().filter(range -> !continued(day, range)).map(range -> at(day, range.to())))
                .filter(closing -> closing.toInstant().isAfter(moment))
                .findFirst();
    }

    /** The ranges of a date, without what closures take away; none when it is a closed date. */
    public List<TimeRange> on(LocalDate day) {
        List<TimeRange> open = closed.contains(day) ? List.of() : week.of(day.getDayOfWeek());
        for (PracticeClosure closure : closures) {
            open = without(closure, open, day);
        }
        return open;
    }

    private static List<TimeRange> without(PracticeClosure closure, List<TimeRange> open, LocalDate day) {
        int from = minuteOf(day, closure.from());
        int to = minuteOf(day, closure.to());
        if (from >= to) {
            return open;
        }
        TimeRange away = new TimeRange(from, to);
        return open.stream().flatMap(range -> range.without(away).stream()).toList();
    }

    /** Where a time lies in a day: its first minute when before, midnight when after. */
    private static int minuteOf(LocalDate day, LocalDateTime time) {
        LocalDate date = time.toLocalDate();
        return date.isBefore(day) ? 0 : date.isAfter(day) ? MIDNIGHT : minute(time);
    }

    private static int minute(LocalDateTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private boolean continues(LocalDate day, TimeRange range) {
        return range.from() == 0 && on(day.minusDays(1)).stream().anyMatch(before -> before.to() == MIDNIGHT);
    }

    private boolean continued(LocalDate day, TimeRange range) {
        return range.to() == MIDNIGHT && on(day.plusDays(1)).stream().anyMatch(after -> after.from() == 0);
    }

    private ZonedDateTime at(LocalDate day, int minute) {
        LocalDateTime wall = minute == MIDNIGHT
                ? day.plusDays(1).atStartOfDay()
                : day.atTime(LocalTime.of(minute / 60, minute % 60));
        ZoneOffsetTransition jump = zone.getRules().getTransition(wall);
        return jump != null && jump.isGap() ? jump.getInstant().atZone(zone) : wall.atZone(zone);
    }
}

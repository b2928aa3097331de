package org.anteroom.agent.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.WeekHours;

/**
 * When the practice is open, by its own wall clock. On the days the clock is changed the wall clock decides too: opening
 * at a time that doesn't exist means the moment the clock jumps over it, and an hour that comes twice counts both times.
 */
public record Hours(WeekHours week, Set<LocalDate> closed, ZoneId zone) {
    /** How far ahead an opening is looked for: a year of closed dates is no practice. */
    private static final int DAYS_AHEAD = 366;

    public Hours {
        closed = Set.copyOf(closed);
    }

    /** The hours of a configuration. */
    public static Hours of(PracticeConfig practice) {
        return new Hours(practice.hours(), Set.copyOf(practice.closed()), practice.timezone());
    }

    /** Whether the practice is open at a moment. */
    public boolean openAt(Instant moment) {
        ZonedDateTime here = moment.atZone(zone);
        int minute = here.getHour() * 60 + here.getMinute();
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

    /** The ranges of a date; none when it is a closed date. */
    public List<TimeRange> on(LocalDate day) {
        return closed.contains(day) ? List.of() : week.of(day.getDayOfWeek());
    }

    private boolean continues(LocalDate day, TimeRange range) {
        return range.from() == 0 && on(day.minusDays(1)).stream().anyMatch(before -> before.to() == 24 * 60);
    }

    private boolean continued(LocalDate day, TimeRange range) {
        return range.to() == 24 * 60 && on(day.plusDays(1)).stream().anyMatch(after -> after.from() == 0);
    }

    private ZonedDateTime at(LocalDate day, int minute) {
        LocalDateTime wall =
                minute == 24 * 60 ? day.plusDays(1).atStartOfDay() : day.atTime(LocalTime.of(minute / 60, minute % 60));
        ZoneOffsetTransition jump = zone.getRules().getTransition(wall);
        return jump != null && jump.isGap() ? jump.getInstant().atZone(zone) : wall.atZone(zone);
    }
}

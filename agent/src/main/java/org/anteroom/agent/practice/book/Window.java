package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.TimeRange;

/**
 * Times in which a visit may begin, by the practice's wall clock: what lies between two moments, on some days of the week,
 * at some times of day. What isn't given doesn't limit.
 *
 * @param from first moment
 * @param to first moment after it
 * @param days empty means every day
 * @param times empty means the whole day
 */
public record Window(
        Optional<LocalDateTime> from, Optional<LocalDateTime> to, Set<DayOfWeek> days, List<TimeRange> times) {
    private static final int MIDNIGHT = 24 * 60;

    public Window {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        days = Set.copyOf(days);
        times = List.copyOf(times);
    }

    /** From the first moment on, before the second. */
    public static Window between(LocalDateTime from, LocalDateTime to) {
        return new Window(Optional.of(from), Optional.of(to), Set.of(), List.of());
    }

    /** From a moment on. */
    public static Window from(LocalDateTime from) {
        return new Window(Optional.of(from), Optional.empty(), Set.of(), List.of());
    }

    /** Before a moment. */
    public static Window before(LocalDateTime to) {
        return new Window(Optional.empty(), Optional.of(to), Set.of(), List.of());
    }

    /** One date, from its midnight to the next. */
    public static Window on(LocalDate day) {
        return between(day.atStartOfDay(), day.plusDays(1).atStartOfDay());
    }

    /** Every one of these days of the week. */
    public static Window on(Set<DayOfWeek> days) {
        return new Window(Optional.empty(), Optional.empty(), days, List.of());
    }

    /** At these times of day. */
    public static Window at(TimeRange... times) {
        return new Window(Optional.empty(), Optional.empty(), Set.of(), List.of(times));
    }

    /** The part of it at these times of day, in the place of those it had; without any, all day. */
    public Window during(TimeRange... times) {
        return new Window(from, to, days, List.of(times));
    }

    /** Whether a visit that begins at this minute of the day, 0 to 1439, begins in it. */
    public boolean holds(LocalDate day, int minute) {
        return (days.isEmpty() || days.contains(day.getDayOfWeek()))
                && (times.isEmpty() || times.stream().anyMatch(time -> time.from() <= minute && minute < time.to()))
                && from.map(first -> minuteOf(day, first) <= minute).orElse(true)
                && to.map(end -> minute < minuteOf(day, end)).orElse(true);
    }

    /** Whether some of the day lies in it. */
    boolean touches(LocalDate day) {
        return (days.isEmpty() || days.contains(day.getDayOfWeek()))
                && from.map(first -> !first.toLocalDate().isAfter(day)).orElse(true)
                && to.map(end -> minuteOf(day, end) > 0).orElse(true);
    }

    /** Where a moment lies in a day, rounded up to a minute: its first minute when before, midnight when after. */
    private static int minuteOf(LocalDate day, LocalDateTime time) {
        LocalDate date = time.toLocalDate();
        if (!date.equals(day)) {
            return date.isBefore(day) ? 0 : MIDNIGHT;
        }
        boolean broken = time.getSecond() > 0 || time.getNano() > 0;
        return time.getHour() * 60 + time.getMinute() + (broken ? 1 : 0);
    }
}

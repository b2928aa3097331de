package org.anteroom.agent.words;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A stretch of time.
 *
 * @param from its first moment, {@link LocalDateTime#MIN} for no beginning
 * @param to the moment after its last, {@link LocalDateTime#MAX} for no end
 */
record Span(LocalDateTime from, LocalDateTime to) {

    static Span day(LocalDate date) {
        return days(date, date.plusDays(1));
    }

    /** @param to the day after the last */
    static Span days(LocalDate from, LocalDate to) {
        return new Span(from.atStartOfDay(), to.atStartOfDay());
    }

    static Span from(LocalDateTime from) {
        return new Span(from, LocalDateTime.MAX);
    }

    /** From now until a moment; without a beginning where that is over. */
    static Span until(LocalDateTime end, LocalDateTime now) {
        return new Span(end.isAfter(now) ? now : LocalDateTime.MIN, end);
    }

    LocalDate firstDay() {
        return from.toLocalDate();
    }

    boolean isOpen() {
        return from.equals(LocalDateTime.MIN) || to.equals(LocalDateTime.MAX);
    }

    boolean isDay() {
        return !isOpen()
                && ChronoUnit.MINUTES.between(from, to) <= HourMeaning.DAY
                && from.toLocalDate().equals(to.minusMinutes(1).toLocalDate());
    }

    /** One day, or a part of one that begins and ends at midnights. */
    boolean isWholeDay() {
        return isDay() && equals(day(firstDay()));
    }

    Optional<Span> and(Span other) {
        LocalDateTime start = from.isAfter(other.from) ? from : other.from;
        LocalDateTime stop = to.isBefore(other.to) ? to : other.to;
        return start.isBefore(stop) ? Optional.of(new Span(start, stop)) : Optional.empty();
    }

    boolean contains(Span other) {
        return !from.isAfter(other.from) && !to.isBefore(other.to);
    }
}

package org.anteroom.agent.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a few words say about the day, before it is known to what they belong.
 *
 * @param kind how it combines with others
 * @param readings what it may mean, the likeliest first; empty if {@code weekly}
 * @param weekly days that come round every week
 * @param within what it is inside a longer period: "tuesday" of "next week", "the third" of "december"
 * @param around where days that belong to it lie: "in two weeks on monday"
 * @param end the place after its last token
 */
record DayMeaning(
        Kind kind, List<Span> readings, Set<DayOfWeek> weekly, Within within, Optional<Span> around, int end) {

    /** How a day combines with others. */
    enum Kind {
        /** A bare weekday, or several in a row. */
        WEEKDAY,
        /** A day of the month alone, or several in a row. */
        ORDINAL,
        /** A day by its date, or relative to today. */
        DATE,
        /** A week, a month, a few days. */
        PERIOD,
        /** "Before thanksgiving": open on one side. */
        BOUND,
        /** "Mondays". */
        WEEKLY,
        /** A moment: "in an hour". */
        MOMENT
    }

    /** Finds the days inside a period. */
    @FunctionalInterface
    interface Within extends Function<Span, Optional<Span>> {}

    private static final int WEEK = 7;
    private static final Within NOWHERE = new Nowhere();

    /** For days that have their place already. */
    private record Nowhere() implements Within {
        @Override
        public Optional<Span> apply(Span period) {
            return Optional.empty();
        }
    }

    static DayMeaning of(Kind kind, int end, Span... readings) {
        List<Span> distinct = Stream.of(readings).distinct().toList();
        return new DayMeaning(kind, distinct, Set.of(), NOWHERE, Optional.empty(), end);
    }

    static DayMeaning date(LocalDate date, int end) {
        return of(Kind.DATE, end, Span.day(date));
    }

    static DayMeaning weekly(Set<DayOfWeek> days, int end) {
        return new DayMeaning(Kind.WEEKLY, List.of(), days, NOWHERE, Optional.empty(), end);
    }

    /** A day that finds its place in a longer period that is said with it. */
    DayMeaning floating(Within inside) {
        return new DayMeaning(kind, readings, weekly, inside, around, end);
    }

    /** The weekdays that it names, for "not on mondays". */
    DayMeaning naming(Set<DayOfWeek> days) {
        return new DayMeaning(kind, readings, days, within, around, end);
    }

    DayMeaning lyingIn(Span period) {
        return new DayMeaning(kind, readings, weekly, within, Optional.of(period), end);
    }

    /** As much later; 0 days for as much as it is long: a weekday or a week by a week, a month by a month. */
    DayMeaning oneAfter(int days) {
        Span now = kind == Kind.PERIOD ? home() : likeliest();
        if (now.isOpen()) {
            return this;
        }
        LocalDate from = now.firstDay();
        LocalDate to = now.to().toLocalDate();
        boolean month = days == 0 && from.plusWeeks(2).isBefore(to);
        int later = days == 0 ? WEEK : days;
        Span next = month
                ? Span.days(to, to.plusMonths(Math.max(1, from.until(to).toTotalMonths())))
                : Span.days(from.plusDays(later), to.plusDays(later));
        return of(now.isDay() ? Kind.DATE : Kind.PERIOD, end, next);
    }

    /** The week after the one in which it lies, or after the last that it holds. */
    DayMeaning weekAfter(int last) {
        Span said = kind == Kind.PERIOD ? home() : likeliest();
        LocalDate day = said.to().minusMinutes(1).toLocalDate();
        return of(Kind.PERIOD, last, Weeks.week(Weeks.monday(day).plusWeeks(1)));
    }

    DayMeaning ending(int last) {
        return new DayMeaning(kind, readings, weekly, within, around, last);
    }

    boolean floats() {
        return !within.equals(NOWHERE);
    }

    /** The likeliest. */
    Span likeliest() {
        return readings.get(0);
    }

    /** Where days that belong to it are looked for. */
    Span home() {
        return around.orElseGet(this::likeliest);
    }

    /** This day of the month in which that date is, or the month before. */
    Optional<DayMeaning> before(DayMeaning date) {
        LocalDate end = date.likeliest().firstDay();
        LocalDate first = end.withDayOfMonth(1);
        return within.apply(Span.days(first, first.plusMonths(1)))
                .filter(span -> !span.firstDay().isAfter(end))
                .or(() -> within.apply(Span.days(first.minusMonths(1), first)))
                .map(span -> new DayMeaning(Kind.DATE, List.of(span), weekly, within, around, this.end));
    }

    /** This day of that period, if it has one. */
    Optional<DayMeaning> inside(DayMeaning period) {
        if (period.readings().isEmpty()) {
            return Optional.empty();
        }
        return within.apply(period.home())
                .map(span -> new DayMeaning(
                        Kind.DATE,
                        List.of(span),
                        weekly,
                        within,
                        Optional.of(period.home()),
                        Math.max(end, period.end())));
    }
}

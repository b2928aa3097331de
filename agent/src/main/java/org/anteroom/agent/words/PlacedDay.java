package org.anteroom.agent.words;

import java.time.LocalDate;
import java.util.Optional;
import org.anteroom.agent.words.DayMeaning.Kind;
import org.jspecify.annotations.Nullable;

/** Where a day lies that is said after another: in its week, in its month, after it. */
final class PlacedDay {
    /** How far a day may lie from the one before it to be looked for after it: "december thirtieth or the first". */
    private static final int NEAR_DAYS = 62;

    private PlacedDay() {}

    /**
     * A day that was said after another is looked for beside it.
     *
     * @param joined whether "or" or "and" leads from one to the other
     * @param corrects whether it takes the place of the other
     */
    static DayMeaning beside(DayMeaning day, @Nullable WhenGroup last, boolean joined, boolean corrects) {
        Optional<DayMeaning> before = last == null ? Optional.empty() : last.day();
        if (before.isEmpty() || !day.floats() || before.get().readings().isEmpty()) {
            return day;
        }
        DayMeaning other = before.get();
        if (day.kind() == Kind.WEEKDAY) {
            boolean sameWeek =
                    joined && other.kind() == Kind.DATE && other.around().isPresent();
            return sameWeek ? insideUnlessOver(day, other) : day;
        }
        if (day.kind() != Kind.ORDINAL || !other.likeliest().isDay()) {
            return day;
        }
        LocalDate date = other.likeliest().firstDay();
        if (corrects) {
            // "The tenth of january, sorry, the eleventh".
            LocalDate first = date.withDayOfMonth(1);
            return within(day, Span.days(first, first.plusMonths(1)))
                    .filter(inside ->
                            !inside.likeliest().from().isBefore(day.likeliest().from()))
                    .orElse(day);
        }
        return other.kind() == Kind.WEEKDAY
                ? day
                : within(day, Span.days(date, date.plusDays(NEAR_DAYS))).orElse(day);
    }

    private static Optional<DayMeaning> within(DayMeaning day, Span period) {
        return day.within().apply(period).map(span -> DayMeaning.of(Kind.ORDINAL, day.end(), span)
                .floating(day.within()));
    }

    /** In a week that is running the weekday may be over, and the next one is meant. */
    static DayMeaning insideUnlessOver(DayMeaning day, DayMeaning period) {
        return day.inside(period)
                .filter(inside ->
                        !inside.likeliest().from().isBefore(day.likeliest().from()))
                .orElse(day);
    }

    /** "I'm off next week, so tuesday". */
    static DayMeaning insideReason(DayMeaning day, @Nullable WhenGroup reason) {
        boolean period = reason != null && !reason.negative && reason.isKind(Kind.PERIOD) && day.kind() == Kind.WEEKDAY;
        Optional<DayMeaning> whole = period && reason != null ? reason.day() : Optional.empty();
        return whole.map(in -> insideUnlessOver(day, in)).orElse(day);
    }

    /** "Any tuesday or thursday": any of both. */
    static DayMeaning every(DayMeaning day, @Nullable WhenGroup last, boolean joined) {
        boolean one = last != null
                && joined
                && last.isKind(Kind.WEEKLY)
                && day.kind() == Kind.WEEKDAY
                && last.hours == null
                && last.day().filter(any -> any.weekly().size() == 1).isPresent();
        return one && !day.weekly().isEmpty() ? DayMeaning.weekly(day.weekly(), day.end()) : day;
    }
}

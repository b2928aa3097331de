package org.anteroom.agent.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reckoning with weeks and months; a week goes from Monday to Sunday. */
final class Weeks {
    private static final int ALL_WEEKDAYS = 8;
    private static final int WEEKEND = 9;
    /** How many months ahead a day such as "the thirty first" or "friday the thirteenth" is looked for. */
    private static final int AHEAD = 14;

    private Weeks() {}

    static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static Span week(LocalDate monday) {
        return Span.days(monday, monday.plusWeeks(1));
    }

    static Span weekOf(LocalDate date) {
        return week(monday(date));
    }

    static Span weekend(LocalDate monday) {
        return Span.days(monday.plusDays(5), monday.plusDays(7));
    }

    static Span month(YearMonth month) {
        return Span.days(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** The next one after a date. */
    static LocalDate next(LocalDate date, int weekday) {
        return date.with(TemporalAdjusters.next(DayOfWeek.of(weekday)));
    }

    /** The next one, the date included. */
    static LocalDate nextOrSame(LocalDate date, int weekday) {
        return date.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday)));
    }

    static LocalDate previous(LocalDate date, int weekday) {
        return date.with(TemporalAdjusters.previous(DayOfWeek.of(weekday)));
    }

    /** The days that the value of {@link TimeSort#WEEKDAYS} stands for. */
    static Set<DayOfWeek> named(int value) {
        if (value < ALL_WEEKDAYS) {
            return EnumSet.of(DayOfWeek.of(value));
        }
        if (value == ALL_WEEKDAYS) {
            return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        }
        return value == WEEKEND ? EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY) : EnumSet.allOf(DayOfWeek.class);
    }

    /** The next day of a month with a number, the date included; months that have no such day are passed over. */
    static Optional<LocalDate> ordinal(LocalDate from, int day) {
        YearMonth month = YearMonth.from(from);
        for (int i = 0; i < AHEAD; i++) {
            if (month.isValidDay(day) && !month.atDay(day).isBefore(from)) {
                return Optional.of(month.atDay(day));
            }
            month = month.plusMonths(1);
        }
        return Optional.empty();
    }

    /** The next such day that is also that weekday, within half a year; else the next such day. */
    static Optional<LocalDate> ordinal(LocalDate from, int day, int weekday) {
        Optional<LocalDate> first = ordinal(from, day);
        Optional<LocalDate> date = first;
        for (int i = 0; i < AHEAD / 2 && date.isPresent(); i++) {
            if (date.get().getDayOfWeek().getValue() == weekday) {
                return date;
            }
            date = ordinal(date.get().plusDays(1), day);
        }
        return first;
    }

    /** The next date with that month and day, the date included. */
    static Optional<LocalDate> monthDay(LocalDate from, int month, int day) {
        // A leap day may be eight years away.
        for (int year = from.getYear(); year <= from.getYear() + 8; year++) {
            YearMonth of = YearMonth.of(year, month);
            if (of.isValidDay(day) && !of.atDay(day).isBefore(from)) {
                return Optional.of(of.atDay(day));
            }
        }
        return Optional.empty();
    }

    /** A month by name: this one if it is now, else the next with that name. */
    static YearMonth next(YearMonth now, int month) {
        return YearMonth.of(now.getYear() + (month < now.getMonthValue() ? 1 : 0), month);
    }

    /** The first, second ... of a weekday in a period; the last for 0. */
    static Optional<LocalDate> nth(Span period, int which, int weekday) {
        LocalDate last = period.to().toLocalDate().minusDays(1);
        LocalDate date = which == 0
                ? last.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday)))
                : nextOrSame(period.firstDay(), weekday).plusWeeks(which - 1L);
        return date.isBefore(period.firstDay()) || date.isAfter(last) ? Optional.empty() : Optional.of(date);
    }
}

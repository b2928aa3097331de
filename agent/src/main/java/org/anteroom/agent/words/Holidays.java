package org.anteroom.agent.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/**
 * The days with a name that callers in the United States plan by: the federal holidays (5 U.S.C. 6103) on their own
 * dates, and others of the calendar.
 */
final class Holidays {

    private Holidays() {}

    /** When the holiday with a number of {@code spoken-time.txt} is next, today included. */
    static Span next(int number, LocalDate today) {
        Span now = of(number, today.getYear() - 1);
        for (int year = today.getYear(); !now.to().isAfter(today.atStartOfDay()); year++) {
            now = of(number, year);
        }
        return now;
    }

    private static Span of(int number, int year) {
        return switch (number) {
            case 1 -> fixed(year, 1, 1);
            case 2 -> nth(year, 1, 3, DayOfWeek.MONDAY);
            case 3 -> nth(year, 2, 3, DayOfWeek.MONDAY);
            case 4 -> nth(year, 5, -1, DayOfWeek.MONDAY);
            case 5 -> fixed(year, 6, 19);
            case 6 -> fixed(year, 7, 4);
            case 7 -> nth(year, 9, 1, DayOfWeek.MONDAY);
            case 8 -> nth(year, 10, 2, DayOfWeek.MONDAY);
            case 9 -> fixed(year, 11, 11);
            case 10 -> nth(year, 11, 4, DayOfWeek.THURSDAY);
            case 11 -> fixed(year, 12, 25);
            case 12 -> fixed(year, 12, 24);
            case 13 -> fixed(year, 12, 31);
            case 14 -> Span.day(nth(year, 11, 4, DayOfWeek.THURSDAY).firstDay().plusDays(1));
            case 15 -> Span.day(easter(year));
            case 16 -> Span.day(easter(year).minusDays(2));
            case 17 -> Span.day(easter(year).plusDays(1));
            case 18 -> fixed(year, 2, 14);
            case 19 -> fixed(year, 3, 17);
            case 20 -> nth(year, 5, 2, DayOfWeek.SUNDAY);
            case 21 -> nth(year, 6, 3, DayOfWeek.SUNDAY);
            case 22 -> fixed(year, 10, 31);
            case 23 -> Span.days(LocalDate.of(year, 12, 24), LocalDate.of(year + 1, 1, 2));
            case 24 -> Span.day(nth(year, 11, 1, DayOfWeek.MONDAY).firstDay().plusDays(1));
            case 25 -> fixed(year, 2, 2);
            case 26 -> fixed(year, 5, 5);
            case 27 -> Span.day(easter(year).minusDays(46));
            case 28 -> Span.day(easter(year).minusDays(7));
            case 29 -> fixed(year, 6, 14);
            default -> throw new IllegalArgumentException("spoken-time.txt has no holiday " + number + " here");
        };
    }

    private static Span fixed(int year, int month, int day) {
        return Span.day(MonthDay.of(month, day).atYear(year));
    }

    private static Span nth(int year, int month, int which, DayOfWeek weekday) {
        return Span.day(LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday)));
    }

    /** Western Easter by the anonymous Gregorian computus (Nature, 20 April 1876). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}

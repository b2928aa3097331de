package org.anteroom.agent.cli.doctor;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The holidays of the United States (5 U.S.C. 6103): one that falls on a Saturday is kept on the Friday before, on a Sunday on
 *  the Monday after. Pure.
 */
public final class FederalHolidays {

    /** @param observed the day on which offices are closed */
    public record Holiday(String name, LocalDate date, LocalDate observed) {}

    private FederalHolidays() {}

    /** Those whose day, or the day they are kept on, lies in a time; in the order of their dates. */
    public static List<Holiday> between(LocalDate from, LocalDate to) {
        List<Holiday> found = new ArrayList<>();
        for (int year = from.getYear(); year <= to.getYear() + 1; year++) {
            of(year).stream()
                    .filter(day -> within(day.date(), from, to) || within(day.observed(), from, to))
                    .forEach(found::add);
        }
        found.sort(Comparator.comparing(Holiday::date));
        return List.copyOf(found);
    }

    static List<Holiday> of(int year) {
        return List.of(
                fixed("New Year's Day", year, Month.JANUARY, 1),
                floating("Martin Luther King Day", year, Month.JANUARY, 3, DayOfWeek.MONDAY),
                floating("Presidents' Day", year, Month.FEBRUARY, 3, DayOfWeek.MONDAY),
                floating("Memorial Day", year, Month.MAY, -1, DayOfWeek.MONDAY),
                fixed("Juneteenth", year, Month.JUNE, 19),
                fixed("Independence Day", year, Month.JULY, 4),
                floating("Labor Day", year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY),
                floating("Columbus Day", year, Month.OCTOBER, 2, DayOfWeek.MONDAY),
                fixed("Veterans Day", year, Month.NOVEMBER, 11),
                floating("Thanksgiving", year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY),
                fixed("Christmas Day", year, Month.DECEMBER, 25));
    }

    private static Holiday fixed(String name, int year, Month month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        LocalDate observed =
                switch (date.getDayOfWeek()) {
                    case SATURDAY -> date.minusDays(1);
                    case SUNDAY -> date.plusDays(1);
                    default -> date;
                };
        return new Holiday(name, date, observed);
    }

    private static Holiday floating(String name, int year, Month month, int ordinal, DayOfWeek day) {
        LocalDate date = LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
        return new Holiday(name, date, date);
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}

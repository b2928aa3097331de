package org.anteroom.agent.rehearsal.caller;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** A date of birth in the words of a caller. */
final class SpokenBirth {

    private SpokenBirth() {}

    static String of(LocalDate birth, Manner.BirthWay way) {
        String month =
                birth.getMonth().getDisplayName(TextStyle.FULL, Locale.US).toLowerCase(Locale.ROOT);
        int day = birth.getDayOfMonth();
        int year = birth.getYear();
        String ordinal = SpokenNumber.ordinal(day);
        String numbers = SpokenNumber.cardinal(birth.getMonthValue()) + " " + SpokenNumber.cardinal(day);
        // Who was born in this century gives the whole year: "oh five" alone is said by few.
        String shortYear = year < 2000 ? SpokenNumber.pair(year % 100) : SpokenNumber.year(year);
        return switch (way) {
            case NUMBERS -> numbers + " " + shortYear;
            case NUMBERS_WHOLE_YEAR -> numbers + " " + SpokenNumber.year(year);
            case MONTH_FIRST -> month + " " + ordinal + " " + SpokenNumber.year(year);
            case MONTH_CARDINAL -> month + " " + SpokenNumber.cardinal(day) + " " + shortYear;
            case DAY_FIRST -> "the " + ordinal + " of " + month + " " + shortYear;
            case YEAR_FIRST -> SpokenNumber.year(year) + " " + month + " " + ordinal;
            case DIGITS -> digits(birth.getMonthValue()) + " " + digits(day) + " " + digits(year % 100);
        };
    }

    private static String digits(int two) {
        return digit(two / 10) + " " + digit(two % 10);
    }

    private static String digit(int one) {
        return one == 0 ? "oh" : SpokenNumber.cardinal(one);
    }
}

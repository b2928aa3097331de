package org.anteroom.agent.rehearsal.caller;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Random;

/** Days and times of day in the words of a caller. */
final class SpokenTime {

    private SpokenTime() {}

    static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US).toLowerCase(Locale.ROOT);
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.US).toLowerCase(Locale.ROOT);
    }

    /** "december eighth", "the eighth of december", "december eight", "tuesday the eighth". */
    static String date(LocalDate day, Random chance) {
        String ordinal = SpokenNumber.ordinal(day.getDayOfMonth());
        return switch (chance.nextInt(5)) {
            case 0 -> "the " + ordinal + " of " + month(day);
            case 1 -> month(day) + " " + SpokenNumber.cardinal(day.getDayOfMonth());
            case 2 -> weekday(day.getDayOfWeek()) + " the " + ordinal;
            case 3 -> weekday(day.getDayOfWeek()) + " " + month(day) + " " + ordinal;
            default -> month(day) + " " + ordinal;
        };
    }

    /** "ten thirty", "half past ten", "two o'clock", "noon", with "in the morning" or "a m" now and then. */
    static String time(LocalTime time, Random chance) {
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String spoken = minutes(hour, time.getMinute(), chance);
        return switch (chance.nextInt(6)) {
            case 0 -> spoken + (time.getHour() < 12 ? " a m" : " p m");
            case 1 -> spoken + (time.getHour() < 12 ? " in the morning" : " in the afternoon");
            default -> spoken;
        };
    }

    private static String minutes(int hour, int minute, Random chance) {
        String whole = SpokenNumber.cardinal(hour);
        String next = SpokenNumber.cardinal(hour % 12 + 1);
        boolean plain = chance.nextInt(3) > 0;
        return switch (minute) {
            case 0 -> plain ? whole : whole + " o'clock";
            case 15 -> plain ? whole + " fifteen" : "quarter past " + whole;
            case 30 -> plain ? whole + " thirty" : "half past " + whole;
            case 45 -> plain ? whole + " forty five" : "quarter to " + next;
            default -> whole + " " + SpokenNumber.pair(minute);
        };
    }

    /** "on tuesday", "on tuesday at ten", "on the eighth", "tomorrow": an appointment that a caller speaks of. */
    static String appointment(LocalDateTime at, LocalDate today, Random chance) {
        LocalDate day = at.toLocalDate();
        String spoken = day.equals(today)
                ? "today"
                : day.equals(today.plusDays(1))
                        ? "tomorrow"
                        : day.isBefore(today.plusDays(7))
                                ? "on " + weekday(day.getDayOfWeek())
                                : "on " + date(day, chance);
        return chance.nextInt(3) == 0 ? spoken + " at " + time(at.toLocalTime(), chance) : spoken;
    }
}

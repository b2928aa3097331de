package org.anteroom.agent.dialogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.words.SpokenNumbers;

/** Times and days as people say them, so that nothing is left for the voice to guess. */
final class InWords {
    /** The months, January first, as a recogniser writes them. */
    static final List<String> MONTHS = Arrays.stream(Month.values())
            .map(month -> named(month).toLowerCase(Locale.US))
            .toList();

    /** The days of the week, Monday first, as a recogniser writes them. */
    static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(weekday -> day(weekday).toLowerCase(Locale.US))
            .toList();

    private static final String[] ORDINALS = {
        "",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth"
    };
    private static final Pattern RUN = Pattern.compile("[A-Za-z]+|[0-9]+");
    /** What begins with a capital: "smith's" has one. */
    private static final Pattern NAME_PART = Pattern.compile("(?<![\\p{L}'])\\p{L}[\\p{L}']*");

    private static final int GROUP = 4;
    private static final int NOON = 12 * 60;
    private static final int MIDNIGHT = 24 * 60;

    private InWords() {}

    /** A day's openings: "eight to noon and one to five". */
    static String openings(List<TimeRange> ranges) {
        return joined(ranges.stream().map(InWords::opening).toList());
    }

    private static String opening(TimeRange range) {
        if (range.from() == 0 && range.to() == MIDNIGHT) {
            return "midnight to midnight";
        }
        // Eight to five is plain to everybody; seven to seven isn't.
        boolean plain = range.from() >= 6 * 60 && range.to() <= 20 * 60 && range.to() - range.from() < NOON;
        return plain
                ? clock(range.from()) + " to " + clock(range.to())
                : moment(range.from()) + " to " + moment(range.to());
    }

    /**
     * A time with its part of the day: "seven thirty in the evening".
     *
     * @param minute of the day, 0 to 1440
     */
    static String moment(int minute) {
        int of = minute % MIDNIGHT;
        if (of == 0 || of == NOON) {
            return clock(minute);
        }
        String part = of < NOON ? "in the morning" : of < 17 * 60 ? "in the afternoon" : "in the evening";
        return clock(minute) + " " + part;
    }

    /** A time on the clock's face: "eight", "eight oh five", "noon". */
    static String clock(int minute) {
        int of = minute % MIDNIGHT;
        if (of == 0) {
            return "midnight";
        }
        if (of == NOON) {
            return "noon";
        }
        int hour = of / 60 % 12 == 0 ? 12 : of / 60 % 12;
        int past = of % 60;
        if (past == 0) {
            return SpokenNumbers.said(hour);
        }
        return SpokenNumbers.said(hour) + (past < 10 ? " oh " : " ") + SpokenNumbers.said(past);
    }

    static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US);
    }

    /** "December twenty fifth". */
    static String date(LocalDate date) {
        return month(date) + " " + ordinal(date.getDayOfMonth());
    }

    static String month(LocalDate date) {
        return named(date.getMonth());
    }

    private static String named(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.US);
    }

    /** A year as people say it: "nineteen forty one", "two thousand five", "twenty eleven". */
    static String year(int year) {
        int century = year / 100;
        int rest = year % 100;
        if (year >= 2000 && year < 2010) {
            return "two thousand" + (rest == 0 ? "" : " " + SpokenNumbers.said(rest));
        }
        if (rest == 0) {
            return SpokenNumbers.said(century) + " hundred";
        }
        return SpokenNumbers.said(century) + (rest < 10 ? " oh " : " ") + SpokenNumbers.said(rest);
    }

    static String ordinal(int day) {
        if (day <= 20) {
            return ORDINALS[day];
        }
        if (day == 30) {
            return "thirtieth";
        }
        return SpokenNumbers.said(day - day % 10) + " " + ORDINALS[day % 10];
    }

    /** An id sign by sign, letters and digits apart and in groups of at most four: "A B C, one two three, four five six". */
    static String spelled(String id) {
        List<String> groups = new ArrayList<>();
        Matcher runs = RUN.matcher(id);
        while (runs.find()) {
            String run = runs.group();
            int size = run.length() % 4 == 1 || run.length() % 3 == 0 ? 3 : GROUP;
            for (int from = 0; from < run.length(); from += size) {
                groups.add(run.substring(from, Math.min(run.length(), from + size))
                        .chars()
                        .mapToObj(InWords::sign)
                        .collect(Collectors.joining(" ")));
            }
        }
        return String.join(", ", groups);
    }

    /** A name as it is written: "Mary-Ann Parker". */
    static String name(String heard) {
        return NAME_PART
                .matcher(heard)
                .replaceAll(part -> part.group().substring(0, 1).toUpperCase(Locale.ROOT)
                        + part.group().substring(1));
    }

    private static String sign(int sign) {
        return Character.isDigit(sign)
                ? SpokenNumbers.said(sign - '0')
                : String.valueOf((char) sign).toUpperCase(Locale.ROOT);
    }

    /** "one", "one and two", "one, two, and three". */
    static String joined(List<String> parts) {
        if (parts.size() <= 2) {
            return String.join(" and ", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + ", and " + parts.get(parts.size() - 1);
    }
}

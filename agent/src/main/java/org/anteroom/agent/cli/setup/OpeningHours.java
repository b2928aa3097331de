package org.anteroom.agent.cli.setup;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opening hours as people type them, {@code mon-thu 8-12 13-17, fri 8am-12}, and as the file has them. Pure. */
final class OpeningHours {
    /** No hours at all. */
    static final String CLOSED = "closed";

    private static final int MIDNIGHT = 24 * 60;
    private static final Pattern PART = Pattern.compile("([a-z]{3})[a-z]*(?:\\s*-\\s*([a-z]{3})[a-z]*)?\\s+(.+)");
    private static final Pattern RANGE = Pattern.compile(
            "(\\d{1,2})(?::(\\d\\d))?\\s*(am|pm)?\\s*-\\s*(\\d{1,2})(?::(\\d\\d))?\\s*(am|pm)?(?:\\s+|$)");

    private OpeningHours() {}

    /** What is wrong with hours as typed; empty when they can be read. */
    static Optional<String> problem(String typed) {
        try {
            parse(typed);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Each open day's ranges as the file has them, such as {@code 08:00-12:00}.
     *
     *  @throws IllegalArgumentException with a sentence when it can't be read
     */
    static Map<DayOfWeek, List<String>> parse(String typed) {
        Map<DayOfWeek, List<String>> week = new EnumMap<>(DayOfWeek.class);
        String text = typed.strip().toLowerCase(Locale.ROOT).replace('–', '-');
        if (text.equals(CLOSED)) {
            return week;
        }
        for (String part : text.split("\\s*[,;]\\s*")) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw wrong(part);
            }
            DayOfWeek from = day(matcher.group(1), part);
            DayOfWeek to = matcher.group(2) == null ? from : day(matcher.group(2), part);
            List<String> ranges = ranges(matcher.group(3), part);
            DayOfWeek day = from;
            while (true) {
                if (week.put(day, ranges) != null) {
                    throw new IllegalArgumentException("names " + short3(day) + " twice; write all its hours together,"
                            + " as in " + short3(day) + " 8-12 13-17");
                }
                if (day == to) {
                    break;
                }
                day = day.plus(1);
            }
        }
        return week;
    }

    /** The same as people type them. */
    static String typed(Map<DayOfWeek, List<String>> week) {
        List<String> parts = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        for (int i = 0; i < days.length; i++) {
            List<String> ranges = week.getOrDefault(days[i], List.of());
            if (!ranges.isEmpty()) {
                int last = i;
                while (last + 1 < days.length && ranges.equals(week.get(days[last + 1]))) {
                    last++;
                }
                String span = last == i ? short3(days[i]) : short3(days[i]) + "-" + short3(days[last]);
                parts.add(span + " " + String.join(" ", ranges));
                i = last;
            }
        }
        return String.join(", ", parts);
    }

    private static List<String> ranges(String text, String part) {
        List<String> ranges = new ArrayList<>();
        Matcher matcher = RANGE.matcher(text);
        int at = 0;
        int before = -1;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw wrong(part);
            }
            int from = minute(matcher.group(1), matcher.group(2), matcher.group(3), part);
            int to = minute(matcher.group(4), matcher.group(5), matcher.group(6), part);
            if (from >= to || to > MIDNIGHT) {
                throw new IllegalArgumentException(
                        "\"" + part + "\" ends before it begins: write 17 or 5pm for five in" + " the afternoon");
            }
            if (from <= before) {
                throw new IllegalArgumentException("\"" + part + "\" has hours out of order, or that touch");
            }
            before = to;
            ranges.add("%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60));
            at = matcher.end();
        }
        return List.copyOf(ranges);
    }

    private static int minute(String hour, @Nullable String minute, @Nullable String half, String part) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (minutes > 59 || hours > 24 || (half != null && (hours < 1 || hours > 12))) {
            throw wrong(part);
        }
        if (half != null) {
            hours = hours % 12 + (half.equals("pm") ? 12 : 0);
        }
        return hours * 60 + minutes;
    }

    private static DayOfWeek day(String word, String part) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (short3(day).equals(word)) {
                return day;
            }
        }
        throw wrong(part);
    }

    private static String short3(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException wrong(String part) {
        return new IllegalArgumentException("\"" + part
                + "\" is not understood: write days and hours, as in mon-thu 8-12 13-17, fri 8-12; or: " + CLOSED);
    }
}

package org.anteroom.agent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Part of a day, in minutes of the wall clock.
 *
 * @param from first minute of the range, 0 to 1439
 * @param to first minute after it, 1 to 1440; 1440 is midnight at the end of the day
 */
public record TimeRange(int from, int to) {
    private static final Pattern WRITTEN = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");

    public TimeRange {
        if (from < 0 || to > 24 * 60 || from >= to) {
            throw new IllegalArgumentException("not a range within a day: " + from + " to " + to);
        }
    }

    /** Reads {@code 08:00-12:00}; empty when it isn't a range within one day. */
    static Optional<TimeRange> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = minute(matcher.group(1), matcher.group(2));
        int to = minute(matcher.group(3), matcher.group(4));
        return from < to && to <= 24 * 60 ? Optional.of(new TimeRange(from, to)) : Optional.empty();
    }

    /** What is left of it, in order. */
    public List<TimeRange> without(TimeRange other) {
        List<TimeRange> left = new ArrayList<>(2);
        if (from < Math.min(to, other.from)) {
            left.add(new TimeRange(from, Math.min(to, other.from)));
        }
        if (Math.max(from, other.to) < to) {
            left.add(new TimeRange(Math.max(from, other.to), to));
        }
        return left;
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    /** As written in the file. */
    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
}

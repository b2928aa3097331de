package org.anteroom.agent.practice.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something takes: days of the wall clock, and time beside them.
 */
record Length(long days, Duration time) {
    private static final Pattern WRITTEN = Pattern.compile(
            "\\+?P(?:(\\d{1,5})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,9})S)?)?");

    static Length exactly(Instant from, Instant to) {
        return new Length(0, Duration.between(from, to));
    }

    static Length ofDays(long days) {
        return new Length(days, Duration.ZERO);
    }

    /** Such as {@code PT1H30M}; empty when it is none, or negative. */
    static Optional<Length> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || text.endsWith("P") || text.endsWith("T")) {
            return Optional.empty();
        }
        return Optional.of(new Length(
                7 * number(written, 1) + number(written, 2),
                Duration.ofHours(number(written, 3))
                        .plusMinutes(number(written, 4))
                        .plusSeconds(number(written, 5))));
    }

    private static long number(Matcher written, int group) {
        String digits = written.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    Instant end(Moment start) {
        return start.at(start.wall().plusDays(days)).instant().plus(time);
    }

    /** Days it takes at most. */
    long ceiling() {
        return days + time.toDays() + 1;
    }
}

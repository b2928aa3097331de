package org.anteroom.agent.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Dates with a time of day as people write them: {@code 2026-12-24 17:00}, or with a T between. */
public final class WallClock {
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private WallClock() {}

    /** The date and time, whole minutes; empty when it is written otherwise. */
    public static Optional<LocalDateTime> parse(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written.strip().replaceFirst("T", " "), WRITTEN));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The minute that a moment lies in; whatever begins now begins with it, so that it counts at once. */
    public static LocalDateTime minute(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    /** As {@link #parse} reads it. */
    public static String written(LocalDateTime time) {
        return WRITTEN.format(time);
    }
}

package org.anteroom.agent.config;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
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

    /** As {@link #parse} reads it. */
    public static String written(LocalDateTime time) {
        return WRITTEN.format(time);
    }
}

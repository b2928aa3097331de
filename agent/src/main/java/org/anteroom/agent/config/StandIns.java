package org.anteroom.agent.config;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Values in the place of those that are missing or can't be read, so that what stands beside them is judged all the same.
 * A file in which one is needed is never used.
 */
final class StandIns {
    private static final LocalDate DAY = LocalDate.EPOCH;

    private StandIns() {}

    /**
     * One for a key.
     *
     * @param given what the file has there, which may be of any type
     */
    static Object of(Schema.Entry entry, @Nullable Object given, String key, Values values) {
        if (entry.list()) {
            return List.of();
        }
        if (entry.optional()) {
            return entry.component().getType() == OptionalInt.class ? OptionalInt.empty() : Optional.empty();
        }
        if (entry.section()) {
            return section(entry, key, values);
        }
        boolean written = entry.type() == String.class && given != null;
        return entry.hasPreset() && !written ? values.preset(entry, key).orElseThrow() : value(entry, given, key);
    }

    /** One for an element of a list; empty where the list is better judged without it. */
    static Optional<Object> element(Schema.Entry entry, @Nullable Object given, String key, Values values) {
        if (entry.section()) {
            return Optional.of(section(entry, key, values));
        }
        return entry.type() == String.class ? Optional.of(text(given, key)) : Optional.empty();
    }

    private static Object section(Schema.Entry entry, String key, Values values) {
        return Binder.make(
                entry.type(),
                Schema.entries(entry.type()).stream()
                        .map(inner -> of(inner, null, Binder.join(key, inner.key()), values))
                        .toList());
    }

    /** What was written, so that others may name it, or else something that nobody names and that is there once. */
    private static String text(@Nullable Object given, String key) {
        return given instanceof String text && !text.isBlank() ? text : key;
    }

    private static Object value(Schema.Entry entry, @Nullable Object given, String key) {
        Class<?> type = entry.type();
        if (type == String.class) {
            return text(given, key);
        }
        if (type == int.class) {
            return (int) Math.max(entry.about().min(), Integer.MIN_VALUE);
        }
        if (type == boolean.class) {
            return false;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == LocalDate.class) {
            return DAY;
        }
        if (type == LocalDateTime.class) {
            return DAY.atStartOfDay();
        }
        if (type == LocalTime.class) {
            return LocalTime.MIDNIGHT;
        }
        if (type == Path.class) {
            return Path.of("/");
        }
        if (type == ZoneId.class) {
            return ZoneOffset.UTC;
        }
        if (type == InetAddress.class) {
            return InetAddress.getLoopbackAddress();
        }
        if (type == Secret.class) {
            return new Secret(key);
        }
        throw new IllegalStateException(key + " is of a type without a stand-in: " + type);
    }
}

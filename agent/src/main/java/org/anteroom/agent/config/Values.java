package org.anteroom.agent.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads single values: each kind says in a sentence what it wants. */
final class Values {
    /** Only written addresses are taken: a name would be looked up, and looking up is not this room's business. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final Path folder;
    private final Problems problems;

    Values(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The value as the record wants it; empty when it is wrong, which is then among the problems. */
    Optional<Object> read(Schema.Entry entry, Object given, String key) {
        Class<?> type = entry.type();
        if (type == int.class) {
            return number(entry, given, key);
        }
        if (type == boolean.class) {
            return given instanceof Boolean ? Optional.of(given) : wrong(key, "must be true or false, without quotes");
        }
        if (type == LocalDate.class) {
            return given instanceof LocalDate
                    ? Optional.of(given)
                    : wrong(key, "must be a date such as 2026-12-25, without quotes");
        }
        if (type == LocalDateTime.class && given instanceof LocalDateTime time) {
            return time.getSecond() == 0 && time.getNano() == 0
                    ? Optional.of(time)
                    : wrong(key, "must be a whole minute, such as \"2026-12-24 17:00\"");
        }
        return given instanceof String text ? text(entry, text, key) : wrong(key, "must be text in quotes");
    }

    /** The preset of a key that isn't in the file. */
    Optional<Object> preset(Schema.Entry entry, String key) {
        String preset = entry.about().preset();
        if (entry.type() == int.class) {
            return Optional.of(Integer.parseInt(preset));
        }
        if (entry.type() == boolean.class) {
            return Optional.of(Boolean.parseBoolean(preset));
        }
        return text(entry, preset, key);
    }

    private Optional<Object> number(Schema.Entry entry, Object given, String key) {
        long min = Math.max(entry.about().min(), Integer.MIN_VALUE);
        long max = Math.min(entry.about().max(), Integer.MAX_VALUE);
        if (given instanceof Long number && number >= min && number <= max) {
            return Optional.of(number.intValue());
        }
        return wrong(key, "must be a whole number from " + min + " to " + max + ", without quotes");
    }

    private Optional<Object> text(Schema.Entry entry, String text, String key) {
        Class<?> type = entry.type();
        if (type.isEnum()) {
            return constant(type, text, key);
        }
        if (type == TimeRange.class) {
            return TimeRange.parse(text)
                    .<Optional<Object>>map(Optional::of)
                    .orElseGet(() -> wrong(
                            key,
                            "must be a range within one day such as \"08:00-12:00\"; past midnight write two, the first"
                                    + " ending at 24:00"));
        }
        if (type == LocalTime.class) {
            return TIME.matcher(text).matches()
                    ? Optional.of(LocalTime.parse(text))
                    : wrong(key, "must be a time of day such as \"17:00\"");
        }
        if (type == LocalDateTime.class) {
            return WallClock.parse(text)
                    .<Optional<Object>>map(Optional::of)
                    .orElseGet(() -> wrong(key, "must be a date and time such as \"2026-12-24 17:00\""));
        }
        if (type == Path.class) {
            return path(text, key);
        }
        if (type == ZoneId.class) {
            return zone(text, key);
        }
        if (type == InetAddress.class) {
            return address(text, key);
        }
        if (type == Secret.class) {
            return text.isEmpty() || text.length() > 200
                    ? wrong(key, "must be 1 to 200 characters")
                    : Optional.of(new Secret(text));
        }
        Form form = entry.about().form();
        String plain = form.plain(text);
        return form.matches(plain) ? Optional.of(plain) : wrong(key, form.sentence());
    }

    private Optional<Object> constant(Class<?> type, String text, String key) {
        for (Object constant : type.getEnumConstants()) {
            if (Schema.kebab((Enum<?>) constant).equals(text)) {
                return Optional.of(constant);
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants())
                .map(constant -> "\"" + Schema.kebab((Enum<?>) constant) + "\"")
                .collect(Collectors.joining(", "));
        return wrong(key, "must be one of " + allowed);
    }

    private Optional<Object> path(String text, String key) {
        try {
            if (!text.isBlank()) {
                return Optional.of(folder.resolve(text).normalize());
            }
        } catch (InvalidPathException e) {
            return wrong(key, "must be a path: " + e.getReason());
        }
        return wrong(key, "must be a path");
    }

    private Optional<Object> zone(String text, String key) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return wrong(key, "must be a time zone such as \"America/New_York\"");
        }
    }

    private Optional<Object> address(String text, String key) {
        try {
            if (ADDRESS.matcher(text).matches()) {
                return Optional.of(InetAddress.getByName(text));
            }
        } catch (UnknownHostException e) {
            return wrong(key, "must be an IP address of this machine");
        }
        return wrong(key, "must be an IP address of this machine");
    }

    private Optional<Object> wrong(String key, String sentence) {
        problems.addUnread(key, sentence);
        return Optional.empty();
    }
}

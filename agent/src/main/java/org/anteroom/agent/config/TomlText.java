package org.anteroom.agent.config;

import java.net.InetAddress;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Writes single values as TOML. */
final class TomlText {
    private TomlText() {}

    static String of(Object value) {
        if (value instanceof Integer || value instanceof Boolean || value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(TomlText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Enum<?> constant) {
            return quoted(Schema.kebab(constant));
        }
        if (value instanceof Secret secret) {
            return quoted(secret.reveal());
        }
        if (value instanceof LocalDateTime time) {
            return quoted(WallClock.written(time));
        }
        if (value instanceof InetAddress address) {
            return quoted(address.getHostAddress());
        }
        return quoted(value.toString());
    }

    /** The preset of an entry as TOML. */
    static String preset(Schema.Entry entry) {
        return typed(entry, entry.about().preset());
    }

    /** The example of an entry as TOML; lists are written as such in the annotation. */
    static String example(Schema.Entry entry) {
        return entry.list()
                ? entry.about().example()
                : typed(entry, entry.about().example());
    }

    /** A value as a person types it, quoted where its key wants text. */
    static String typed(Schema.Entry entry, String value) {
        Class<?> type = entry.type();
        boolean bare = type == int.class || type == boolean.class || type == LocalDate.class;
        return bare ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (Character.isISOControl(c)) {
                text.append("\\u%04X".formatted(c));
            } else {
                text.append((char) c);
            }
        });
        return text.append('"').toString();
    }
}

package org.anteroom.agent.config;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to say about one key of the configuration.
 *
 * @param key with its sections, such as {@code oncall.group.ring-seconds}
 * @param doc what it means, with its unit
 * @param type what may be written, in words
 * @param preset the default as TOML; empty where there is none
 * @param example as TOML; empty where there is none
 * @param required whether it must be filled in
 * @param instead a key that may stand in its place; empty where there is none
 * @param restart whether a change takes effect with a restart of the service only
 */
public record KeyGuide(
        String key,
        String doc,
        String type,
        String preset,
        String example,
        boolean required,
        String instead,
        boolean restart) {

    /** What these sections and keys say is built into the running service. */
    private static final Set<String> BUILT_IN = Set.of("sip", "media", "speech", "records", "control", "watch");

    private static final Set<String> PLACE = Set.of("practice.type", "practice.timezone");

    /** Whether a change of the key takes a restart; else a reload suffices. */
    public static boolean needsRestart(String key) {
        return PLACE.contains(key) || BUILT_IN.contains(key.split("[.\\[]", 2)[0]);
    }

    /** The key as it is asked for, without the numbers and names of elements: {@code oncall.group[2].name}. */
    static String plain(String asked) {
        return asked.strip().replaceAll("\\[[^\\]]*]", "");
    }

    /** About one key; empty where there is no such key, or it is a section. */
    public static Optional<KeyGuide> of(String asked) {
        String key = plain(asked);
        return all().stream().filter(guide -> guide.key().equals(key)).findFirst();
    }

    /** All keys of a section and of the sections in it, in the order of the reference file; empty where there is none. */
    public static List<KeyGuide> under(String asked) {
        String section = plain(asked);
        return all().stream()
                .filter(guide -> guide.key().startsWith(section + "."))
                .toList();
    }

    /** Every key, in the order of the reference file. */
    public static List<KeyGuide> all() {
        List<KeyGuide> guides = new ArrayList<>();
        collect("", Config.class, guides);
        return guides;
    }

    /** The key most like one that isn't known; the end of it alone is looked at, too. */
    public static String nearest(String asked) {
        String key = plain(asked);
        return all().stream()
                .map(KeyGuide::key)
                .min(Comparator.comparingInt(known -> Math.min(
                        Spelling.distance(known, key),
                        1 + Spelling.distance(known.substring(known.lastIndexOf('.') + 1), key))))
                .orElseThrow();
    }

    private static void collect(String path, Class<?> section, List<KeyGuide> guides) {
        for (Schema.Entry entry : Schema.entries(section)) {
            String key = path.isEmpty() ? entry.key() : path + "." + entry.key();
            if (entry.section()) {
                collect(key, entry.type(), guides);
            } else {
                guides.add(guide(key, path, entry));
            }
        }
    }

    private static KeyGuide guide(String key, String path, Schema.Entry entry) {
        Key about = entry.about();
        return new KeyGuide(
                key,
                about.doc(),
                (entry.list() ? "list of: " : "") + type(entry),
                entry.hasPreset() ? TomlText.preset(entry) : "",
                about.example().isEmpty() ? "" : TomlText.example(entry),
                entry.toFillIn() && about.instead().isEmpty(),
                about.instead().isEmpty() ? "" : path + "." + about.instead(),
                needsRestart(key));
    }

    private static String type(Schema.Entry entry) {
        Class<?> type = entry.type();
        Key about = entry.about();
        if (type == int.class) {
            return "whole number"
                    + (about.min() == Long.MIN_VALUE ? "" : " from " + about.min() + " to " + about.max());
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> "\"" + Schema.kebab((Enum<?>) constant) + "\"")
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "text: " + about.form().sentence().replaceFirst("^must be ", "");
        }
        return word(type);
    }

    private static String word(Class<?> type) {
        if (type == Path.class) {
            return "path in quotes; one that is not absolute starts at the folder of the file";
        }
        if (type == Secret.class) {
            return "password in quotes, 1 to 200 characters";
        }
        if (type == TimeRange.class) {
            return "range within one day, such as \"08:00-12:00\"";
        }
        if (type == LocalTime.class) {
            return "time of day, such as \"17:00\"";
        }
        if (type == LocalDate.class) {
            return "date without quotes, such as 2026-12-25";
        }
        if (type == LocalDateTime.class) {
            return "date and time, such as \"2026-12-24 17:00\"";
        }
        if (type == ZoneId.class) {
            return "time zone, such as \"America/New_York\"";
        }
        return type == InetAddress.class ? "IP address of this machine in quotes" : "text in quotes";
    }
}

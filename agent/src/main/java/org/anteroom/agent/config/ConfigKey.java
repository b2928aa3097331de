package org.anteroom.agent.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Single keys of the configuration by their dotted names, for whoever asks a person for them one by one. Pure. */
public final class ConfigKey {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private ConfigKey() {}

    /**
     * What is wrong with a value, by the rule that reads the file.
     *
     * @param key such as {@code sip.pbx-port}; not one within {@code [[...]]}
     * @param value as a person writes it, without quotes
     * @return the sentence without the key; empty when the file would take it
     */
    public static Optional<String> problem(String key, String value) {
        Optional<Schema.Entry> entry = entry(key);
        if (entry.isEmpty()) {
            return Optional.of("there is no such key");
        }
        Problems problems = new Problems();
        new Values(Path.of("/"), problems).read(entry.get(), given(entry.get(), value), key);
        return problems.exception(Path.of("/")).problems().stream().findFirst().map(Problem::sentence);
    }

    /** The value as the file has it. */
    static String written(String key, String value) {
        Schema.Entry entry = entry(key).orElseThrow(() -> new IllegalArgumentException("there is no key " + key));
        return entry.list() ? value : TomlText.typed(entry, value);
    }

    static Optional<Schema.Entry> entry(String key) {
        Class<?> at = Config.class;
        Optional<Schema.Entry> found = Optional.empty();
        for (String name : List.of(key.split("\\."))) {
            found = at.isRecord()
                    ? Schema.entries(at).stream()
                            .filter(each -> each.key().equals(name))
                            .findFirst()
                    : Optional.empty();
            if (found.isEmpty()) {
                return found;
            }
            at = found.get().type();
        }
        return found.filter(entry -> !entry.section());
    }

    private static Object given(Schema.Entry entry, String value) {
        if (entry.type() == int.class && NUMBER.matcher(value).matches()) {
            return Long.parseLong(value);
        }
        boolean word = Arrays.asList("true", "false").contains(value);
        return entry.type() == boolean.class && word ? (Object) Boolean.valueOf(value) : value;
    }
}

package org.anteroom.agent.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * Makes records from TOML tables. Goes on after a problem, with {@link StandIns} for what is missing or wrong, so that all
 * are found in one pass, those between keys too.
 */
final class Binder {
    /** @param whole whether nothing in it only stands in */
    private record Made(Object value, boolean whole) {}

    private final Values values;
    private final List<SectionCheck<?>> checks;
    private final Problems problems;

    /** Relative paths in the file start at {@code folder}. */
    Binder(Path folder, List<SectionCheck<?>> checks, Problems problems) {
        this.checks = List.copyOf(checks);
        this.values = new Values(folder, problems);
        this.problems = problems;
    }

    /** The record; empty when a value it needs is missing or wrong, which is then among the problems. */
    <R extends Record> Optional<R> bind(Class<R> type, TomlTable table) {
        Made made = section(type, table, "");
        return made.whole() ? Optional.of(type.cast(made.value())) : Optional.empty();
    }

    private Made section(Class<?> type, @Nullable TomlTable table, String path) {
        if (table != null) {
            refuseUnknown(type, table, path);
        }
        List<Object> arguments = new ArrayList<>();
        boolean whole = true;
        for (Schema.Entry entry : Schema.entries(type)) {
            Made made = component(entry, table, path);
            whole &= made.whole();
            arguments.add(made.value());
        }
        Object record = make(type, arguments);
        Rules.check(record, path, problems);
        checks.forEach(check -> check.look(record, path, problems));
        return new Made(record, whole);
    }

    private void refuseUnknown(Class<?> type, TomlTable table, String path) {
        for (String name : table.keySet()) {
            String key = join(path, name);
            problems.seen(key, table.inputPositionOf(List.of(name)));
            if (!Schema.keys(type).contains(name)) {
                String sentence = "unknown key; " + Spelling.hint(type, path, name);
                if (type == WeekHours.class) {
                    // It means one of the days, and nobody can say which hours it would have.
                    problems.addUnread(key, sentence);
                } else {
                    problems.add(key, sentence);
                }
            }
        }
    }

    private Made component(Schema.Entry entry, @Nullable TomlTable table, String path) {
        String key = join(path, entry.key());
        Object given = table == null ? null : table.get(List.of(entry.key()));
        if (given == null) {
            return absent(entry, table != null, key);
        }
        if (entry.list()) {
            return list(entry, given, key);
        }
        if (entry.section()) {
            return given instanceof TomlTable inner
                    ? section(entry.type(), inner, key)
                    : wrong(entry, given, key, "must be a section: [" + key + "]");
        }
        if (!entry.hasPreset() && given instanceof String text && text.isBlank()) {
            return wrong(entry, given, key, "is not filled in" + example("; ", entry) + wayAround(entry));
        }
        return values.read(entry, given, key)
                .map(value -> new Made(entry.optional() ? wrap(entry, value) : value, true))
                .orElseGet(() -> new Made(StandIns.of(entry, given, key, values), false));
    }

    private Made wrong(Schema.Entry entry, @Nullable Object given, String key, String sentence) {
        problems.addUnread(key, sentence);
        return new Made(StandIns.of(entry, given, key, values), false);
    }

    private Made absent(Schema.Entry entry, boolean sectionIsThere, String key) {
        if (entry.list() || entry.optional()) {
            return new Made(StandIns.of(entry, null, key, values), true);
        }
        if (entry.section()) {
            return section(entry.type(), null, key);
        }
        return entry.hasPreset()
                ? new Made(values.preset(entry, key).orElseThrow(), true)
                : wrong(
                        entry,
                        null,
                        key,
                        (sectionIsThere ? "is missing" : "is missing, with its section") + example(", ", entry));
    }

    private static String example(String before, Schema.Entry entry) {
        return entry.about().example().isEmpty() ? "" : before + "for example " + TomlText.example(entry);
    }

    private static String wayAround(Schema.Entry entry) {
        if (!entry.about().instead().isEmpty()) {
            return "; put # in front of it if you set " + entry.about().instead() + " instead";
        }
        return entry.optional() ? "; put # in front of it to leave it out" : "";
    }

    private Made list(Schema.Entry entry, Object given, String key) {
        if (!(given instanceof TomlArray array)) {
            return wrong(
                    entry,
                    given,
                    key,
                    entry.section() ? "must be written as [[" + key + "]]" : "must be a list in square brackets");
        }
        List<Object> elements = new ArrayList<>();
        boolean whole = true;
        for (int i = 0; i < array.size(); i++) {
            String name = key + "[" + (i + 1) + "]";
            problems.seen(name, array.inputPositionOf(i));
            Optional<Made> element = element(entry, array.get(i), name);
            whole &= element.map(Made::whole).orElse(false);
            element.map(Made::value).ifPresent(elements::add);
        }
        return new Made(List.copyOf(elements), whole);
    }

    /** One element; empty where the others are better judged without it. */
    private Optional<Made> element(Schema.Entry entry, Object given, String name) {
        if (!entry.section()) {
            return values.read(entry, given, name)
                    .map(value -> new Made(value, true))
                    .or(() -> StandIns.element(entry, given, name, values).map(value -> new Made(value, false)));
        }
        if (given instanceof TomlTable inner) {
            return Optional.of(section(entry.type(), inner, name));
        }
        problems.addUnread(name, "must be a section of its own, written with double square brackets");
        return StandIns.element(entry, given, name, values).map(value -> new Made(value, false));
    }

    private static Object wrap(Schema.Entry entry, Object value) {
        return entry.component().getType() == OptionalInt.class ? OptionalInt.of((Integer) value) : Optional.of(value);
    }

    static Object make(Class<?> type, List<Object> arguments) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made from its own components", e);
        }
    }

    static String join(String path, String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }
}

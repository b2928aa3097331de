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

/** Makes records from TOML tables. Goes on after a problem, so that all are found in one pass. */
final class Binder {
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
        return section(type, table, "").map(type::cast);
    }

    private Optional<Object> section(Class<?> type, @Nullable TomlTable table, String path) {
        if (table != null) {
            refuseUnknown(type, table, path);
        }
        List<Object> arguments = new ArrayList<>();
        boolean complete = true;
        for (Schema.Entry entry : Schema.entries(type)) {
            Optional<Object> argument = component(entry, table, path);
            complete &= argument.isPresent();
            argument.ifPresent(arguments::add);
        }
        if (!complete) {
            return Optional.empty();
        }
        Object record = make(type, arguments);
        Rules.check(record, path, problems);
        checks.forEach(check -> check.look(record, problems));
        return Optional.of(record);
    }

    private void refuseUnknown(Class<?> type, TomlTable table, String path) {
        for (String name : table.keySet()) {
            String key = join(path, name);
            problems.seen(key, table.inputPositionOf(List.of(name)));
            if (!Schema.keys(type).contains(name)) {
                problems.add(key, "unknown key; " + Spelling.hint(type, path, name));
            }
        }
    }

    private Optional<Object> component(Schema.Entry entry, @Nullable TomlTable table, String path) {
        String key = join(path, entry.key());
        Object given = table == null ? null : table.get(List.of(entry.key()));
        if (given == null) {
            return absent(entry, table != null, key);
        }
        if (entry.list()) {
            return list(entry, given, key);
        }
        if (entry.section()) {
            if (given instanceof TomlTable inner) {
                return section(entry.type(), inner, key);
            }
            problems.add(key, "must be a section: [" + key + "]");
            return Optional.empty();
        }
        if (!entry.hasPreset() && given instanceof String text && text.isBlank()) {
            problems.add(key, "is not filled in" + example("; ", entry) + wayAround(entry));
            return Optional.empty();
        }
        Optional<Object> value = values.read(entry, given, key);
        return entry.optional() ? value.map(present -> wrap(entry, present)) : value;
    }

    private Optional<Object> absent(Schema.Entry entry, boolean sectionIsThere, String key) {
        if (entry.list()) {
            return Optional.of(List.of());
        }
        if (entry.optional()) {
            return Optional.of(
                    entry.component().getType() == OptionalInt.class ? OptionalInt.empty() : Optional.empty());
        }
        if (entry.section()) {
            return section(entry.type(), null, key);
        }
        if (entry.hasPreset()) {
            return values.preset(entry, key);
        }
        problems.add(key, (sectionIsThere ? "is missing" : "is missing, with its section") + example(", ", entry));
        return Optional.empty();
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

    private Optional<Object> list(Schema.Entry entry, Object given, String key) {
        if (!(given instanceof TomlArray array)) {
            problems.add(
                    key, entry.section() ? "must be written as [[" + key + "]]" : "must be a list in square brackets");
            return Optional.empty();
        }
        List<Object> elements = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < array.size(); i++) {
            String name = key + "[" + (i + 1) + "]";
            problems.seen(name, array.inputPositionOf(i));
            Optional<Object> element = element(entry, array.get(i), name);
            complete &= element.isPresent();
            element.ifPresent(elements::add);
        }
        return complete ? Optional.of(List.copyOf(elements)) : Optional.empty();
    }

    private Optional<Object> element(Schema.Entry entry, Object given, String name) {
        if (!entry.section()) {
            return values.read(entry, given, name);
        }
        if (given instanceof TomlTable inner) {
            return section(entry.type(), inner, name);
        }
        problems.add(name, "must be a section of its own, written with double square brackets");
        return Optional.empty();
    }

    private static Object wrap(Schema.Entry entry, Object value) {
        return entry.component().getType() == OptionalInt.class ? OptionalInt.of((Integer) value) : Optional.of(value);
    }

    private static Object make(Class<?> type, List<Object> arguments) {
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

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

package org.anteroom.agent.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What the annotated records say about their keys. */
final class Schema {
    /**
     * One key of a section.
     *
     * @param type of one value: the element's type for a list, the content's type for an optional
     */
    record Entry(RecordComponent component, String key, Key about, Class<?> type, boolean list, boolean optional) {
        boolean section() {
            return type.isRecord() && type != TimeRange.class;
        }

        boolean hasPreset() {
            return !about.preset().isEmpty();
        }

        /** Whether somebody must fill it in, because nothing can be taken in its place. */
        boolean toFillIn() {
            return !hasPreset() && !list && (!optional || !about.instead().isEmpty());
        }
    }

    private Schema() {}

    static List<Entry> entries(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(Schema::entry).toList();
    }

    static List<String> keys(Class<?> record) {
        return entries(record).stream().map(Entry::key).toList();
    }

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Entry entry(RecordComponent component) {
        Key about = component.getAnnotation(Key.class);
        if (about == null) {
            throw new IllegalStateException(component + " has no @Key");
        }
        String key = about.name().isEmpty() ? kebab(component.getName()) : about.name();
        Class<?> type = component.getType();
        if (type == OptionalInt.class) {
            return new Entry(component, key, about, int.class, false, true);
        }
        if (type == Optional.class) {
            return new Entry(component, key, about, argument(component.getGenericType()), false, true);
        }
        if (type == List.class) {
            return new Entry(component, key, about, argument(component.getGenericType()), true, false);
        }
        return new Entry(component, key, about, type, false, false);
    }

    private static Class<?> argument(Type type) {
        return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

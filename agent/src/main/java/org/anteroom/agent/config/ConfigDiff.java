package org.anteroom.agent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two configurations, value by value. The elements of a list of sections are told apart by their names,
 * where they have some, so that one put in before the others is one difference. Passwords are compared, never shown.
 */
public final class ConfigDiff {
    /**
     * A key whose values differ, as TOML; empty where it has none.
     *
     * @param restart whether the service must be restarted for it, because a reload doesn't suffice
     */
    public record Change(String key, String before, String after, boolean restart) {}

    private record Leaf(Schema.Entry entry, Object value) {
        String shown() {
            return value instanceof Secret ? value.toString() : TomlText.of(value);
        }
    }

    private ConfigDiff() {}

    /** From one to the other, in the order of the reference file. */
    public static List<Change> between(Config before, Config after) {
        Map<String, Leaf> old = leaves(before);
        Map<String, Leaf> fresh = leaves(after);
        Set<String> keys = new LinkedHashSet<>(fresh.keySet());
        keys.addAll(old.keySet());
        List<Change> changes = new ArrayList<>();
        for (String key : keys) {
            Optional<Leaf> was = Optional.ofNullable(old.get(key));
            Optional<Leaf> is = Optional.ofNullable(fresh.get(key));
            if (!was.map(Leaf::value).equals(is.map(Leaf::value))) {
                changes.add(change(key, was.map(Leaf::shown), is.map(Leaf::shown)));
            }
        }
        return List.copyOf(changes);
    }

    /** From the defaults; a key without one, which must be filled in, is told with nothing before. */
    public static List<Change> fromDefaults(Config config) {
        Values values = new Values(Path.of("/"), new Problems());
        List<Change> changes = new ArrayList<>();
        leaves(config).forEach((key, leaf) -> {
            Optional<Object> preset = leaf.entry().hasPreset() ? values.preset(leaf.entry(), key) : Optional.empty();
            if (!preset.equals(Optional.of(leaf.value()))) {
                changes.add(change(key, preset.map(TomlText::of), Optional.of(leaf.shown())));
            }
        });
        return List.copyOf(changes);
    }

    private static Change change(String key, Optional<String> before, Optional<String> after) {
        return new Change(key, before.orElse(""), after.orElse(""), KeyGuide.needsRestart(key));
    }

    /** By key; an empty list says as much as none. */
    private static Map<String, Leaf> leaves(Config config) {
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        collect("", config, leaves);
        return leaves;
    }

    private static void collect(String path, Record record, Map<String, Leaf> leaves) {
        for (Schema.Entry entry : Schema.entries(record.getClass())) {
            String key = path.isEmpty() ? entry.key() : path + "." + entry.key();
            Object value = KeptFile.value(record, entry);
            if (entry.section() && value instanceof List<?> sections) {
                sections(key, sections, leaves);
            } else if (value instanceof Record section && entry.section()) {
                collect(key, section, leaves);
            } else {
                KeptFile.present(value)
                        .filter(there -> !there.equals(List.of()))
                        .ifPresent(there -> leaves.put(key, new Leaf(entry, there)));
            }
        }
    }

    private static void sections(String key, List<?> sections, Map<String, Leaf> leaves) {
        List<String> names =
                sections.stream().map(section -> name((Record) section)).toList();
        boolean named = !names.contains("") && Set.copyOf(names).size() == names.size();
        for (int i = 0; i < sections.size(); i++) {
            String which = named ? names.get(i) : Integer.toString(i + 1);
            collect(key + "[" + which + "]", (Record) sections.get(i), leaves);
        }
    }

    private static String name(Record section) {
        return Schema.entries(section.getClass()).stream()
                .filter(entry -> entry.key().equals("name"))
                .map(entry -> String.valueOf(KeptFile.value(section, entry)))
                .findFirst()
                .orElse("");
    }
}

package org.anteroom.agent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;

/** Collects what is wrong while a file is read, and remembers where each key stands for rules that look at several. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final Map<String, TomlPosition> positions = new HashMap<>();
    private final Set<String> unread = new HashSet<>();

    void seen(String key, @Nullable TomlPosition position) {
        if (position != null) {
            positions.put(key, position);
        }
    }

    /**
     * Adds a problem at the line of the key, or of the nearest section around it that is in the file. None of a value that
     * can't be read: that is told already, and what stands in its place is nobody's mistake.
     */
    void add(String key, String sentence) {
        if (unread.stream().anyMatch(each -> within(key, each))) {
            return;
        }
        TomlPosition position = position(key);
        found.add(
                position == null
                        ? Problem.of(key, sentence)
                        : new Problem(position.line(), position.column(), key, sentence));
    }

    /** Adds a problem of a value that can't be read: what needs it can't be judged. */
    void addUnread(String key, String sentence) {
        add(key, sentence);
        unread.add(key);
    }

    /** Whether a key, everything below it and what it stands in could be read; so could one that isn't in the file. */
    boolean read(String key) {
        return unread.stream().noneMatch(each -> within(each, key) || within(key, each));
    }

    /** Whether a key of every element of a list could be read. */
    boolean readInEach(String list, int elements, String key) {
        // The one behind the last isn't there, so it can be read unless the list as a whole can't.
        return IntStream.rangeClosed(1, elements + 1).allMatch(i -> read(list + "[" + i + "]." + key));
    }

    private static boolean within(String key, String around) {
        return around.isEmpty()
                || key.equals(around)
                || (key.startsWith(around) && ".[".indexOf(key.charAt(around.length())) >= 0);
    }

    boolean any() {
        return !found.isEmpty();
    }

    ConfigException exception(Path file) {
        List<Problem> inOrder = new ArrayList<>(found);
        inOrder.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return new ConfigException(file, inOrder);
    }

    private @Nullable TomlPosition position(String key) {
        String around = key;
        while (!positions.containsKey(around) && around.contains(".")) {
            around = around.substring(0, around.lastIndexOf('.'));
        }
        return positions.get(around);
    }
}

package org.anteroom.agent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;

/** Collects what is wrong while a file is read, and remembers where each key stands for rules that look at several. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final Map<String, TomlPosition> positions = new HashMap<>();

    void seen(String key, @Nullable TomlPosition position) {
        if (position != null) {
            positions.put(key, position);
        }
    }

    /** Adds a problem at the line of the key, or of the nearest section around it that is in the file. */
    void add(String key, String sentence) {
        TomlPosition position = position(key);
        found.add(
                position == null
                        ? Problem.of(key, sentence)
                        : new Problem(position.line(), position.column(), key, sentence));
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

package org.anteroom.agent.practice.calendar;

import java.util.List;
import java.util.Optional;

/**
 * What stands between {@code BEGIN:} and {@code END:}.
 *
 * @param line where it begins
 * @param lines those of them that are of use here
 * @param parts components within it
 */
record Component(String name, long line, List<ContentLine> lines, List<Component> parts) {
    Component {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
    }

    Optional<ContentLine> first(String property) {
        return lines.stream().filter(line -> line.name().equals(property)).findFirst();
    }

    List<ContentLine> all(String property) {
        return lines.stream().filter(line -> line.name().equals(property)).toList();
    }

    /** @throws Unusable when it has none */
    ContentLine required(String property) throws Unusable {
        return first(property)
                .orElseThrow(
                        () -> new Unusable(line, name, "has no " + property + ": add the line, or remove the " + name));
    }
}

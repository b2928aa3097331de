package org.anteroom.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.anteroom.agent.config.ConfigDiff;

/** Differences of configurations as lines for the terminal, or one line of JSON. */
final class ConfigLines {

    private static final int LONGEST = 400;

    private ConfigLines() {}

    static List<String> fromDefaults(List<ConfigDiff.Change> changes, boolean json) {
        return json
                ? json(changes)
                : changes.stream()
                        .map(change -> plain(change.key() + " = " + change.after()
                                + (change.before().isEmpty() ? "" : "    (default " + change.before() + ")")))
                        .toList();
    }

    static List<String> between(List<ConfigDiff.Change> changes, boolean json) {
        if (json) {
            return json(changes);
        }
        return changes.isEmpty()
                ? List.of("No value differs.")
                : changes.stream()
                        .map(change -> plain(change.key() + ": " + shown(change.before()) + " -> "
                                + shown(change.after()) + (change.restart() ? "    (takes a restart)" : "")))
                        .toList();
    }

    private static String shown(String value) {
        return value.isEmpty() ? "not set" : value;
    }

    private static String plain(String line) {
        return Text.plain(line, LONGEST);
    }

    private static List<String> json(List<ConfigDiff.Change> changes) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        for (ConfigDiff.Change change : changes) {
            ObjectNode one = all.addObject().put("key", change.key());
            put(one, "before", change.before());
            put(one, "after", change.after());
            one.put("restart", change.restart());
        }
        return List.of(all.toString());
    }

    private static void put(ObjectNode node, String key, String value) {
        if (value.isEmpty()) {
            node.putNull(key);
        } else {
            node.put(key, value);
        }
    }
}

package org.anteroom.agent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A value as it stands in a file, right or wrong.
 *
 * @param key with the numbers of elements, such as {@code oncall.group[2].name}
 * @param line of the key, from 1
 * @param value as TOML; a password is not shown
 */
public record PlacedValue(String key, int line, String value) {

    /**
     * Where a file sets a key; several times where its section is repeated.
     *
     * @param asked without numbers of elements
     * @throws ConfigException when the file can't be read as TOML
     */
    public static List<PlacedValue> in(Path file, String asked) throws ConfigException {
        TomlParseResult toml = ConfigFile.parse(file);
        List<PlacedValue> found = new ArrayList<>();
        find(toml, List.of(KeyGuide.plain(asked).split("\\.")), "", found);
        return found;
    }

    private static void find(TomlTable table, List<String> path, String at, List<PlacedValue> found) {
        String name = path.get(0);
        String key = at.isEmpty() ? name : at + "." + name;
        Object value = table.get(List.of(name));
        if (value == null) {
            return;
        }
        List<String> rest = path.subList(1, path.size());
        if (rest.isEmpty()) {
            found.add(new PlacedValue(key, line(table.inputPositionOf(List.of(name))), shown(name, value)));
        } else if (value instanceof TomlTable inner) {
            find(inner, rest, key, found);
        } else if (value instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof TomlTable inner) {
                    find(inner, rest, key + "[" + (i + 1) + "]", found);
                }
            }
        }
    }

    private static int line(@Nullable TomlPosition position) {
        return position == null ? 0 : position.line();
    }

    private static String shown(String name, Object value) {
        if (name.equals("password")) {
            return "(secret)";
        }
        if (value instanceof TomlArray array) {
            return array.toList().stream().map(PlacedValue::text).toList().toString();
        }
        return text(value);
    }

    private static String text(Object value) {
        return value instanceof String text ? TomlText.of(text) : String.valueOf(value);
    }
}

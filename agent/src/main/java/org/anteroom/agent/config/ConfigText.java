package org.anteroom.agent.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * The text of a configuration in which single keys are changed and everything else, comments above all, stays as it is. It
 * needn't be in order: keys may be empty or wrong. A value.
 */
public final class ConfigText {
    private static final String GROUP = "oncall.group";
    private static final String TARGET = "oncall.group.target";

    private final String text;
    private final TomlParseResult toml;

    private ConfigText(String text, TomlParseResult toml) {
        this.text = text;
        this.toml = toml;
    }

    /** The commented reference, in which nothing is filled in. */
    public static ConfigText reference() {
        StringBuilder out = new StringBuilder();
        try {
            ConfigReference.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return new ConfigText(out.toString(), ConfigFile.parse(out.toString()));
    }

    /**
     * The text of a file.
     *
     * @throws ConfigException when it isn't TOML, with line and column
     */
    public static ConfigText of(Path file, String text) throws ConfigException {
        return new ConfigText(text, ConfigFile.toml(file, text));
    }

    /** What a key says, as a person would type it; empty when it says nothing. */
    public Optional<String> value(String key) {
        Object value = toml.get(key);
        return Optional.ofNullable(value instanceof TomlTable ? null : value)
                .map(ConfigText::plain)
                .filter(each -> !each.isBlank());
    }

    private static String plain(Object value) {
        return value instanceof TomlArray array
                ? IntStream.range(0, array.size())
                        .mapToObj(i -> array.get(i).toString())
                        .collect(Collectors.joining(" "))
                : value.toString();
    }

    /**
     * The same with one value, as {@link ConfigKey#problem} takes it; a list in TOML.
     *
     * @throws ConfigException when the text is written so that the key can't be found in it
     */
    public ConfigText with(String key, String value) throws ConfigException {
        return changed(TomlLines.of(text).set(section(key), name(key), ConfigKey.written(key, value)), key, true);
    }

    /** The same with a list of texts. */
    public ConfigText with(String key, List<String> values) throws ConfigException {
        return with(key, TomlText.of(values));
    }

    /** The same with the key commented out, and its value gone: it may have been a password. */
    public ConfigText without(String key) throws ConfigException {
        return toml.contains(key) ? changed(TomlLines.of(text).comment(section(key), name(key)), key, false) : this;
    }

    /** The on-call groups as they stand. */
    public List<PhoneGroup> groups() {
        List<PhoneGroup> groups = new ArrayList<>();
        for (TomlTable group : tables(toml.get(GROUP))) {
            List<PhoneGroup.Phone> phones = new ArrayList<>();
            for (TomlTable target : tables(group.get("target"))) {
                boolean person = written(target, "kind").matches("|person")
                        && written(target, "when").matches("|always")
                        && written(target, "rota").isEmpty();
                phones.add(new PhoneGroup.Phone(written(target, "name"), written(target, "number"), person));
            }
            groups.add(new PhoneGroup(written(group, "name"), phones));
        }
        return List.copyOf(groups);
    }

    /** The numbers, as they are written, of all that the plan calls a service; it may be wrong otherwise. */
    public Set<String> services() {
        Set<String> numbers = new LinkedHashSet<>();
        for (TomlTable group : tables(toml.get(GROUP))) {
            tables(group.get("target")).stream()
                    .filter(target -> written(target, "kind").equals("service"))
                    .forEach(target -> numbers.add(written(target, "number")));
        }
        for (TomlTable person : tables(toml.get("oncall.person"))) {
            if (written(person, "kind").equals("service") && person.get("numbers") instanceof TomlArray written) {
                written.toList().forEach(number -> numbers.add(String.valueOf(number)));
            }
        }
        numbers.remove("");
        return numbers;
    }

    /** The on-call plan as it stands, wrong in parts or not; empty while there is none that can be read. */
    public Optional<OncallConfig> oncall() {
        return toml.get("oncall") instanceof TomlTable table
                ? new Binder(Path.of("/"), List.of(), new Problems()).bind(OncallConfig.class, table)
                : Optional.empty();
    }

    /** The same with these on-call groups. A phone that was there keeps its other keys and its comments. */
    public ConfigText with(List<PhoneGroup> groups) throws ConfigException {
        List<List<String>> written = new ArrayList<>();
        TomlLines lines = TomlLines.of(text);
        List<TomlLines.Block> free = new ArrayList<>(lines.blocks(List.of(GROUP, TARGET)));
        for (PhoneGroup group : groups) {
            written.add(block(free, GROUP, "name", group.name())
                    .set("name", TomlText.of(group.name()))
                    .lines());
            for (PhoneGroup.Phone phone : group.phones()) {
                written.add(block(free, TARGET, "number", phone.number())
                        .set("name", TomlText.of(phone.name()))
                        .set("number", TomlText.of(phone.number()))
                        .lines());
            }
        }
        return changed(lines.replace(List.of(GROUP, TARGET), written), GROUP, !groups.isEmpty());
    }

    /** The block of before that this one goes on from: the same one, or the one that nobody has filled in, or none. */
    private static TomlLines.Block block(List<TomlLines.Block> free, String header, String key, String value) {
        for (String wanted : List.of(TomlText.of(value), "\"\"")) {
            for (TomlLines.Block block : free) {
                if (block.is(header) && block.value(key).equals(Optional.of(wanted))) {
                    free.remove(block);
                    return block;
                }
            }
        }
        return TomlLines.Block.empty(header);
    }

    /** Looks whether the change did what it should: there are more ways to write TOML than were looked for. */
    private ConfigText changed(String fresh, String key, boolean there) throws ConfigException {
        Path file = Path.of("the configuration");
        ConfigText result = of(file, fresh);
        boolean same = others(result.toml, key).equals(others(toml, key));
        if (!same || result.toml.contains(key) != there) {
            throw new ConfigException(
                    file, List.of(Problem.of(key, "stands in the file in an unusual way: change it by hand")));
        }
        return result;
    }

    private static Set<String> others(TomlParseResult toml, String key) {
        return toml.dottedKeySet().stream().filter(each -> !each.equals(key)).collect(Collectors.toSet());
    }

    private static List<TomlTable> tables(@Nullable Object value) {
        List<TomlTable> tables = new ArrayList<>();
        if (value instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof TomlTable table) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private static String written(TomlTable table, String key) {
        Object value = table.get(List.of(key));
        return value == null ? "" : value.toString();
    }

    private static String section(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }

    private static String name(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConfigText same && text.equals(same.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The whole text. It may hold a password. */
    @Override
    public String toString() {
        return text;
    }
}

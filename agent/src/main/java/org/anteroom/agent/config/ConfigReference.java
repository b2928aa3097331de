package org.anteroom.agent.config;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reference file: every key with its comment and default, as the records have them. A key that must be filled in
 * stands empty, never with a sample: a file left as written must be refused, because nothing tells a sample from a
 * practice that has those very values, and a sample's on-call number rings a stranger.
 */
public final class ConfigReference {
    private static final int WIDTH = 110;
    private static final String NOTHING = "[]";
    /** Before what no file needs; keys that belong to a section that is there have no spaces. */
    private static final String SPARE = "#   ";

    private ConfigReference() {}

    /** Writes {@code anteroom.toml}. Keys to be filled in stand empty; the others are commented out. */
    public static void write(Appendable out) throws IOException {
        comment(
                out,
                "Anteroom: configuration. Lines that begin with # are comments. Fill in every key whose value is empty:"
                        + " \"\". A key that is commented out may stay so; its comment says whether the value shown is the"
                        + " default, which is taken, or only an example, which is not. Paths that are not absolute start"
                        + " at this file's folder.");
        for (Schema.Entry entry : Schema.entries(Config.class)) {
            section(out, entry.type(), entry.key(), "");
        }
    }

    /** Every section with its keys, in the order of the file. */
    public static List<ConfigSection> sections() {
        return Schema.entries(Config.class).stream()
                .flatMap(entry -> sections(entry, entry.key()))
                .toList();
    }

    private static Stream<ConfigSection> sections(Schema.Entry section, String path) {
        Key about = section.type().getAnnotation(Key.class);
        List<Schema.Entry> entries = Schema.entries(section.type());
        List<ConfigSection.Key> keys = entries.stream()
                .filter(entry -> !entry.section())
                .map(entry -> new ConfigSection.Key(
                        entry.key(),
                        String.join(" ", meaning(entry), String.join(" ", shown(entry))),
                        entry.toFillIn()))
                .toList();
        String doc = about == null ? section.about().doc() : about.doc();
        return Stream.concat(
                Stream.of(new ConfigSection(path, section.list(), doc, keys)),
                entries.stream()
                        .filter(Schema.Entry::section)
                        .flatMap(entry -> sections(entry, path + "." + entry.key())));
    }

    private static void section(Appendable out, Class<?> type, String path, String doc) throws IOException {
        Key about = type.getAnnotation(Key.class);
        out.append('\n');
        comment(out, about == null ? doc : about.doc());
        out.append(about == null ? "[[" + path + "]]\n" : "[" + path + "]\n");
        List<Schema.Entry> entries = Schema.entries(type);
        for (Schema.Entry entry : entries) {
            if (!entry.section()) {
                key(out, entry);
            }
        }
        for (Schema.Entry entry : entries) {
            if (entry.about().spare()) {
                spare(out, entry, path);
            } else if (entry.section()) {
                section(
                        out,
                        entry.type(),
                        path + "." + entry.key(),
                        entry.about().doc());
            }
        }
    }

    /** A section that most files do without: an example, a line for each key, all of it commented out. */
    private static void spare(Appendable out, Schema.Entry entry, String path) throws IOException {
        out.append('\n');
        comment(out, entry.about().doc());
        example(out, entry, path);
    }

    private static void example(Appendable out, Schema.Entry section, String path) throws IOException {
        String name = path + "." + section.key();
        out.append(SPARE).append(section.list() ? "[[" + name + "]]\n" : "[" + name + "]\n");
        List<Schema.Entry> entries = Schema.entries(section.type());
        for (Schema.Entry entry : entries) {
            if (!entry.section()) {
                String line = SPARE + entry.key() + " = " + value(entry);
                String beside = "%-44s # %s".formatted(line, entry.about().doc());
                if (beside.length() <= WIDTH) {
                    out.append(beside).append('\n');
                } else {
                    lines(out, SPARE + "#", entry.about().doc());
                    out.append(line).append('\n');
                }
            }
        }
        for (Schema.Entry entry : entries) {
            if (entry.section()) {
                example(out, entry, name);
            }
        }
    }

    private static void key(Appendable out, Schema.Entry entry) throws IOException {
        comment(out, meaning(entry), shown(entry));
        out.append(entry.toFillIn() ? "" : "#")
                .append(entry.key())
                .append(" = ")
                .append(entry.toFillIn() ? "\"\"" : value(entry))
                .append('\n');
    }

    private static String meaning(Schema.Entry entry) {
        Key about = entry.about();
        return about.doc() + (about.min() == Long.MIN_VALUE ? "" : " From " + about.min() + " to " + about.max() + ".");
    }

    /** The words that tell a default from an example; they hold the value, so they stay true when the key is set. */
    private static String[] shown(Schema.Entry entry) {
        if (entry.hasPreset() || value(entry).equals(NOTHING)) {
            return new String[] {"Default:", value(entry) + "."};
        }
        return entry.about().example().isEmpty() ? new String[0] : new String[] {"For", "example", value(entry) + "."};
    }

    private static String value(Schema.Entry entry) {
        if (entry.hasPreset()) {
            return TomlText.preset(entry);
        }
        return entry.list() && entry.about().example().isEmpty() ? NOTHING : TomlText.example(entry);
    }

    /** Breaks the text into lines of comment; the words after it stay whole. */
    private static void comment(Appendable out, String text, String... whole) throws IOException {
        lines(out, "#", text, whole);
    }

    private static void lines(Appendable out, String start, String text, String... whole) throws IOException {
        StringBuilder line = new StringBuilder(start);
        for (String word :
                Stream.concat(Stream.of(text.split(" ")), Stream.of(whole)).toList()) {
            if (line.length() + word.length() >= WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(start);
            }
            line.append(' ').append(word);
        }
        out.append(line).append('\n');
    }
}

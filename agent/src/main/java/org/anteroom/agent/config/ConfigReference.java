package org.anteroom.agent.config;

import java.io.IOException;
import java.util.List;

/** The reference file: every key with its comment and default, as the records have them. */
public final class ConfigReference {
    private static final int WIDTH = 110;

    private ConfigReference() {}

    /** Writes {@code anteroom.toml}. Keys with a default or that may stay away are commented out; the others are to be filled in. */
    public static void write(Appendable out) throws IOException {
        comment(
                out,
                "Anteroom: configuration. Lines that begin with # are comments; a key that is commented out shows its"
                        + " default, or an example where there is none. Paths that are not absolute start at this file's folder.");
        for (Schema.Entry entry : Schema.entries(Config.class)) {
            section(out, entry.type(), entry.key(), "");
        }
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
            if (entry.section()) {
                section(
                        out,
                        entry.type(),
                        path + "." + entry.key(),
                        entry.about().doc());
            }
        }
    }

    private static void key(Appendable out, Schema.Entry entry) throws IOException {
        Key about = entry.about();
        boolean required = about.preset().isEmpty() && !entry.optional() && !entry.list();
        String range = about.min() == Long.MIN_VALUE ? "" : " From " + about.min() + " to " + about.max() + ".";
        comment(out, about.doc() + range);
        String value = about.preset().isEmpty() ? TomlText.example(entry) : TomlText.preset(entry);
        out.append(required ? "" : "#")
                .append(entry.key())
                .append(" = ")
                .append(value.isEmpty() ? "[]" : value)
                .append('\n');
    }

    private static void comment(Appendable out, String text) throws IOException {
        StringBuilder line = new StringBuilder("#");
        for (String word : text.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        out.append(line).append('\n');
    }
}

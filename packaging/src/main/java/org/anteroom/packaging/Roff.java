package org.anteroom.packaging;

import java.util.Locale;

/** Writes a manual page in the man macros of roff. Text goes in as it shall be read; whatever roff would take for itself is
 *  escaped here.
 */
final class Roff {

    private final StringBuilder page = new StringBuilder();

    Roff(String name, int section, Edition edition) {
        page.append(".TH ")
                .append(quoted(name.toUpperCase(Locale.ROOT)))
                .append(' ')
                .append(section)
                .append(' ')
                .append(quoted(edition.date()))
                .append(' ')
                .append(quoted("anteroom " + edition.version()))
                .append(" \"Anteroom\"\n.nh\n.ad l\n");
    }

    Roff section(String title) {
        page.append(".SH ").append(quoted(title)).append('\n');
        return this;
    }

    Roff subsection(String title) {
        page.append(".SS ").append(quoted(title)).append('\n');
        return this;
    }

    Roff paragraph() {
        page.append(".PP\n");
        return this;
    }

    /** Begins an item: what it is called, already in roff (see {@link #bold}). */
    Roff item(String term) {
        page.append(".TP\n").append(term).append('\n');
        return this;
    }

    Roff text(String text) {
        for (String line : text.strip().split("\n")) {
            page.append(line(line.strip())).append('\n');
        }
        return this;
    }

    /** Lines of roff made with {@link #bold} and {@link #slanted}. */
    Roff raw(String line) {
        page.append(line).append('\n');
        return this;
    }

    /** Lines kept as they are. */
    Roff literal(Iterable<String> lines) {
        page.append(".PP\n.nf\n");
        lines.forEach(line -> page.append(line(line)).append('\n'));
        page.append(".fi\n");
        return this;
    }

    static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    static String slanted(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }

    private static String line(String text) {
        String escaped = escaped(text);
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }

    private static String quoted(String text) {
        return '"' + escaped(text).replace("\"", "\\(dq") + '"';
    }

    @Override
    public String toString() {
        return page.toString();
    }
}

package org.anteroom.packaging;

import java.util.ArrayList;
import java.util.List;

/** CHANGELOG.md, which follows Keep a Changelog, as a Debian changelog. What is not released yet belongs to the version
 *  that is being built.
 */
final class DebianChangelog {

    private static final int WIDTH = 79;

    private DebianChangelog() {}

    /** The newest version's entry; what came before is in the releases' own packages. */
    static String of(String markdown, Edition edition) {
        StringBuilder out = new StringBuilder("anteroom (" + edition.version() + ") unstable; urgency=medium\n");
        String heading = "";
        for (String entry : entries(markdown)) {
            if (entry.startsWith("### ")) {
                heading = entry.substring(4);
                out.append("\n  [ ").append(heading).append(" ]\n");
            } else {
                wrap(out, entry.substring(2));
            }
        }
        return out.append("\n -- ")
                .append(edition.maintainer())
                .append("  ")
                .append(edition.stamp())
                .append('\n')
                .toString();
    }

    /** Headings and items of the first version, an item's lines joined. */
    private static List<String> entries(String markdown) {
        List<String> entries = new ArrayList<>();
        boolean inside = false;
        for (String line : markdown.split("\n")) {
            if (line.startsWith("## ")) {
                if (inside) {
                    break;
                }
                inside = true;
            } else if (inside && (line.startsWith("- ") || line.startsWith("### "))) {
                entries.add(line);
            } else if (inside && line.startsWith("  ")) {
                int last = entries.size() - 1;
                entries.set(last, entries.get(last) + " " + line.strip());
            }
        }
        return entries;
    }

    private static void wrap(StringBuilder out, String text) {
        StringBuilder line = new StringBuilder("  *");
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder("   ");
            }
            line.append(' ').append(word);
        }
        out.append(line).append('\n');
    }
}

package org.anteroom.agent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TOML as lines in blocks, each a header with the comment above it and what stands below it. Knows just enough of TOML to find
 *  a key again; whoever changes one must read the result to see whether it came out right. A value.
 */
final class TomlLines {
    /** Before the name of a section that is commented out as a whole. */
    private static final String SPARE = "#";

    private static final Pattern HEADER =
            Pattern.compile("(#   )?\\s*\\[{1,2}\\s*([A-Za-z0-9_.\\s\"'-]+?)\\s*]{1,2}\\s*(#.*)?");

    /**
     * Part of the file.
     *
     * @param header its name; empty for what stands before the first header
     */
    record Block(String header, List<String> lines) {
        Block {
            lines = List.copyOf(lines);
        }

        static Block empty(String header) {
            return new Block(header, List.of("", "[[" + header + "]]"));
        }

        boolean is(String name) {
            return header.equals(name);
        }

        /** The value as it is written; empty when the key isn't there or is commented out. */
        Optional<String> value(String key) {
            int at = find(key, "");
            return at < 0 ? Optional.empty() : Optional.of(new Span(lines, at).value());
        }

        Block set(String key, String value) {
            int at = find(key, "");
            if (at >= 0) {
                return replaced(new Span(lines, at), value);
            }
            List<String> fresh = new ArrayList<>(lines);
            int spare = find(key, "#");
            if (spare >= 0) {
                fresh.set(spare, key + " = " + value);
            } else {
                fresh.add(end(), key + " = " + value);
            }
            return new Block(header, fresh);
        }

        /** What it was is written nowhere: it may be a password. */
        Block comment(String key) {
            int at = find(key, "");
            if (at < 0) {
                return this;
            }
            Block emptied = replaced(new Span(lines, at), "\"\"");
            List<String> fresh = new ArrayList<>(emptied.lines);
            fresh.set(at, "#" + fresh.get(at).strip());
            return new Block(header, fresh);
        }

        private Block replaced(Span span, String value) {
            List<String> fresh = new ArrayList<>(lines.subList(0, span.line));
            fresh.add(span.before() + value + span.after());
            fresh.addAll(lines.subList(span.last + 1, lines.size()));
            return new Block(header, fresh);
        }

        /** Behind the last line that says something. */
        private int end() {
            int end = lines.size();
            while (end > 0 && lines.get(end - 1).isBlank()) {
                end--;
            }
            return end;
        }

        private int find(String key, String mark) {
            Pattern wanted = Pattern.compile("\\s*" + mark + "[\"']?" + Pattern.quote(key) + "[\"']?\\s*=.*");
            for (int i = 0; i < lines.size(); i++) {
                if (wanted.matcher(lines.get(i)).matches()) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** Where a value stands: it may go over several lines, and a comment may follow it. */
    private static final class Span {
        private final List<String> lines;
        private final int line;
        private final int from;
        private int last;
        private int to;

        Span(List<String> lines, int line) {
            this.lines = lines;
            this.line = line;
            String first = lines.get(line);
            int start = first.indexOf('=') + 1;
            while (start < first.length() && first.charAt(start) == ' ') {
                start++;
            }
            this.from = start;
            this.last = line;
            this.to = start;
            walk();
        }

        private void walk() {
            int depth = 0;
            int end = from;
            for (int row = line; row < lines.size(); row++) {
                String text = lines.get(row);
                char quote = 0;
                for (int i = row == line ? from : 0; i < text.length(); i++) {
                    char c = text.charAt(i);
                    if (quote != 0) {
                        if (c == '\\' && quote == '"') {
                            i++;
                        } else if (c == quote) {
                            quote = 0;
                        }
                        end = i + 1;
                    } else if (c == '#') {
                        break;
                    } else {
                        quote = c == '"' || c == '\'' ? c : 0;
                        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
                        end = Character.isWhitespace(c) ? end : i + 1;
                    }
                }
                last = row;
                to = Math.min(end, text.length());
                if (depth <= 0) {
                    return;
                }
                end = 0;
            }
        }

        String before() {
            return lines.get(line).substring(0, from);
        }

        String after() {
            return lines.get(last).substring(to);
        }

        String value() {
            return last == line
                    ? lines.get(line).substring(from, to)
                    : String.join("\n", lines.subList(line, last + 1)).substring(from);
        }
    }

    private final List<Block> blocks;

    private TomlLines(List<Block> blocks) {
        this.blocks = blocks;
    }

    static TomlLines of(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String header = "";
        for (String line : text.lines().toList()) {
            Matcher matcher = HEADER.matcher(line);
            if (matcher.matches()) {
                List<String> above = comment(lines);
                blocks.add(new Block(header, lines));
                lines = above;
                header = (matcher.group(1) == null ? "" : SPARE)
                        + matcher.group(2).replaceAll("[\\s\"']", "");
            }
            lines.add(line);
        }
        blocks.add(new Block(header, lines));
        return new TomlLines(blocks);
    }

    /** Takes the comment at the end off the lines: it belongs to the header that follows. */
    private static List<String> comment(List<String> lines) {
        int from = lines.size();
        while (from > 0
                && lines.get(from - 1).startsWith("#")
                && !lines.get(from - 1).startsWith("#  ")) {
            from--;
        }
        boolean spaced = from > 0 && lines.get(from - 1).isBlank();
        List<String> tail = lines.subList(spaced ? from - 1 : lines.size(), lines.size());
        List<String> above = new ArrayList<>(tail);
        tail.clear();
        return above;
    }

    List<Block> blocks(List<String> headers) {
        return blocks.stream().filter(block -> headers.contains(block.header())).toList();
    }

    String set(String section, String key, String value) {
        List<Block> fresh = new ArrayList<>(blocks);
        int at = index(section);
        if (at < 0) {
            fresh.add(new Block(section, List.of("", "[" + section + "]", key + " = " + value)));
        } else {
            fresh.set(at, blocks.get(at).set(key, value));
        }
        return text(fresh);
    }

    String comment(String section, String key) {
        List<Block> fresh = new ArrayList<>(blocks);
        int at = index(section);
        if (at >= 0) {
            fresh.set(at, blocks.get(at).comment(key));
        }
        return text(fresh);
    }

    /** The text with other blocks in the place of some; at its end where there were none. */
    String replace(List<String> headers, List<List<String>> written) {
        List<Block> fresh = new ArrayList<>();
        boolean done = false;
        for (Block block : blocks) {
            if (!headers.contains(block.header())) {
                fresh.add(block);
            } else if (!done) {
                written.forEach(lines -> fresh.add(new Block("", lines)));
                done = true;
            }
        }
        if (!done) {
            written.forEach(lines -> fresh.add(new Block("", lines)));
        }
        return text(fresh);
    }

    private int index(String section) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).is(section)) {
                return i;
            }
        }
        return -1;
    }

    private static String text(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> block.lines().forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }
}

package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file of cases: UTF-8 with or without a byte order mark, tab separated, one header line, no quoting. Columns are found by name, so others may come in
 *  between; empty lines are skipped.
 */
public final class TsvTable {

    /** The most a file may hold, so that a wrong file name can't fill the memory. */
    private static final long LARGEST_BYTES = 64L << 20;

    /** One case; a column the file doesn't have is empty text. */
    public record Row(int line, Map<String, String> columns) {
        public Row {
            columns = Map.copyOf(columns);
        }

        public String get(String column) {
            return columns.getOrDefault(column, "");
        }
    }

    private final Path file;
    private final List<String> header;
    private final List<Row> rows;

    private TsvTable(Path file, List<String> header, List<Row> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    /** Reads a whole file.
     *
     *  @param required columns that must be there
     *  @throws TsvException with every malformed line
     */
    public static TsvTable read(Path file, String... required) throws TsvException {
        List<String> lines = lines(file);
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            throw new TsvException(file + ": line 1: the header line with the column names is missing");
        }
        List<String> header = Arrays.stream(
                        lines.get(0).replaceFirst("^\uFEFF", "").split("\t", -1))
                .map(String::strip)
                .toList();
        List<String> problems = problems(header, required);
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != header.size()) {
                problems.add("line " + (i + 1) + ": " + cells.length + " columns where the header has " + header.size()
                        + "; columns are separated by single tabs");
                continue;
            }
            Map<String, String> columns = new HashMap<>();
            for (int c = 0; c < cells.length; c++) {
                columns.put(header.get(c), cells[c].strip());
            }
            rows.add(new Row(i + 1, columns));
        }
        if (!problems.isEmpty()) {
            throw TsvException.of(file, problems);
        }
        return new TsvTable(file, header, rows);
    }

    /**
     * Reads a file that is measured, so that it must hold at least one case.
     *
     * @throws TsvException as {@link #read}, and when there is nothing below the header line
     */
    static TsvTable readCases(Path file, String... required) throws TsvException {
        TsvTable table = read(file, required);
        if (table.rows.isEmpty()) {
            throw new TsvException(file + ": line 2: there are no cases below the header line");
        }
        return table;
    }

    private static List<String> problems(List<String> header, String... required) {
        List<String> problems = new ArrayList<>();
        String tabs = header.size() == 1 ? "; columns are separated by single tabs" : "";
        for (String column : required) {
            if (!header.contains(column)) {
                problems.add("line 1: the column '" + column + "' is missing; the header has " + header + tabs);
            } else if (header.indexOf(column) != header.lastIndexOf(column)) {
                problems.add("line 1: the column '" + column + "' is there twice; the header has " + header);
            }
        }
        return problems;
    }

    private static List<String> lines(Path file) throws TsvException {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST_BYTES) {
                throw new TsvException(file + ": larger than " + (LARGEST_BYTES >> 20) + " MB; is it the right file?");
            }
            return decoded(file, ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new TsvException(file + ": cannot be read: " + reason(file));
        }
    }

    private static List<String> decoded(Path file, ByteBuffer bytes) throws TsvException {
        CharBuffer text = CharBuffer.allocate(bytes.limit());
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            ByteBuffer before = bytes.duplicate().flip();
            int line = 1;
            while (before.hasRemaining()) {
                line += before.get() == '\n' ? 1 : 0;
            }
            throw new TsvException(file + ": line " + line + ": is not UTF-8 text; save the file as UTF-8");
        }
        return text.flip().toString().lines().toList();
    }

    private static String reason(Path file) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        return Files.exists(file) ? "permission denied or an input error" : "there is no such file";
    }

    public boolean has(String column) {
        return header.contains(column);
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** A path written in the file, which starts at the file's own folder. */
    public Path beside(String path) {
        return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file)
                .resolve(path);
    }
}

package org.anteroom.agent.practice.book;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of comma-separated values (RFC 4180) with the names of its columns in the first line. Values that a spreadsheet
 * would take for a formula are written with an apostrophe in front, which is left out when they are read.
 */
final class CsvTable {
    /** A row with its values by column. */
    record Row(long line, Map<String, String> values) {
        /** Empty when the column isn't there or has nothing in this row. */
        Optional<String> value(String column) {
            return Optional.ofNullable(values.get(column)).filter(value -> !value.isEmpty());
        }

        boolean has(String column) {
            return values.containsKey(column);
        }
    }

    /** Rows of one import, which is one transaction: others wait for it. */
    private static final int MOST = 50_000;

    private static final String FORMULA = "=+-@";
    private static final String MARK = "\uFEFF";
    private static final CSVFormat READ = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .build();
    private static final CSVFormat WRITE =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").build();

    private CsvTable() {}

    /** The rows that could be read; what is wrong with the others, or with the columns, goes to the problems. */
    static List<Row> read(String text, List<String> required, List<String> optional, List<RowProblem> problems) {
        List<Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser =
                CSVParser.parse(new StringReader(text.startsWith(MARK) ? text.substring(MARK.length()) : text), READ)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                problems.add(new RowProblem(
                        1, "", "the file is empty; its first line must be: " + names(required, optional)));
                return rows;
            }
            List<String> columns = columns(records.next(), required, optional, problems);
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (rows.size() == MOST) {
                    problems.add(new RowProblem(
                            line, "", "there are more than " + MOST + " rows; import the file in parts"));
                    return rows;
                }
                if (record.size() == columns.size()) {
                    rows.add(row(line, columns, record));
                } else {
                    problems.add(new RowProblem(
                            line,
                            "",
                            "has " + record.size() + " values, the first line names " + columns.size()
                                    + " columns; put values that hold a comma in double quotes"));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            problems.add(new RowProblem(
                    line, "", "the double quotes don't match; write a double quote within a value twice"));
        }
        return rows;
    }

    private static List<String> columns(
            CSVRecord first, List<String> required, List<String> optional, List<RowProblem> problems) {
        List<String> columns = first.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!required.contains(column) && !optional.contains(column)) {
                problems.add(new RowProblem(1, column, "unknown column; there are: " + names(required, optional)));
            } else if (!seen.add(column)) {
                problems.add(new RowProblem(1, column, "stands twice; name each column once"));
            }
        }
        required.stream()
                .filter(column -> !seen.contains(column))
                .forEach(column -> problems.add(new RowProblem(
                        1, column, "is missing; the first line names the columns, separated by commas")));
        return columns;
    }

    private static String names(List<String> required, List<String> optional) {
        return String.join(
                ",", Stream.concat(required.stream(), optional.stream()).toList());
    }

    private static Row row(long line, List<String> columns, CSVRecord record) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.putIfAbsent(columns.get(i), plain(record.get(i).strip()));
        }
        return new Row(line, values);
    }

    /** The whole file. */
    static String write(List<String> columns, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, WRITE)) {
            printer.printRecord(columns);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(CsvTable::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String harmless(String value) {
        boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }

    private static String plain(String value) {
        boolean marked = value.length() > 1 && value.charAt(0) == '\'' && FORMULA.indexOf(value.charAt(1)) >= 0;
        return marked ? value.substring(1) : value;
    }
}

package org.anteroom.agent.rehearsal;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.words.When;

/**
 * Words about a time, and what they mean.
 *
 * @param id as in the file, or the line's number where there is none
 * @param reference when they are said, by the wall clock where the practice is
 */
record WhenCase(String id, LocalDateTime reference, String text, When expected) {

    /**
     * Reads the cases of a file: columns {@code reference}, {@code text} and {@code expected}, and {@code id} where it is
     * there.
     *
     * @throws TsvException with the line of every row that can't be judged
     */
    static List<WhenCase> read(Path tsv) throws TsvException {
        List<WhenCase> cases = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (TsvTable.Row row :
                TsvTable.readCases(tsv, "reference", "text", "expected").rows()) {
            try {
                cases.add(of(row));
            } catch (IllegalArgumentException e) {
                problems.add("line " + row.line() + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw TsvException.of(tsv, problems);
        }
        return cases;
    }

    private static WhenCase of(TsvTable.Row row) {
        if (row.get("text").isBlank()) {
            throw new IllegalArgumentException("the text is empty; write what is said");
        }
        String id = row.get("id").isEmpty() ? "line " + row.line() : row.get("id");
        return new WhenCase(id, reference(row.get("reference")), row.get("text"), WhenJson.read(row.get("expected")));
    }

    private static LocalDateTime reference(String written) {
        try {
            // An offset or zone may follow: the wall clock counts.
            return LocalDateTime.from(DateTimeFormatter.ISO_DATE_TIME.parse(written));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the reference is '" + written + "'; write the moment of speaking as 2026-11-23T09:15", e);
        }
    }
}

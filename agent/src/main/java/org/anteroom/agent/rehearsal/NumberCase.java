package org.anteroom.agent.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer as it was dictated, and what it says.
 *
 * @param id as in the file, or the line's number where there is none
 * @param normal how the answer is written
 */
record NumberCase(String id, NumberKind kind, String text, String normal) {

    /**
     * Reads the cases of a file: columns {@code id}, {@code kind}, {@code text} and {@code normal}.
     *
     * @throws TsvException with the line of every row that can't be judged
     */
    static List<NumberCase> read(Path tsv) throws TsvException {
        List<NumberCase> cases = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (TsvTable.Row row :
                TsvTable.readCases(tsv, "id", "kind", "text", "normal").rows()) {
            Optional<NumberKind> kind = NumberKind.of(row.get("kind"));
            if (kind.isEmpty()) {
                problems.add("line " + row.line() + ": the kind is '" + row.get("kind") + "'; write one of "
                        + NumberKind.names());
            } else if (row.get("text").isBlank() || row.get("normal").isBlank()) {
                String empty = row.get("text").isBlank() ? "text" : "normal";
                problems.add("line " + row.line() + ": the " + empty + " is empty");
            } else {
                String id = row.get("id").isEmpty() ? "line " + row.line() : row.get("id");
                cases.add(new NumberCase(id, kind.get(), row.get("text"), row.get("normal")));
            }
        }
        if (!problems.isEmpty()) {
            throw TsvException.of(tsv, problems);
        }
        return cases;
    }
}

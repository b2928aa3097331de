package org.anteroom.agent.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.dialogue.Understood;

/**
 * One sentence whose meaning is known.
 *
 * @param id as in the file, or the line's number where there is none
 * @param expected the label; {@code find-provider} is counted as {@code book}
 * @param nearness how alike to a request something out of domain is, {@code near} or {@code far}; or anything, or empty
 */
record RequestCase(String id, String practice, String expected, String nearness, String text) {

    private static final String FIND = "find-provider";
    private static final String BOOK = "book";

    /**
     * Reads the cases of a file: columns {@code intent} and {@code text}, and where they are there {@code id}, {@code practice} and
     * {@code nearness}.
     *
     * @throws TsvException with the line of every row that can't be judged
     */
    static List<RequestCase> read(Path tsv) throws TsvException {
        List<RequestCase> cases = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (TsvTable.Row row : TsvTable.readCases(tsv, "intent", "text").rows()) {
            String label = row.get("intent");
            if (label.isBlank()) {
                problems.add("line " + row.line() + ": the intent is empty");
            } else if (row.get("text").isBlank()) {
                problems.add("line " + row.line() + ": the text is empty");
            } else {
                cases.add(new RequestCase(
                        row.get("id").isEmpty() ? "line " + row.line() : row.get("id"),
                        row.get("practice"),
                        label.equals(FIND) ? BOOK : label,
                        row.get("nearness"),
                        row.get("text")));
            }
        }
        if (!problems.isEmpty()) {
            throw TsvException.of(tsv, problems);
        }
        return cases;
    }

    /** Whether the label is one that this program tells apart. */
    boolean judged() {
        return Understood.LABELS.contains(expected);
    }
}

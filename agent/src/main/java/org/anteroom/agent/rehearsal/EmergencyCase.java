package org.anteroom.agent.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;

/**
 * One sentence to be judged.
 *
 * @param id as in the file, or the line's number where there is none
 * @param emergency true when it must fire, false when it must not
 * @param practices whose phrases apply; all of them for {@code any}
 */
record EmergencyCase(
        String id, String practice, boolean emergency, String category, String text, Set<PracticeType> practices) {

    static final String ANY = "any";

    /**
     * Reads the cases of a file: columns {@code label} ({@code emergency} or {@code not}) and {@code text}, and where
     * they are there {@code id}, {@code practice} and {@code category}.
     *
     * @throws TsvException with the line of every row that can't be judged
     */
    static List<EmergencyCase> read(Path tsv) throws TsvException {
        List<EmergencyCase> cases = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (TsvTable.Row row : TsvTable.readCases(tsv, "label", "text").rows()) {
            String practice = row.get("practice").isEmpty() ? ANY : row.get("practice");
            String label = row.get("label");
            if (!label.equals("emergency") && !label.equals("not")) {
                problems.add("line " + row.line() + ": the label is '" + label + "'; it must be emergency or not");
            } else if (!isPractice(practice)) {
                problems.add("line " + row.line() + ": " + noPractice(practice));
            } else if (row.get("text").isBlank()) {
                problems.add("line " + row.line() + ": the text is empty");
            } else {
                cases.add(new EmergencyCase(
                        row.get("id").isEmpty() ? "line " + row.line() : row.get("id"),
                        practice,
                        label.equals("emergency"),
                        row.get("category"),
                        row.get("text"),
                        types(practice)));
            }
        }
        if (!problems.isEmpty()) {
            throw TsvException.of(tsv, problems);
        }
        return cases;
    }

    /** Whether a practice may be written so in a file of cases. */
    static boolean isPractice(String written) {
        return written.equals(ANY) || PracticeType.of(written).isPresent();
    }

    /** What to say of one that may not. */
    static String noPractice(String written) {
        return "no practice is called '" + written + "'; there are any, dental, medical, veterinary and mental-health";
    }

    /** All types together for {@code any} and for names this build doesn't know. */
    static Set<PracticeType> types(String practice) {
        Optional<PracticeType> type = PracticeType.of(practice);
        return type.isPresent() ? EnumSet.of(type.get()) : EnumSet.allOf(PracticeType.class);
    }
}

package org.anteroom.agent.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;

/** One recorded utterance to be judged.
 *
 *  @param kind {@code emergency}, {@code not}, {@code request} or something else that only counts for word errors
 *  @param practice as written; {@code any} where nothing is known
 *  @param category what it is about; may be empty
 *  @param practices whose phrases apply
 */
record AudioCase(
        int line,
        Path file,
        String id,
        String kind,
        String practice,
        String category,
        String voice,
        String noise,
        String text,
        Set<PracticeType> practices) {

    private static final String KEYWORDS = "keywords:";

    /**
     * Reads the cases of a file, each checked for its sound file. Practice and category stand in the row itself or, for the same
     * id, in another file of cases in the same folder.
     */
    static List<AudioCase> read(Path tsv) throws TsvException {
        TsvTable table = TsvTable.readCases(tsv, "file", "text");
        CasesBeside beside = CasesBeside.of(tsv);
        List<AudioCase> cases = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (TsvTable.Row row : table.rows()) {
            Path file = table.beside(row.get("file"));
            String practice = row.get("practice");
            if (row.get("file").isEmpty() || !Files.isRegularFile(file)) {
                problems.add("line " + row.line() + ": there is no sound file " + file);
            }
            if (!practice.isEmpty() && !EmergencyCase.isPractice(practice)) {
                problems.add("line " + row.line() + ": " + EmergencyCase.noPractice(practice));
            }
            String known = practice.isEmpty() ? beside.practice(row.get("id")) : practice;
            cases.add(new AudioCase(
                    row.line(),
                    file,
                    row.get("id"),
                    row.get("kind"),
                    known,
                    row.get("category").isEmpty() ? beside.category(row.get("id")) : row.get("category"),
                    row.get("voice").isEmpty() ? row.get("speaker") : row.get("voice"),
                    row.get("noise"),
                    row.get("text"),
                    EmergencyCase.types(known)));
        }
        if (!problems.isEmpty()) {
            throw TsvException.of(tsv, problems);
        }
        return cases;
    }

    /** Whether the row gives only words that must occur and no transcript. */
    boolean keywordsOnly() {
        return text.startsWith(KEYWORDS);
    }

    boolean emergency() {
        return kind.equals("emergency");
    }

    /** Whether it must not fire. */
    boolean ordinary() {
        return kind.equals("not") || kind.equals("request");
    }
}

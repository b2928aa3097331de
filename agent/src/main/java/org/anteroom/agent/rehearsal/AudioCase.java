package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeType;

/** One recorded utterance to be judged.
 *
 *  @param kind {@code emergency}, {@code not}, {@code request} or something else that only counts for word errors
 *  @param practices whose phrases apply
 */
record AudioCase(
        int line,
        Path file,
        String id,
        String kind,
        String voice,
        String noise,
        String text,
        Set<PracticeType> practices) {

    private static final String KEYWORDS = "keywords:";

    /** Reads the cases of a file, each checked for its sound file. */
    static List<AudioCase> read(Path tsv) throws TsvException {
        TsvTable table = TsvTable.read(tsv, "file", "text");
        Map<String, String> practices = practicesBeside(tsv);
        List<AudioCase> cases = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (TsvTable.Row row : table.rows()) {
            Path file = table.beside(row.get("file"));
            if (row.get("file").isEmpty() || !Files.isRegularFile(file)) {
                problems.add("line " + row.line() + ": there is no sound file " + file);
            }
            String practice = practices.getOrDefault(row.get("id"), "any");
            cases.add(new AudioCase(
                    row.line(),
                    file,
                    row.get("id"),
                    row.get("kind"),
                    row.get("voice").isEmpty() ? row.get("speaker") : row.get("voice"),
                    row.get("noise"),
                    row.get("text"),
                    types(practice)));
        }
        if (!problems.isEmpty()) {
            throw TsvException.of(tsv, problems);
        }
        return cases;
    }

    /** All types together for {@code any} and for names this build doesn't know. */
    private static Set<PracticeType> types(String practice) {
        Optional<PracticeType> type = PracticeType.of(practice);
        return type.isPresent() ? EnumSet.of(type.get()) : EnumSet.allOf(PracticeType.class);
    }

    /** The practice of each id, from the files of cases that lie in the same folder; a recording's own row has none. */
    private static Map<String, String> practicesBeside(Path tsv) {
        Map<String, String> practices = new HashMap<>();
        Path folder = tsv.toAbsolutePath().getParent();
        try (Stream<Path> files = folder == null ? Stream.empty() : Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                addPractices(file, practices);
            }
        } catch (IOException | UncheckedIOException e) {
            return practices;
        }
        return practices;
    }

    private static void addPractices(Path file, Map<String, String> practices) {
        try {
            for (TsvTable.Row row : TsvTable.read(file, "id", "practice").rows()) {
                practices.putIfAbsent(row.get("id"), row.get("practice"));
            }
        } catch (TsvException e) {
            // Another kind of file, or one that isn't ours to judge: the practice stays unknown, which means any.
            return;
        }
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

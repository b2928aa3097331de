package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the files of cases in one folder tell about an id: a recording's own row often names neither practice nor category. Of
 * files that tell different things the first by name counts.
 */
final class CasesBeside {

    private final Map<String, String> practices = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();

    private CasesBeside() {}

    /** Looks through the folder of a file, the file itself included. */
    static CasesBeside of(Path tsv) {
        CasesBeside beside = new CasesBeside();
        Path folder = tsv.toAbsolutePath().getParent();
        try (Stream<Path> files = folder == null ? Stream.empty() : Files.list(folder)) {
            List<Path> tables = files.filter(path -> path.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
            for (Path table : tables) {
                beside.add(table);
            }
        } catch (IOException | UncheckedIOException e) {
            // A folder that can't be listed tells nothing: practice and category stay unknown.
            return beside;
        }
        return beside;
    }

    private void add(Path file) {
        try {
            for (TsvTable.Row row : TsvTable.read(file, "id").rows()) {
                String id = row.get("id");
                put(practices, id, row.get("practice"));
                put(categories, id, row.get("category"));
            }
        } catch (TsvException e) {
            // Another kind of file, or one that isn't ours to judge.
            return;
        }
    }

    private static void put(Map<String, String> known, String id, String value) {
        if (!id.isEmpty() && !value.isEmpty()) {
            known.putIfAbsent(id, value);
        }
    }

    /** {@link EmergencyCase#ANY} when no file tells. */
    String practice(String id) {
        return practices.getOrDefault(id, EmergencyCase.ANY);
    }

    /** Empty when no file tells. */
    String category(String id) {
        return categories.getOrDefault(id, "");
    }
}

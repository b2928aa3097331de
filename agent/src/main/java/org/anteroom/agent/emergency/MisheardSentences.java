package org.anteroom.agent.emergency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the recogniser makes of our own sentences over a telephone line, for measuring the score on what is heard instead of what
 * was said. {@code mvn -Pmishear} makes the file.
 */
public final class MisheardSentences {
    static final String FILE = "misheard.tsv";

    private MisheardSentences() {}

    /** The sentences to be spoken, by their id. */
    public static Map<String, String> originals() {
        Map<String, String> all = new LinkedHashMap<>();
        KnownSentence.all().forEach(sentence -> all.put(sentence.id(), sentence.text()));
        return all;
    }

    /** @param rows id, voice and line, what was heard */
    public static void write(Path file, List<String> rows) throws IOException {
        StringBuilder text = new StringBuilder("id\thow\ttext\n# Made by mvn -Pmishear; not to be edited.\n");
        rows.forEach(row -> text.append(row).append('\n'));
        Files.writeString(file, text);
    }
}

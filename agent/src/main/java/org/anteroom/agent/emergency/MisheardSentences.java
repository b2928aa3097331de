package org.anteroom.agent.emergency;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the recogniser makes of our own sentences over a telephone line, for judging the score by what is heard instead of what was said
 * (decision 003 says why it isn't trained on it). {@code mvn -Pmishear} makes the file.
 */
public final class MisheardSentences {
    static final String FILE = "misheard.tsv";
    private static final String HEAD = "id\thow\ttext\n# Made by mvn -Pmishear; not to be edited.\n";
    /** What is shorter could mean anything. */
    static final int FEWEST_WORDS = 3;

    private MisheardSentences() {}

    /** How many parts {@link #part} knows. */
    public static final int PARTS = KnownSentence.PARTS;

    /**
     * Some of the sentences, whole families of wording, by their id: those that a recogniser should hear which has not
     * learned them.
     *
     * @param part 0 to {@value #PARTS}, exclusive
     */
    public static Map<String, String> part(int part) {
        List<KnownSentence> sentences = KnownSentence.all();
        int[] parts = KnownSentence.parts(sentences);
        Map<String, String> some = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == part) {
                some.put(sentences.get(i).id(), sentences.get(i).text());
            }
        }
        return some;
    }

    /** The sentences to be spoken, by their id. */
    public static Map<String, String> originals() {
        Map<String, String> all = new LinkedHashMap<>();
        KnownSentence.all().forEach(sentence -> all.put(sentence.id(), sentence.text()));
        return all;
    }

    /** The sentences of the file that are still there and of which enough was heard, each with the text that was heard. */
    static List<KnownSentence> all() {
        Map<String, KnownSentence> said = new HashMap<>();
        KnownSentence.all().forEach(sentence -> said.put(sentence.id(), sentence));
        List<KnownSentence> heard = new ArrayList<>();
        for (TsvFile.Row row : TsvFile.read(FILE).rows()) {
            KnownSentence sentence = said.get(row.column(0));
            String text = row.column(2);
            if (sentence != null && text.split(" ").length >= FEWEST_WORDS) {
                heard.add(sentence.heardAs(text));
            }
        }
        return heard;
    }

    /** Begins the file; rows of id, how and text follow, tab separated. The caller closes it. */
    public static BufferedWriter write(Path file) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file);
        out.write(HEAD);
        return out;
    }
}

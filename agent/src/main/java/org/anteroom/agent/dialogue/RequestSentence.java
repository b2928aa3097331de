package org.anteroom.agent.dialogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.words.Introductions;
import org.anteroom.agent.words.Normaliser;

/**
 * A sentence of our own with what it is for, from {@code requests-*.tsv}.
 *
 * @param practice where it is heard: {@code dental}, {@code medical}, {@code mental-health}, {@code veterinary} or {@code any}
 * @param family sentences of one wording: none of them may judge another
 * @param words as rules are written: lower case, no fillers, without who says it
 */
record RequestSentence(Intent intent, String practice, String family, List<String> words) {
    /** In how many parts sentences are judged by the others. */
    static final int PARTS = 5;

    static final List<String> FILES = List.of(
            "requests-booking.tsv",
            "requests-clinical.tsv",
            "requests-money.tsv",
            "requests-office.tsv",
            "requests-people.tsv",
            "requests-small-talk.tsv",
            "requests-out-of-domain.tsv",
            "requests-practices.tsv",
            "requests-more.tsv",
            "requests-ordinary.tsv",
            "requests-varied.tsv",
            "requests-voices.tsv",
            "requests-told.tsv");

    /** The same sentences as words, made in the build: to make them at every start takes it two seconds. */
    static final String BUILT = "requests.words";

    private static final int COLUMNS = 4;

    RequestSentence {
        words = List.copyOf(words);
    }

    String text() {
        return String.join(" ", words);
    }

    /** All of them, in the order of the files. */
    static List<RequestSentence> all() {
        List<RequestSentence> all = new ArrayList<>();
        for (String file : FILES) {
            read(file, all);
        }
        return all;
    }

    /** The same as they came with this build. */
    static List<RequestSentence> built() {
        List<String> lines = lines(BUILT);
        List<RequestSentence> built = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            String[] columns = columns(BUILT, line + 1, lines.get(line));
            built.add(new RequestSentence(
                    intent(BUILT, line + 1, columns[0]), columns[1], columns[2], List.of(columns[3].split(" "))));
        }
        return built;
    }

    /** Writes them for {@link #built}. */
    static void build(Path file, List<RequestSentence> sentences) throws IOException {
        Files.write(
                file,
                sentences.stream()
                        .map(each -> String.join("\t", each.intent.heading(), each.practice, each.family, each.text()))
                        .toList());
    }

    private static void read(String file, List<RequestSentence> all) {
        List<String> lines = lines(file);
        for (int line = 1; line < lines.size(); line++) {
            all.add(parse(file, line + 1, lines.get(line)));
        }
    }

    private static List<String> lines(String file) {
        try (InputStream in = RequestSentence.class.getResourceAsStream("/dialogue/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from this build: build it again.");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    private static RequestSentence parse(String file, int line, String row) {
        String[] columns = columns(file, line, row);
        return new RequestSentence(
                intent(file, line, columns[0]),
                columns[1],
                columns[2],
                Introductions.left(Normaliser.words(columns[3])));
    }

    private static String[] columns(String file, int line, String row) {
        String[] columns = row.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(file + " line " + line + ": not " + COLUMNS + " columns");
        }
        return columns;
    }

    private static Intent intent(String file, int line, String heading) {
        return Intent.headed(heading)
                .orElseThrow(
                        () -> new IllegalStateException(file + " line " + line + ": there is no intent " + heading));
    }

    /**
     * Which of the {@value #PARTS} parts the sentence belongs to when one part is to be judged by what was learned from the others:
     * the same for all of a family.
     */
    int part() {
        return Math.floorMod(family.hashCode(), PARTS);
    }
}

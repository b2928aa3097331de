package org.anteroom.agent.dialogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Phrases that a reviewer looks for, read from {@code catalogue/review.txt}. */
record Review(List<Phrase> clinical, List<Phrase> advice, List<Phrase> unspeakable) {
    /** The program's own. */
    static final Review OWN = resource();

    /** A phrase as it is written, and how it is found: whole words, whatever their case. */
    record Phrase(String written, Pattern pattern) {
        static Phrase of(String written) {
            String words = Arrays.stream(written.split(" +"))
                    .map(word -> word.endsWith("*")
                            ? Pattern.quote(word.substring(0, word.length() - 1)) + "[\\w']*"
                            : Pattern.quote(word))
                    .collect(Collectors.joining("[^\\w']+"));
            return new Phrase(written, Pattern.compile("(?<![\\w'])" + words + "(?![\\w'])", Pattern.CASE_INSENSITIVE));
        }
    }

    /** The first of the phrases that is in the text. */
    static Optional<Phrase> found(List<Phrase> phrases, String text) {
        return phrases.stream()
                .filter(phrase -> phrase.pattern().matcher(text).find())
                .findFirst();
    }

    private static Review resource() {
        try (InputStream in = Review.class.getResourceAsStream("catalogue/review.txt")) {
            if (in == null) {
                throw new IllegalStateException("catalogue/review.txt is missing from the program");
            }
            String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Review(
                    phrases(content, "[clinical]"), phrases(content, "[advice]"), phrases(content, "[unspeakable]"));
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue/review.txt can't be read from the program", e);
        }
    }

    private static List<Phrase> phrases(String content, String heading) {
        List<Phrase> phrases = new ArrayList<>();
        boolean within = false;
        for (String line : content.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                within = line.equals(heading);
            } else if (within && !line.isEmpty() && !line.startsWith("#")) {
                for (String written : line.split(" *\\| *")) {
                    phrases.add(Phrase.of(written));
                }
            }
        }
        if (phrases.isEmpty()) {
            throw new IllegalStateException("catalogue/review.txt has nothing under " + heading);
        }
        return phrases;
    }
}

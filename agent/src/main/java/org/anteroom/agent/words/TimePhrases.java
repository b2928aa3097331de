package org.anteroom.agent.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The reviewed words and phrases about time, read once from {@code spoken-time.txt}; immutable. */
final class TimePhrases {
    static final TimePhrases REVIEWED = resource();

    /**
     * A phrase and what it means.
     *
     * @param value what {@link TimeSort} says, 0 where the sort has none
     */
    record Phrase(List<String> words, TimeSort sort, int value) {
        Phrase {
            words = List.copyOf(words);
        }

        int length() {
            return words.size();
        }
    }

    /** By first word, the longest first. */
    private final Map<String, List<Phrase>> phrases;

    private TimePhrases(Map<String, List<Phrase>> phrases) {
        this.phrases = phrases;
    }

    /** The longest phrase that begins at a place. */
    Optional<Phrase> at(List<String> words, int at) {
        return longest(words, at, phrase -> true);
    }

    /** The longest phrase of a sort that begins at a place. */
    Optional<Phrase> at(List<String> words, int at, TimeSort sort) {
        return longest(words, at, phrase -> phrase.sort() == sort);
    }

    private Optional<Phrase> longest(List<String> words, int at, Predicate<Phrase> which) {
        if (at >= words.size()) {
            return Optional.empty();
        }
        for (Phrase phrase : phrases.getOrDefault(words.get(at), List.of())) {
            int end = at + phrase.length();
            if (which.test(phrase)
                    && end <= words.size()
                    && words.subList(at, end).equals(phrase.words())) {
                return Optional.of(phrase);
            }
        }
        return Optional.empty();
    }

    private static TimePhrases resource() {
        try (InputStream in = TimePhrases.class.getResourceAsStream("spoken-time.txt")) {
            if (in == null) {
                throw new IllegalStateException("spoken-time.txt is missing from the program");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("spoken-time.txt can't be read from the program", e);
        }
    }

    /**
     * Reads {@code sort value: phrase | phrase} lines.
     *
     * @throws IllegalArgumentException naming the line that can't be read, or a phrase that is there twice
     */
    static TimePhrases parse(String content) {
        Map<String, List<Phrase>> phrases = new HashMap<>();
        int number = 0;
        for (String raw : content.lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    line(line).forEach(phrase -> add(phrases, phrase));
                } catch (RuntimeException e) {
                    throw new IllegalArgumentException(
                            "spoken-time.txt:" + number + " can't be read: " + e.getMessage(), e);
                }
            }
        }
        phrases.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(Phrase::length).reversed()));
        return new TimePhrases(phrases);
    }

    private static List<Phrase> line(String line) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ");
        TimeSort sort = TimeSort.valueOf(head[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        int value = head.length > 1 ? Integer.parseInt(head[1]) : 0;
        List<Phrase> all = new ArrayList<>();
        for (String phrase : line.substring(colon + 1).strip().split(" *\\| *")) {
            all.add(new Phrase(List.of(phrase.split(" ")), sort, value));
        }
        return all;
    }

    private static void add(Map<String, List<Phrase>> phrases, Phrase phrase) {
        List<Phrase> same = phrases.computeIfAbsent(phrase.words().get(0), first -> new ArrayList<>());
        if (same.stream().anyMatch(other -> other.words().equals(phrase.words()))) {
            throw new IllegalArgumentException("\"" + String.join(" ", phrase.words()) + "\" is there twice");
        }
        same.add(phrase);
    }
}

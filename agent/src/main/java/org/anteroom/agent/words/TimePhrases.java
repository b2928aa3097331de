package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The reviewed words and phrases about time, read once from {@code spoken-time.txt}; immutable. */
final class TimePhrases {
    static final TimePhrases REVIEWED = parse(Phrases.content("spoken-time.txt"));

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

    private final PhraseIndex<Phrase> index = new PhraseIndex<>();
    private final Set<List<String>> known = new HashSet<>();

    private TimePhrases() {}

    /** The longest phrase that begins at a place. */
    Optional<Phrase> at(List<String> words, int at) {
        return longest(words, at, phrase -> true);
    }

    /** The longest phrase of a sort that begins at a place. */
    Optional<Phrase> at(List<String> words, int at, TimeSort sort) {
        return longest(words, at, phrase -> phrase.sort() == sort);
    }

    private Optional<Phrase> longest(List<String> words, int at, Predicate<Phrase> which) {
        return index.at(words, at, which).map(PhraseIndex.Match::meaning);
    }

    /**
     * Reads {@code sort value: phrase | phrase} lines.
     *
     * @throws IllegalArgumentException naming the line that can't be read, or a phrase that is there twice
     */
    static TimePhrases parse(String content) {
        TimePhrases phrases = new TimePhrases();
        int number = 0;
        for (String raw : content.lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    line(line).forEach(phrases::add);
                } catch (RuntimeException e) {
                    throw new IllegalArgumentException(
                            "spoken-time.txt:" + number + " can't be read: " + e.getMessage(), e);
                }
            }
        }
        return phrases;
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

    private void add(Phrase phrase) {
        if (!known.add(phrase.words())) {
            throw new IllegalArgumentException("\"" + String.join(" ", phrase.words()) + "\" is there twice");
        }
        index.add(phrase.words(), phrase);
    }
}

package org.anteroom.agent.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Phrases of a reviewed word list, each under a key. In the file a line is a key, a colon and phrases between commas; a key may
 * have several lines, {@code #} begins a comment.
 */
final class Phrases {

    /** @param length how many words the phrase has */
    record Match(String key, int length) {}

    private final PhraseIndex<String> index = new PhraseIndex<>();

    private Phrases() {}

    /** @param name of the file beside this class */
    static Phrases read(String name) {
        return read(name, Set.of());
    }

    /** The phrases under some keys of a file; under all when none is named. */
    static Phrases read(String name, Set<String> keys) {
        Phrases phrases = new Phrases();
        for (String line : content(name).lines().toList()) {
            int colon = line.indexOf(':');
            if (colon < 0 || line.startsWith("#")) {
                continue;
            }
            String key = line.substring(0, colon).strip();
            if (keys.isEmpty() || keys.contains(key)) {
                Arrays.stream(line.substring(colon + 1).split(",")).forEach(phrase -> phrases.add(phrase, key));
            }
        }
        return phrases;
    }

    /** Every phrase of a file with the keys it stands under, in their order. */
    static Map<String, List<String>> entries(String name) {
        return read(name).index.all();
    }

    /** What a file beside this class holds. */
    static String content(String name) {
        try (InputStream in = Phrases.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the application");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the application", e);
        }
    }

    private void add(String phrase, String key) {
        index.add(List.of(phrase.strip().split(" ")), key);
    }

    /** The longest phrase that starts at a word. */
    Optional<Match> at(List<String> words, int from) {
        return index.at(words, from, key -> true).map(found -> new Match(found.meaning(), found.length()));
    }

    /** The key of a single word that is a phrase by itself. */
    Optional<String> of(String word) {
        return at(List.of(word), 0).map(Match::key);
    }

    /** Whether the words end in one of the phrases. */
    boolean end(List<String> words) {
        for (int from = words.size() - 1; from >= 0 && from >= words.size() - 4; from--) {
            int rest = words.size() - from;
            if (at(words, from).filter(match -> match.length() == rest).isPresent()) {
                return true;
            }
        }
        return false;
    }
}

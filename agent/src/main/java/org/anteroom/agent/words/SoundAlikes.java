package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds known words that sound like an unknown one: "win" for nguyen. Words whose consonants are the same are compared sound
 * by sound; where no single word will do, two are tried that make it up together. Made once for a list of words, a fraction of
 * a second for 150,000; one name takes some milliseconds. One thread at a time.
 */
public final class SoundAlikes {
    /** From here a word sounds enough like another, 0 to 1. */
    private static final double LEAST = 0.8;

    /** Two words are heard less surely than one. */
    private static final double PAIR = 0.06;
    /** Each less likely reading of a name. */
    private static final double READING = 0.03;

    private static final int READINGS = 4;
    /** Of words with the same consonants, those that have many more or fewer vowels don't sound alike. */
    private static final int VOWELS_MORE = 2;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    /** Letters, and what their sound is hard to tell from on a telephone. */
    private static final String LETTERS = "bpdtgkqfvszjlrmn";

    private static final String CLASSES = "ppttkkkffssslrmn";

    /** Beginnings of which the first letter is not heard. */
    private static final List<String> SILENT = List.of("kn", "gn", "wr");

    private final Map<String, List<String>> byConsonants = new HashMap<>();
    private final Map<String, String> sounds = new HashMap<>();
    /** Names share their parts. */
    private final Map<String, Optional<Alike>> best = new HashMap<>();

    private record Alike(String words, double score) {}

    /** @param words lower case; those that aren't plain words are left out */
    public SoundAlikes(Collection<String> words) {
        for (String word : words) {
            if (word.length() >= SHORTEST
                    && word.length() <= LONGEST
                    && word.chars().anyMatch(letter -> isVowel((char) letter))
                    && word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
                byConsonants
                        .computeIfAbsent(consonants(word), each -> new ArrayList<>())
                        .add(word);
            }
        }
        byConsonants.values().forEach(same -> same.sort(Comparator.naturalOrder()));
    }

    /** One known word, or two with a space between, that sound like a name of lower-case letters; empty where none do. */
    public Optional<String> of(String name) {
        List<Alike> found = new ArrayList<>();
        double doubt = 0;
        for (String reading : NameSounds.of(name).stream().limit(READINGS).toList()) {
            double less = doubt;
            best(reading)
                    .map(alike -> new Alike(alike.words(), alike.score() - less))
                    .ifPresent(found::add);
            for (int at = 1; at < reading.length(); at++) {
                pair(reading, at, less).ifPresent(found::add);
            }
            doubt += READING;
        }
        return found.stream()
                .filter(alike -> alike.score() >= LEAST)
                .max(Comparator.comparingDouble(Alike::score)
                        .thenComparing(alike -> -EditDistance.between(alike.words(), name))
                        .thenComparing(Comparator.comparing(Alike::words).reversed()))
                .map(Alike::words);
    }

    private Optional<Alike> pair(String reading, int at, double doubt) {
        Optional<Alike> first = best(reading.substring(0, at));
        Optional<Alike> second = best(reading.substring(at));
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        double score = (first.get().score() * at + second.get().score() * (reading.length() - at)) / reading.length();
        return Optional.of(new Alike(first.get().words() + ' ' + second.get().words(), score - PAIR - doubt));
    }

    /** The word that sounds most like this, a short one first. */
    private Optional<Alike> best(String reading) {
        return best.computeIfAbsent(reading, this::searched);
    }

    private Optional<Alike> searched(String reading) {
        return byConsonants.getOrDefault(skeleton(reading), List.of()).stream()
                .filter(word -> Math.abs(heard(word).length() - reading.length()) <= VOWELS_MORE)
                .map(word -> new Alike(
                        word,
                        1
                                - SoundDistance.between(heard(word), reading, Double.MAX_VALUE)
                                        / Math.max(2, reading.length())))
                .max(Comparator.comparingDouble(Alike::score)
                        .thenComparing(alike -> -alike.words().length())
                        .thenComparing(Comparator.comparing(Alike::words).reversed()));
    }

    private String heard(String word) {
        return sounds.computeIfAbsent(
                word, each -> NameSounds.of(each).iterator().next());
    }

    /** The consonants of sounds as {@link NameSounds} writes them. */
    private static String skeleton(String reading) {
        StringBuilder consonants = new StringBuilder();
        char last = ' ';
        for (int at = 0; at < reading.length(); at++) {
            char sound = reading.charAt(at);
            char kind =
                    switch (sound) {
                        case 'S', 'C' -> 's';
                        case 'T' -> 't';
                        case 'w' -> 'w';
                        default -> kind(sound);
                    };
            if (kind != ' ' && kind != last) {
                consonants.append(kind);
            }
            last = kind;
        }
        return consonants.toString();
    }

    /** The same of a written word, roughly but quickly: what it lets through is compared closely. */
    private static String consonants(String word) {
        boolean silent = SILENT.stream().anyMatch(word::startsWith);
        String spelled = silent ? word.substring(1) : word;
        StringBuilder sounds = new StringBuilder();
        for (int at = 0; at < spelled.length(); at++) {
            char letter = spelled.charAt(at);
            char next = at + 1 < spelled.length() ? spelled.charAt(at + 1) : ' ';
            switch (letter) {
                case 'c' -> sounds.append(next == 'h' || "eiy".indexOf(next) >= 0 ? 's' : 'k');
                case 'p' -> sounds.append(next == 'h' ? 'f' : 'p');
                case 'g' -> sounds.append(next == 'h' ? ' ' : 'g');
                case 't' -> sounds.append(spelled.startsWith("tch", at) ? ' ' : 't');
                case 'd' -> sounds.append(next == 'g' ? ' ' : 'd');
                case 'x' -> sounds.append("ks");
                case 'w' -> sounds.append(isVowel(next) ? 'w' : ' ');
                case 'h' -> {}
                case 'y' -> sounds.append('i');
                default -> sounds.append(letter);
            }
        }
        return skeleton(sounds.toString());
    }

    private static boolean isVowel(char letter) {
        return letter == 'y' || NameSounds.isVowel(letter);
    }

    /** A space for what is no consonant, or one that is hardly heard. */
    private static char kind(char letter) {
        int at = LETTERS.indexOf(letter);
        return at < 0 ? ' ' : CLASSES.charAt(at);
    }
}

package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.Phonetics;
import org.anteroom.agent.words.SoundedName;

/**
 * Finds things the practice has names for (visit types, insurances, pharmacies) in what a caller says: as they are written, in the
 * plural or without it, as what is done ("cleaned" for a cleaning, "neutered"), and where the whole turn is an answer also as they
 * sound.
 */
record NamedThings<T>(List<T> things, List<Name<T>> names) {
    /** More words are no name that was misheard. */
    private static final int LONGEST = 4;

    /** Words that lead to a name and are none. */
    private static final Set<String> LEADING = Set.of(
            "yes",
            "yeah",
            "yep",
            "sure",
            "okay",
            "ok",
            "oh",
            "well",
            "so",
            "hi",
            "hello",
            "hey",
            "um",
            "uh",
            "huh",
            "mm",
            "hmm",
            "mhm",
            "and",
            "actually",
            "no",
            "sorry",
            "please",
            "alright",
            "right",
            "of",
            "course",
            "my",
            "the",
            "first",
            "last",
            "full",
            "name",
            "names",
            "name's",
            "is",
            "it's",
            "its",
            "it",
            "this",
            "i'm",
            "i",
            "am",
            "that's",
            "that",
            "would",
            "be",
            "you",
            "can",
            "put",
            "under",
            "just",
            "a",
            "mister",
            "miss",
            "missus",
            "mrs",
            "mr");

    private static final List<String> ENDS = List.of("ing", "ed", "ion");
    /** Shorter ones are words of their own: "sing", "need". */
    private static final int SHORTEST_STEM = 4;

    /**
     * One thing under one of its names.
     *
     * @param said the name as callers say it
     * @param words the same without endings
     */
    record Name<T>(T thing, String said, List<String> words, SoundedName sounded) {}

    NamedThings {
        things = List.copyOf(things);
        names = List.copyOf(names);
    }

    static <T> NamedThings<T> none() {
        return new NamedThings<>(List.of(), List.of());
    }

    /** @param names of each, the written one first */
    static <T> NamedThings<T> of(List<T> things, Function<T, Stream<String>> names) {
        List<Name<T>> all = new ArrayList<>();
        for (T thing : things) {
            names.apply(thing).forEach(name -> {
                List<String> words = words(name);
                if (!words.isEmpty()) {
                    String said = String.join(" ", Normaliser.words(name));
                    all.add(new Name<>(thing, said, words, SoundedName.of(String.join(" ", words))));
                }
            });
        }
        return new NamedThings<>(things, all);
    }

    private static List<String> words(String name) {
        return Normaliser.words(name).stream().map(NamedThings::singular).toList();
    }

    /** The one with the longest name among the words. */
    Optional<T> in(List<String> said) {
        List<String> words = said.stream().map(NamedThings::singular).toList();
        Optional<Name<T>> best = Optional.empty();
        for (Name<T> name : names) {
            boolean longer = best.map(found -> length(name.words()) > length(found.words()))
                    .orElse(true);
            if (longer && holds(words, name.words())) {
                best = Optional.of(name);
            }
        }
        return best.map(Name::thing);
    }

    /** The same for a turn that should be such a name and nothing else: one that sounds like it will do. */
    Optional<T> answered(Input.Said said) {
        Optional<T> written = in(said.words()).or(() -> in(said.slot()));
        if (written.isPresent()) {
            return written;
        }
        List<String> heard = Stream.concat(Stream.of(said.words()), said.others().stream())
                .map(NamedThings::bare)
                .filter(text -> !text.isBlank() && text.split(" ").length <= LONGEST)
                .toList();
        List<SoundedName> all = names.stream().map(Name::sounded).toList();
        return Phonetics.matches(heard, all, Phonetics.SAME).stream()
                .findFirst()
                .flatMap(match -> names.stream()
                        .filter(name -> name.sounded().name().equals(match.name()))
                        .findFirst())
                .map(Name::thing);
    }

    private static String bare(List<String> words) {
        return String.join(
                " ",
                words.stream()
                        .filter(word -> !LEADING.contains(word))
                        .map(NamedThings::singular)
                        .toList());
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    private static boolean holds(List<String> words, List<String> name) {
        for (int at = 0; at + name.size() <= words.size(); at++) {
            if (words.subList(at, at + name.size()).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        String one = plural ? word.substring(0, word.length() - 1) : word;
        return stem(one.endsWith("'") ? one.substring(0, one.length() - 1) : one);
    }

    /** Without the end that makes a deed of a word: "vaccination", "vaccinated". */
    private static String stem(String word) {
        for (String end : ENDS) {
            int length = word.length() - end.length();
            if (length >= SHORTEST_STEM && word.endsWith(end)) {
                boolean twice = length > SHORTEST_STEM && word.charAt(length - 1) == word.charAt(length - 2);
                return word.substring(0, twice ? length - 1 : length);
            }
        }
        return word;
    }
}

package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Phrases by their first word, the longest first, each with what it means. Filled once, then only read. */
final class PhraseIndex<T> {

    /** @param length how many words the phrase has */
    record Match<T>(T meaning, int length) {}

    private record Entry<T>(List<String> words, T meaning) {}

    private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();

    void add(List<String> words, T meaning) {
        List<Entry<T>> same = byFirst.computeIfAbsent(words.get(0), first -> new ArrayList<>());
        same.add(new Entry<>(List.copyOf(words), meaning));
        same.sort(Comparator.comparingInt(entry -> -entry.words().size()));
    }

    /** The longest phrase of those asked for that begins at a place. */
    Optional<Match<T>> at(List<String> words, int from, Predicate<T> which) {
        if (from >= words.size()) {
            return Optional.empty();
        }
        for (Entry<T> entry : byFirst.getOrDefault(words.get(from), List.of())) {
            int end = from + entry.words().size();
            if (which.test(entry.meaning())
                    && end <= words.size()
                    && words.subList(from, end).equals(entry.words())) {
                return Optional.of(new Match<>(entry.meaning(), entry.words().size()));
            }
        }
        return Optional.empty();
    }

    /** Every phrase with all that it means, in the order in which that was added. */
    Map<String, List<T>> all() {
        Map<String, List<T>> all = new HashMap<>();
        for (List<Entry<T>> each : byFirst.values()) {
            each.forEach(entry -> all.computeIfAbsent(String.join(" ", entry.words()), phrase -> new ArrayList<>())
                    .add(entry.meaning()));
        }
        return all;
    }
}

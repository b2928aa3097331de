package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words and pairs of neighbouring words that occur in more than one family of wording: what only one has would be learnt by heart.
 * Immutable, any thread.
 */
final class WordFeatures {
    private final Map<String, Integer> numbers;

    private WordFeatures(Map<String, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
    }

    static WordFeatures of(List<RequestSentence> sentences) {
        Map<String, String> families = new HashMap<>();
        Set<String> common = new LinkedHashSet<>();
        for (RequestSentence sentence : sentences) {
            for (String feature : in(sentence.words())) {
                String first = families.putIfAbsent(feature, sentence.family());
                if (first != null && !first.equals(sentence.family())) {
                    common.add(feature);
                }
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        common.forEach(feature -> numbers.put(feature, numbers.size()));
        return new WordFeatures(numbers);
    }

    int count() {
        return numbers.size();
    }

    /** The numbers of the known ones in the words, each once. */
    int[] known(List<String> words) {
        return in(words).stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .toArray();
    }

    private static Set<String> in(List<String> words) {
        List<String> ended = new ArrayList<>(words);
        ended.add(0, "<");
        ended.add(">");
        Set<String> features = new HashSet<>(words);
        for (int i = 0; i + 1 < ended.size(); i++) {
            features.add(ended.get(i) + ' ' + ended.get(i + 1));
        }
        return features;
    }
}

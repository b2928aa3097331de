package org.anteroom.speech.language;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each word follows each context in sentences. A sentence begins after {@link #START} and ends in {@link BackoffModel#END}; a
 * word that the vocabulary doesn't have is not counted, and nothing is counted across it.
 */
final class SentenceCounts {
    /** In a context: the sentence begins here. It is the number that no word has, because nothing said is written with it. */
    static final int START = 0;

    private final SortedMap<Context, SortedMap<Integer, Integer>> counts = new TreeMap<>();

    private SentenceCounts() {}

    /**
     * Counts them; their order doesn't matter.
     *
     * @param sentences words with spaces between
     * @param vocabulary the number of each word
     */
    static SentenceCounts of(List<String> sentences, Map<String, Integer> vocabulary) {
        SentenceCounts result = new SentenceCounts();
        for (String sentence : sentences) {
            Context context = Context.of(START);
            for (String text : sentence.strip().split("\\s+")) {
                int word = vocabulary.getOrDefault(text, START);
                if (word == START) {
                    context = Context.EMPTY;
                } else {
                    result.count(context, word);
                    context = context.then(word);
                }
            }
            result.count(context, BackoffModel.END);
        }
        return result;
    }

    /** How often each word stood after each context. A word after two known ones is counted for both and for the nearer one alone. */
    SortedMap<Context, SortedMap<Integer, Integer>> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    private void count(Context context, int word) {
        add(context, word);
        if (context.length() == 2) {
            add(context.shorter(), word);
        }
    }

    private void add(Context context, int word) {
        counts.computeIfAbsent(context, absent -> new TreeMap<>()).merge(word, 1, Integer::sum);
    }
}

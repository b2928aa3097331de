package org.anteroom.speech.language;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Estimates probabilities from few sentences: each count is discounted by a constant, and what that frees goes to the shorter context,
 * where a word counts by how many different words it was met after, not by how often (R. Kneser and H. Ney, "Improved backing-off for
 * m-gram language modeling", 1995; interpolated as in S. Chen and J. Goodman, "An empirical study of smoothing techniques for language
 * modeling", 1998).
 */
final class KneserNey {
    static final double DISCOUNT = 0.75;

    /** What follows one context. */
    private record Followers(SortedMap<Integer, Integer> counts, int total) {
        static Followers of(SortedMap<Integer, Integer> counts) {
            return new Followers(
                    counts, counts.values().stream().mapToInt(Integer::intValue).sum());
        }

        /** The share of the shorter context. */
        double freed() {
            return DISCOUNT * counts.size() / total;
        }
    }

    private final SortedMap<Context, Followers> followers = new TreeMap<>();

    private KneserNey(SentenceCounts sentences) {
        SortedMap<Context, SortedMap<Integer, Integer>> adjusted = new TreeMap<>();
        adjusted.put(Context.EMPTY, new TreeMap<>());
        sentences.counts().forEach((context, words) -> {
            if (context.length() == 2 || context.equals(Context.of(SentenceCounts.START))) {
                // Nothing can stand before the start, so there the number of different words would be one for all.
                adjusted.put(context, words);
            }
            Context shorter = context.shorter();
            for (int word : words.keySet()) {
                adjusted.computeIfAbsent(shorter, absent -> new TreeMap<>()).merge(word, 1, Integer::sum);
            }
        });
        adjusted.forEach((context, words) -> followers.put(context, Followers.of(words)));
    }

    /** The model of these sentences. Words that are not in them have probability 0. */
    static BackoffModel model(SentenceCounts sentences) {
        return new KneserNey(sentences).model();
    }

    private BackoffModel model() {
        int listed = followers.values().stream()
                .mapToInt(each -> each.counts().size())
                .sum();
        BackoffModel.Builder model = new BackoffModel.Builder(followers.size(), listed);
        Map<Context, Integer> numbers = new HashMap<>();
        followers.forEach((context, next) -> {
            int parent = context.length() == 0
                    ? BackoffModel.NONE
                    : numbers.getOrDefault(context.shorter(), BackoffModel.ROOT);
            double backoff = context.length() == 0 ? 0 : next.freed();
            numbers.put(context, model.context(parent, context.first(), backoff));
            for (int word : next.counts().keySet()) {
                double probability = probability(context, word);
                if (word == BackoffModel.END) {
                    model.end(probability);
                } else {
                    model.word(word, probability);
                }
            }
        });
        return model.build();
    }

    private double probability(Context context, int word) {
        Followers next = followers.get(context);
        if (next == null) {
            return probability(context.shorter(), word);
        }
        int count = next.counts().getOrDefault(word, 0);
        if (context.length() == 0) {
            return (double) count / next.total();
        }
        return Math.max(count - DISCOUNT, 0) / next.total() + next.freed() * probability(context.shorter(), word);
    }
}

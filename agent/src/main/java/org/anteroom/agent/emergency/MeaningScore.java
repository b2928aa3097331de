package org.anteroom.agent.emergency;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How much a caller's words mean an emergency: a smooth function over the vectors of the sentences we know, near 1 among
 * emergencies and near -1 among all others. Immutable, any thread; a score takes one pass over all of them, about a millisecond.
 */
final class MeaningScore {
    private static final int NEAREST = 3;

    private final List<KnownSentence> sentences;
    private final float[][] vectors;
    private final double[] shares;
    private final double gamma;

    /**
     * A score over sentences, their vectors of length 1 and what {@link KernelRidge} found each to contribute.
     */
    MeaningScore(List<KnownSentence> sentences, float[][] vectors, double[] shares, double gamma) {
        if (vectors.length != sentences.size() || shares.length != sentences.size()) {
            throw new IllegalArgumentException("One vector and one share for each sentence, not " + vectors.length
                    + " and " + shares.length + " for " + sentences.size());
        }
        this.sentences = List.copyOf(sentences);
        this.vectors = vectors;
        this.shares = shares;
        this.gamma = gamma;
    }

    /**
     * @param value about -1 to 1
     * @param nearest the known sentences that are most alike, the nearest first: the reason
     */
    record Score(double value, List<Near> nearest) {}

    /** @param likeness 0 to 1 */
    record Near(KnownSentence sentence, double likeness) {}

    /** Judges the vector of a clause. */
    Score of(float[] meaning) {
        double[] likeness = new double[shares.length];
        double value = 0;
        for (int i = 0; i < shares.length; i++) {
            likeness[i] = KernelRidge.kernel(vectors[i], meaning, gamma);
            value += shares[i] * likeness[i];
        }
        return new Score(value, nearest(likeness));
    }

    private List<Near> nearest(double[] likeness) {
        Comparator<Integer> nearer =
                Comparator.comparingDouble((Integer i) -> likeness[i]).thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> nearest = new PriorityQueue<>(nearer);
        for (int i = 0; i < likeness.length; i++) {
            if (nearest.size() < NEAREST) {
                nearest.add(i);
            } else if (likeness[i] > likeness[nearest.element()]) {
                nearest.remove();
                nearest.add(i);
            }
        }
        return nearest.stream()
                .sorted(nearer.reversed())
                .map(i -> new Near(sentences.get(i), likeness[i]))
                .toList();
    }
}

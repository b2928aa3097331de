package org.anteroom.agent.emergency;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How much a caller's words mean an emergency: a smooth function over the vectors of the sentences we know, near 1 among
 * emergencies and near -1 among all others. Immutable, any thread; a score takes one pass over all of them, about a millisecond.
 */
public final class MeaningScore {
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
     * The score that came with this build.
     *
     * @throws IllegalStateException when sentences, weights and vectors of this build don't belong together
     */
    public static MeaningScore load() {
        List<KnownSentence> sentences = KnownSentence.all();
        ScoreWeights weights = ScoreWeights.read(sentences);
        return new MeaningScore(sentences, SentenceVectors.read(sentences), weights.shares(), weights.gamma());
    }

    /** Judges the vector of a clause, of length 1. */
    public Score of(float[] meaning) {
        double[] likeness = new double[shares.length];
        double value = 0;
        for (int i = 0; i < shares.length; i++) {
            likeness[i] = KernelRidge.kernel(vectors[i], meaning, gamma);
            value += shares[i] * likeness[i];
        }
        return new Score(value, nearest(likeness));
    }

    private List<Score.Near> nearest(double[] likeness) {
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
                .map(i -> near(sentences.get(i), likeness[i]))
                .toList();
    }

    private static Score.Near near(KnownSentence known, double likeness) {
        return new Score.Near(known.id(), known.text(), known.category(), known.emergency(), likeness);
    }
}

package org.anteroom.agent.emergency;

import java.util.Arrays;
import java.util.List;

/**
 * How much a caller's words mean an emergency: a smooth function over the vectors of the sentences we know, near 1 among
 * emergencies and near -1 among all others. Immutable, any thread; a score takes one pass over all of them, a third of a millisecond.
 */
public final class MeaningScore {
    private static final int NEAREST = 3;
    /** Judged while nobody waits: until it is compiled a score takes up to fifty times as long, and the first may be an emergency. */
    private static final int WARMING = 20;

    private final List<KnownSentence> sentences;
    private final DotProducts vectors;
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
        this.vectors = new DotProducts(vectors);
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
        float[][] vectors = SentenceVectors.read(sentences);
        MeaningScore score = new MeaningScore(sentences, vectors, weights.shares(), weights.gamma());
        for (int i = 0; i < Math.min(WARMING, vectors.length); i++) {
            Score unused = score.of(vectors[i]);
        }
        return score;
    }

    /** Judges the vector of a clause, of length 1. */
    public Score of(float[] meaning) {
        float[] products = vectors.with(meaning);
        double value = 0;
        for (int i = 0; i < products.length; i++) {
            value += shares[i] * KernelRidge.kernel(products[i], gamma);
        }
        return new Score(value, nearest(products));
    }

    /** Those with the greatest products, the greatest first; of equal ones the first. */
    private List<Score.Near> nearest(float[] products) {
        int[] nearest = new int[Math.min(NEAREST, products.length)];
        for (int i = 0; i < products.length; i++) {
            int place = Math.min(i, nearest.length);
            while (place > 0 && products[i] > products[nearest[place - 1]]) {
                place--;
            }
            if (place < nearest.length) {
                System.arraycopy(nearest, place, nearest, place + 1, nearest.length - place - 1);
                nearest[place] = i;
            }
        }
        return Arrays.stream(nearest)
                .mapToObj(i -> near(sentences.get(i), KernelRidge.kernel(products[i], gamma)))
                .toList();
    }

    private static Score.Near near(KnownSentence known, double likeness) {
        return new Score.Near(known.id(), known.text(), known.category(), known.emergency(), likeness);
    }
}

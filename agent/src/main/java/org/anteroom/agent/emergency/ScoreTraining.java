package org.anteroom.agent.emergency;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes the weights of the {@link MeaningScore} from our own sentences, and judges them on sentences that it has not seen, as they were
 * said and as the recogniser heard them: a fifth of the families of wording at a time, never single sentences, since those of a
 * family resemble each other. Takes some minutes and 2 GB, the fifths at the same time. Any thread.
 */
public final class ScoreTraining {
    /** Measured on our own sentences by families: narrower learns sentences by heart, wider blurs emergencies and look-alikes. */
    static final double GAMMA = 2;

    static final double LAMBDA = 0.2;
    private static final double[] THRESHOLDS = {0, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8};

    private final List<KnownSentence> sentences = KnownSentence.all();
    private final List<KnownSentence> heard = MisheardSentences.all();
    private final float[][] vectors;
    private final float[][] heardVectors;

    /** @param meanings the vectors of length 1 of texts, one for each, such as the embedder's */
    public ScoreTraining(Function<List<String>, List<float[]>> meanings) {
        vectors = vectors(sentences, meanings);
        Arrays.setAll(vectors, i -> SentenceVectors.kept(vectors[i]));
        heardVectors = vectors(heard, meanings);
    }

    private static float[][] vectors(List<KnownSentence> sentences, Function<List<String>, List<float[]>> meanings) {
        return meanings.apply(sentences.stream().map(KnownSentence::text).toList())
                .toArray(float[][]::new);
    }

    /** The text of {@code weights.tsv}: trained on all sentences. */
    public String weights() {
        double[] shares = fit(sentences, vectors);
        return new ScoreWeights(ScoreWeights.basisOf(sentences), GAMMA, shares).text(sentences);
    }

    /**
     * What each threshold would cost, on families of wording that were not trained on: a table of the score alone for all sentences, then
     * one of {@link ThresholdCosts} for each type of practice.
     */
    public String costs() {
        double[] said = new double[sentences.size()];
        double[] understood = new double[heard.size()];
        unseen(said, understood);
        ThresholdCosts costs = new ThresholdCosts(
                UnseenSentence.of(sentences, said),
                UnseenSentence.of(heard, understood),
                practice -> new RulesAlone(practice)::ruling,
                NightCalls.ASSUMED);
        return costs.ofTheScore(THRESHOLDS) + '\n' + costs.table(THRESHOLDS);
    }

    /** Fills in what each sentence scores, said and heard, by what was learned from other families. */
    private void unseen(double[] said, double[] understood) {
        int[] parts = KnownSentence.parts(sentences);
        Map<String, Integer> partOf = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            partOf.put(sentences.get(i).id(), parts[i]);
        }
        IntStream.range(0, KnownSentence.PARTS).parallel().forEach(part -> {
            int[] seen = IntStream.range(0, parts.length)
                    .filter(i -> parts[i] != part)
                    .toArray();
            List<KnownSentence> known =
                    IntStream.of(seen).mapToObj(sentences::get).toList();
            float[][] at = IntStream.of(seen).mapToObj(i -> vectors[i]).toArray(float[][]::new);
            MeaningScore score = new MeaningScore(known, at, fit(known, at), GAMMA);
            judge(score, sentences, vectors, partOf, part, said);
            judge(score, heard, heardVectors, partOf, part, understood);
        });
    }

    private static void judge(
            MeaningScore score,
            List<KnownSentence> judged,
            float[][] at,
            Map<String, Integer> partOf,
            int part,
            double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            if (partOf.getOrDefault(judged.get(i).id(), -1) == part) {
                scores[i] = score.of(at[i]).value();
            }
        }
    }

    /** Emergencies together count as much as all others together. */
    static double[] fit(List<KnownSentence> sentences, float[][] vectors) {
        double[] wanted = new double[vectors.length];
        double[] counts = new double[vectors.length];
        double emergencies = sentences.stream().filter(KnownSentence::emergency).count();
        for (int i = 0; i < wanted.length; i++) {
            boolean emergency = sentences.get(i).emergency();
            wanted[i] = emergency ? 1 : -1;
            counts[i] = wanted.length / (2 * (emergency ? emergencies : wanted.length - emergencies));
        }
        return KernelRidge.fit(vectors, wanted, counts, GAMMA, LAMBDA);
    }
}

package org.anteroom.agent.emergency;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes the weights of the {@link MeaningScore} from our own sentences, and judges them on sentences that it has not seen: a fifth of the
 * families of wording at a time, never single sentences, since those of a family resemble each other. Takes about two
 * minutes. Any thread.
 */
public final class ScoreTraining {
    /** Measured on our own sentences by families: narrower learns sentences by heart, wider blurs emergencies and look-alikes. */
    static final double GAMMA = 2;

    static final double LAMBDA = 0.2;
    private static final int PARTS = 5;
    private static final double[] THRESHOLDS = {0, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8};

    private final List<KnownSentence> sentences = KnownSentence.all();
    private final float[][] vectors;

    /** @param meanings the vectors of length 1 of texts, one for each, such as the embedder's */
    public ScoreTraining(Function<List<String>, List<float[]>> meanings) {
        vectors = meanings.apply(sentences.stream().map(KnownSentence::text).toList())
                .toArray(float[][]::new);
    }

    /** The text of {@code weights.tsv}: trained on all sentences. */
    public String weights() {
        double[] shares = fit(sentences, vectors);
        return new ScoreWeights(ScoreWeights.basisOf(sentences), GAMMA, shares).text(sentences);
    }

    /** A table of what each threshold would cost, on families of wording that were not trained on. */
    public String costs() {
        double[] scores = unseen();
        StringBuilder table = new StringBuilder("threshold\temergencies\tlook-alikes\tordinary\n");
        for (double threshold : THRESHOLDS) {
            table.append(String.format(
                    Locale.ROOT,
                    "%.2f\t%.1f %%\t%.1f %%\t%.2f %%%n",
                    threshold,
                    100 * above(scores, threshold, Kind.EMERGENCY),
                    100 * above(scores, threshold, Kind.LOOKALIKE),
                    100 * above(scores, threshold, Kind.ORDINARY)));
        }
        return table.toString();
    }

    private enum Kind {
        EMERGENCY,
        LOOKALIKE,
        ORDINARY;

        static Kind of(KnownSentence sentence) {
            if (sentence.emergency()) {
                return EMERGENCY;
            }
            return sentence.ordinary() ? ORDINARY : LOOKALIKE;
        }
    }

    private double above(double[] scores, double threshold, Kind kind) {
        int all = 0;
        int above = 0;
        for (int i = 0; i < scores.length; i++) {
            if (Kind.of(sentences.get(i)) == kind) {
                all++;
                above += scores[i] >= threshold ? 1 : 0;
            }
        }
        return above / (double) Math.max(1, all);
    }

    private double[] unseen() {
        List<String> families = sentences.stream()
                .map(KnownSentence::family)
                .distinct()
                .sorted()
                .toList();
        int[] parts = sentences.stream()
                .mapToInt(sentence -> families.indexOf(sentence.family()) % PARTS)
                .toArray();
        double[] scores = new double[sentences.size()];
        for (int part = 0; part < PARTS; part++) {
            int left = part;
            int[] seen = IntStream.range(0, parts.length)
                    .filter(i -> parts[i] != left)
                    .toArray();
            List<KnownSentence> known =
                    IntStream.of(seen).mapToObj(sentences::get).toList();
            float[][] at = IntStream.of(seen).mapToObj(i -> vectors[i]).toArray(float[][]::new);
            MeaningScore score = new MeaningScore(known, at, fit(known, at), GAMMA);
            for (int i = 0; i < scores.length; i++) {
                if (parts[i] == part) {
                    scores[i] = score.of(vectors[i]).value();
                }
            }
        }
        return scores;
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

package org.anteroom.agent.dialogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.anteroom.agent.emergency.KernelRidge;
import org.anteroom.agent.words.VectorFile;

/**
 * Makes the weights of the {@link RequestClassifier} from our own sentences, and judges them on sentences that it has not seen: a fifth
 * of the families of wording at a time. Takes two minutes of one core and 1 GB. Any thread.
 */
public final class RequestTraining {
    /** Measured on our own sentences by families: how narrow the kernel over vectors is, see {@link KernelRidge}. */
    static final double GAMMA = 3;
    /** What shared words count beside it. */
    static final double WORDS = 0.6;
    /** How smooth the scores must be. */
    static final double LAMBDA = 0.3;

    private final List<RequestSentence> sentences = RequestSentence.all();
    private final float[][] vectors;

    /** @param meanings the vectors of length 1 of texts, one for each, such as the embedder's */
    public RequestTraining(Function<List<String>, List<float[]>> meanings) {
        vectors = meanings.apply(sentences.stream().map(RequestSentence::text).toList())
                .toArray(float[][]::new);
        Arrays.setAll(vectors, i -> VectorFile.kept(vectors[i]));
    }

    /** The text of {@code request-weights.tsv}: trained on all sentences. */
    public String weights() {
        return fit(sentences, vectors).text(sentences);
    }

    /** For each label how many sentences of families that were not trained on were understood: by patterns alone, and by all. */
    public String understood() {
        Map<String, int[]> counts = new TreeMap<>();
        for (int part = 0; part < RequestSentence.PARTS; part++) {
            judge(part, counts);
        }
        StringBuilder table =
                new StringBuilder(String.format("%n%-24s %6s %9s %9s%n", "unseen", "cases", "patterns", "all"));
        counts.forEach((label, count) -> table.append(String.format(
                "%-24s %6d %7.1f %% %7.1f %%%n",
                label, count[0], 100.0 * count[1] / count[0], 100.0 * count[2] / count[0])));
        return table.toString();
    }

    private void judge(int part, Map<String, int[]> counts) {
        int[] seen = IntStream.range(0, vectors.length)
                .filter(i -> sentences.get(i).part() != part)
                .toArray();
        List<RequestSentence> known =
                IntStream.of(seen).mapToObj(sentences::get).toList();
        float[][] at = IntStream.of(seen).mapToObj(i -> vectors[i]).toArray(float[][]::new);
        RequestClassifier classifier = new RequestClassifier(known, at, fit(known, at));
        for (int i = 0; i < vectors.length; i++) {
            RequestSentence sentence = sentences.get(i);
            if (sentence.part() == part) {
                Understood understood = classifier.of(sentence.words(), vectors[i]);
                String label = sentence.intent().label();
                for (String row : List.of(label, "~ all")) {
                    int[] count = counts.computeIfAbsent(row, any -> new int[3]);
                    count[0]++;
                    count[1] += understood.patternLabel().equals(label) ? 1 : 0;
                    count[2] += understood.label().equals(label) ? 1 : 0;
                }
            }
        }
    }

    /** For each intent the share of each sentence: 1 is wanted at those of the intent, 0 at all others. */
    static RequestWeights fit(List<RequestSentence> sentences, float[][] vectors) {
        double[][] matrix = new double[vectors.length][];
        WordFeatures features = WordFeatures.of(sentences);
        int[][] known = sentences.stream()
                .map(sentence -> features.known(sentence.words()))
                .toArray(int[][]::new);
        double[] mine = new double[features.count()];
        for (int row = 0; row < vectors.length; row++) {
            matrix[row] = new double[row + 1];
            mark(mine, known[row], 1);
            for (int column = 0; column <= row; column++) {
                matrix[row][column] = KernelRidge.kernel(product(vectors[row], vectors[column]), GAMMA)
                        + WORDS * shared(mine, known[row].length, known[column]);
            }
            matrix[row][row] += LAMBDA;
            mark(mine, known[row], 0);
        }
        Intent[] intents = Intent.values();
        double[][] wanted = new double[intents.length][];
        Arrays.setAll(wanted, number -> sentences.stream()
                .mapToDouble(sentence -> sentence.intent() == intents[number] ? 1 : 0)
                .toArray());
        return RequestWeights.of(KernelRidge.fit(matrix, wanted));
    }

    private static void mark(double[] marks, int[] at, double mark) {
        for (int feature : at) {
            marks[feature] = mark;
        }
    }

    /** The cosine of two sentences' words. */
    private static double shared(double[] mine, int count, int[] others) {
        double shared = 0;
        for (int feature : others) {
            shared += mine[feature];
        }
        return shared == 0 ? 0 : shared / Math.sqrt((double) count * others.length);
    }

    private static float product(float[] a, float[] b) {
        float product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }
}

package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anteroom.agent.words.Embedder;

/**
 * What training found out: how much each known sentence contributes to the score, with the hash of all that it depends on. Kept as text
 * beside the sentences, {@code weights.tsv}; {@code mvn -Ptrain} makes it again.
 *
 * @param basis SHA-256 of model, parameters and sentences, hexadecimal
 * @param gamma how narrow the kernel is, see {@link KernelRidge}
 * @param shares one for each sentence, in their order
 */
record ScoreWeights(String basis, double gamma, double[] shares) {
    static final String FILE = "weights.tsv";
    private static final String BASIS = "basis";
    private static final String GAMMA = "gamma";

    /**
     * The weights that came with this build, for these sentences.
     *
     * @throws IllegalStateException when they were made from other sentences, vectors or parameters
     */
    static ScoreWeights read(List<KnownSentence> sentences) {
        List<TsvFile.Row> rows = TsvFile.read(FILE).rows();
        String basis = "";
        double gamma = 0;
        List<Double> shares = new ArrayList<>();
        for (TsvFile.Row row : rows) {
            String name = row.column(0);
            switch (name) {
                case BASIS -> basis = row.column(1);
                case GAMMA -> gamma = number(row);
                default -> {
                    if (shares.size() >= sentences.size()
                            || !sentences.get(shares.size()).id().equals(name)) {
                        throw row.problem("not the sentence that stands here in the data; run mvn -Ptrain");
                    }
                    shares.add(number(row));
                }
            }
        }
        if (shares.size() != sentences.size() || !basis.equals(basisOf(sentences))) {
            throw new IllegalStateException(
                    FILE + " was made from other sentences, another model or other parameters; run mvn -Ptrain");
        }
        return new ScoreWeights(
                basis, gamma, shares.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The file's text. */
    String text(List<KnownSentence> sentences) {
        StringBuilder text = new StringBuilder("id\tshare\n");
        text.append("# Made by mvn -Ptrain; not to be edited.\n");
        text.append(BASIS).append('\t').append(basis).append('\n');
        text.append(GAMMA).append('\t').append(gamma).append('\n');
        for (int i = 0; i < shares.length; i++) {
            text.append(sentences.get(i).id())
                    .append('\t')
                    .append(String.format(Locale.ROOT, "%.6f", shares[i]))
                    .append('\n');
        }
        return text.toString();
    }

    /** What weights of this build depend on, as SHA-256: the model, how it is trained, what it is trained on. */
    static String basisOf(List<KnownSentence> sentences) {
        return basisOf(
                Embedder.IDENTITY + '\t' + SentenceVectors.FORM, ScoreTraining.GAMMA, ScoreTraining.LAMBDA, sentences);
    }

    static String basisOf(String model, double gamma, double lambda, List<KnownSentence> sentences) {
        String made = model + '\t' + gamma + '\t' + lambda;
        return Sha256.of(Stream.concat(
                Stream.of(made),
                sentences.stream().map(each -> each.id() + '\t' + each.emergency() + '\t' + each.text())));
    }

    private static double number(TsvFile.Row row) {
        try {
            return Double.parseDouble(row.column(1));
        } catch (NumberFormatException e) {
            throw row.problem("\"" + row.column(1) + "\" is not a number; run mvn -Ptrain");
        }
    }
}

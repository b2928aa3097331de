package org.anteroom.agent.dialogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.emergency.Sha256;
import org.anteroom.agent.words.Embedder;

/**
 * What training found out: how much each sentence contributes to each intent, in thousandths, with the hash of all that it depends on.
 * Kept as text beside the sentences, {@code request-weights.tsv}; {@code mvn -Ptrain} makes it again.
 *
 * @param shares for each intent one for each sentence
 */
record RequestWeights(Map<Intent, double[]> shares) {
    static final String FILE = "request-weights.tsv";
    /** Part of the hash: what is not among the sentences and yet changes the weights. */
    private static final String FORM = "v1 " + RequestTraining.GAMMA + ' ' + RequestTraining.WORDS + ' '
            + RequestTraining.LAMBDA + ' ' + Embedder.IDENTITY;

    private static final double UNIT = 1000;
    private static final int HEADER = 2;

    /**
     * The weights that came with this build, for these sentences.
     *
     * @throws IllegalStateException when they were made from other sentences, another model or other parameters
     */
    static RequestWeights read(List<RequestSentence> sentences) {
        try (InputStream in = RequestWeights.class.getResourceAsStream("/dialogue/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from this build: run mvn -Ptrain");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return parse(reader.lines().toList(), sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
    }

    static RequestWeights parse(List<String> lines, List<RequestSentence> sentences) {
        if (lines.size() != sentences.size() + HEADER || !lines.get(1).equals("basis\t" + basisOf(sentences))) {
            throw new IllegalStateException(
                    FILE + " was made from other sentences, another model or other parameters; run mvn -Ptrain");
        }
        List<Intent> intents = List.of(Intent.values());
        double[][] shares = new double[intents.size()][sentences.size()];
        for (int sentence = 0; sentence < sentences.size(); sentence++) {
            String[] row = lines.get(sentence + HEADER).split("\t");
            if (row.length != shares.length) {
                throw new IllegalStateException(FILE + " line " + (sentence + HEADER + 1) + ": not one share for each"
                        + " intent; run mvn -Ptrain");
            }
            for (int intent = 0; intent < shares.length; intent++) {
                shares[intent][sentence] = Integer.parseInt(row[intent]) / UNIT;
            }
        }
        return of(shares);
    }

    /** @param shares for each intent, in their order, one for each sentence */
    static RequestWeights of(double[][] shares) {
        Map<Intent, double[]> ofIntents = new EnumMap<>(Intent.class);
        int number = 0;
        for (Intent intent : Intent.values()) {
            ofIntents.put(intent, shares[number]);
            number++;
        }
        return new RequestWeights(ofIntents);
    }

    /** The file's text. */
    String text(List<RequestSentence> sentences) {
        StringBuilder text = new StringBuilder("# Made by mvn -Ptrain; not to be edited. A row for each sentence of"
                + " requests-*.tsv, a column for each intent.\n");
        text.append("basis\t").append(basisOf(sentences)).append('\n');
        for (int sentence = 0; sentence < sentences.size(); sentence++) {
            int at = sentence;
            text.append(shares.values().stream()
                    .map(share -> Long.toString(Math.round(share[at] * UNIT)))
                    .collect(Collectors.joining("\t")));
            text.append('\n');
        }
        return text.toString();
    }

    /** What weights of this build depend on, as SHA-256: the model, how it is trained, what it is trained on. */
    static String basisOf(List<RequestSentence> sentences) {
        return Sha256.of(Stream.concat(
                Stream.concat(Stream.of(FORM), Stream.of(Intent.values()).map(Intent::heading)),
                sentences.stream().map(each -> each.intent().heading() + '\t' + each.family() + '\t' + each.text())));
    }
}

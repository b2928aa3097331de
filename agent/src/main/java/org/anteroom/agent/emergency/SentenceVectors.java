package org.anteroom.agent.emergency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.anteroom.agent.words.VectorFile;

/** The vectors of the known sentences, worked out in the build because it takes seconds; kept as a {@link VectorFile}. */
public final class SentenceVectors {
    static final String FILE = "sentences.vectors";
    /** Part of the file's hash, since the weights are for vectors of this form. */
    static final String FORM = "v3 ";

    private SentenceVectors() {}

    /**
     * Writes the file for the sentences of this build, unless it is there already.
     *
     * @param meanings the vectors of length 1 of texts, one for each, such as the embedder's
     */
    public static void write(Path file, Function<List<String>, List<float[]>> meanings) throws IOException {
        List<KnownSentence> sentences = KnownSentence.all();
        VectorFile.write(
                file,
                ScoreWeights.basisOf(sentences),
                sentences.stream().map(KnownSentence::text).toList(),
                meanings);
    }

    /**
     * The vectors that came with this build.
     *
     * @throws IllegalStateException when they are missing or were made from other sentences
     */
    static float[][] read(List<KnownSentence> sentences) {
        try (InputStream in = SentenceVectors.class.getResourceAsStream("/emergency/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from this build: build it again.");
            }
            return VectorFile.read(in, ScoreWeights.basisOf(sentences), sentences.size())
                    .orElseThrow(
                            () -> new IllegalStateException(FILE + " was made from other sentences: build it again."));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read: build it again.", e);
        }
    }

    /** A vector as it is kept in the file. */
    static float[] kept(float[] vector) {
        return VectorFile.kept(vector);
    }
}

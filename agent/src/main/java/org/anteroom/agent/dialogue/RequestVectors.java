package org.anteroom.agent.dialogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.anteroom.agent.words.VectorFile;

/** The vectors of our own requests, worked out in the build because it takes seconds; kept as a {@link VectorFile}. */
public final class RequestVectors {
    static final String FILE = "requests.vectors";

    private RequestVectors() {}

    /**
     * Writes the file for the requests of this build, unless it is there already, and their words beside it.
     *
     * @param meanings the vectors of length 1 of texts, one for each, such as the embedder's
     */
    public static void write(Path file, Function<List<String>, List<float[]>> meanings) throws IOException {
        List<RequestSentence> sentences = RequestSentence.all();
        RequestSentence.build(file.resolveSibling(RequestSentence.BUILT), sentences);
        VectorFile.write(
                file,
                RequestWeights.basisOf(sentences),
                sentences.stream().map(RequestSentence::text).toList(),
                meanings);
    }

    /**
     * The vectors that came with this build.
     *
     * @throws IllegalStateException when they are missing or were made from other sentences
     */
    static float[][] read(List<RequestSentence> sentences) {
        try (InputStream in = RequestVectors.class.getResourceAsStream("/dialogue/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from this build: build it again.");
            }
            return VectorFile.read(in, RequestWeights.basisOf(sentences), sentences.size())
                    .orElseThrow(
                            () -> new IllegalStateException(FILE + " was made from other sentences: build it again."));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read: build it again.", e);
        }
    }
}

package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.anteroom.agent.emergency.SentenceVectors;
import org.anteroom.agent.words.Embedder;

/** The build's own program: works out the vectors of the known sentences, a matter of seconds, unless they are there already. */
public final class EmbedSentences {

    private EmbedSentences() {}

    /** @param arguments the file of the vectors */
    public static void main(String[] arguments) throws IOException {
        SentenceVectors.write(Path.of(arguments[0]), texts -> {
            try (Embedder embedder = Embedder.load()) {
                return embedder.embedAll(texts);
            } catch (IOException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
    }
}

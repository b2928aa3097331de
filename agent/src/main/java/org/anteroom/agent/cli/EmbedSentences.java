package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.anteroom.agent.dialogue.RequestVectors;
import org.anteroom.agent.emergency.SentenceVectors;
import org.anteroom.agent.words.Embedder;

/** The build's own program: works out the vectors of the known sentences, a matter of seconds, unless they are there already. */
public final class EmbedSentences {

    private EmbedSentences() {}

    /** @param arguments the files of the vectors: of emergencies and their look-alikes, and of requests */
    public static void main(String[] arguments) throws IOException {
        SentenceVectors.write(Path.of(arguments[0]), EmbedSentences::meanings);
        RequestVectors.write(Path.of(arguments[1]), EmbedSentences::meanings);
    }

    private static List<float[]> meanings(List<String> texts) {
        try (Embedder embedder = Embedder.load()) {
            return embedder.embedAll(texts);
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}

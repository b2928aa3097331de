package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anteroom.agent.dialogue.RequestTraining;
import org.anteroom.agent.words.Embedder;

/** The second program of {@code mvn -Ptrain}: makes the weights of what callers want again from our own sentences, and prints how many
 *  wordings that were not trained on are understood.
 */
public final class TrainRequests {

    private TrainRequests() {}

    /** @param arguments the file of the weights */
    public static void main(String[] arguments) throws IOException {
        try (Embedder embedder = Embedder.load()) {
            RequestTraining training = new RequestTraining(embedder::embedAll);
            Files.writeString(Path.of(arguments[0]), training.weights());
            System.out.print(training.understood());
        }
    }
}

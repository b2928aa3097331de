package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anteroom.agent.emergency.ScoreTraining;
import org.anteroom.agent.words.Embedder;

/** The program of {@code mvn -Ptrain}: makes the weights of the emergency score again from our own sentences, and prints what
 *  each threshold would cost on wordings that were not trained on, for all sentences and for each type of practice.
 */
public final class TrainScore {

    private TrainScore() {}

    /** @param arguments the file of the weights */
    public static void main(String[] arguments) throws IOException {
        try (Embedder embedder = Embedder.load()) {
            ScoreTraining training = new ScoreTraining(embedder::embedAll);
            Files.writeString(Path.of(arguments[0]), training.weights());
            System.out.print(training.costs());
        }
    }
}

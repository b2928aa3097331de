package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.emergency.MisheardSentences;
import org.anteroom.agent.rehearsal.Mishearing;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;

/** The program of {@code mvn -Pmishear}: has our own sentences spoken over a telephone line, and writes down what the recogniser
 *  made of them. Needs flite, and half an hour.
 */
public final class MishearSentences {
    private static final int THREADS = 2;

    private MishearSentences() {}

    /** @param arguments the folder of the model, the file to write, and how often each sentence is said */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("anteroom-mishear-");
        List<Mishearing.Sentence> sentences = MisheardSentences.originals().entrySet().stream()
                .map(each -> new Mishearing.Sentence(each.getKey(), each.getValue()))
                .toList();
        List<String> rows = new ArrayList<>();
        try (Ears ears = new Ears(EarSettings.of(Path.of(arguments[0]), THREADS, THREADS), new SpeechCounters())) {
            Mishearing mishearing = new Mishearing(ears, THREADS, folder);
            for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
                mishearing.hear(sentences, round, each -> rows.add(each.id() + '\t' + each.how() + '\t' + each.text()));
            }
        } finally {
            Files.delete(folder);
        }
        MisheardSentences.write(Path.of(arguments[1]), rows);
    }
}

package org.anteroom.agent.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anteroom.agent.emergency.MisheardSentences;
import org.anteroom.agent.rehearsal.Mishearing;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.language.PracticeLanguage;

/**
 * The program of {@code mvn -Pmishear}: has our own sentences spoken over a telephone line, and writes down what the recogniser makes
 * of them: one that has learned all families of wording but those it hears, as it hasn't learned a caller's. Needs flite, and
 * most of an hour.
 */
public final class MishearSentences {
    private static final int THREADS = 2;
    private static final Path GRAMMAR = Path.of("graph", "Gr.fst");

    private MishearSentences() {}

    /**
     * @param arguments the folder of the model, the archive in which it comes, the file of its language model in there, the file to
     *     write, and how often each sentence is said
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path model = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory("anteroom-mishear-");
        Path whole = Path.of(arguments[3]);
        Path some = whole.resolveSibling(whole.getFileName() + ".part");
        try (FileSystem archive = FileSystems.newFileSystem(Path.of(arguments[1]));
                BufferedWriter out = MisheardSentences.write(some)) {
            for (int part = 0; part < MisheardSentences.PARTS; part++) {
                Path own = linked(model, folder.resolve("model-" + part));
                PracticeLanguage.adapt(archive.getPath(arguments[2]), own.resolve(GRAMMAR), others(part));
                for (int round = 0; round < Integer.parseInt(arguments[4]); round++) {
                    hear(own, folder, part, round, out);
                }
            }
        } finally {
            delete(folder);
        }
        Files.move(some, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void hear(Path model, Path folder, int part, int round, BufferedWriter out)
            throws IOException, InterruptedException {
        List<Mishearing.Sentence> sentences = MisheardSentences.part(part).entrySet().stream()
                .map(each -> new Mishearing.Sentence(each.getKey(), each.getValue()))
                .toList();
        try (Ears ears = new Ears(EarSettings.of(model, THREADS, THREADS), new SpeechCounters())) {
            new Mishearing(ears, THREADS, folder).hear(sentences, part + MisheardSentences.PARTS * round, each -> {
                try {
                    out.write(each.id() + '\t' + each.how() + '\t' + each.text() + '\n');
                    out.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static List<String> others(int part) {
        Map<String, String> heard = MisheardSentences.part(part);
        return AdaptRecogniser.sentences().stream()
                .filter(sentence -> !heard.containsValue(sentence))
                .toList();
    }

    /** A folder like the model's, but for its language model. */
    private static Path linked(Path model, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = model.relativize(file);
                if (!name.startsWith(GRAMMAR.getParent())
                        || !name.getFileName().toString().startsWith("Gr.fst")) {
                    Files.createDirectories(to.resolve(name).getParent());
                    Files.createSymbolicLink(to.resolve(name), file.toAbsolutePath());
                }
            }
        }
        return to;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        }
    }
}

package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.anteroom.agent.config.FileTrouble;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.Problem;
import org.anteroom.agent.dialogue.Catalogue;

/** The file in which a practice words sentences its own way, {@code practice.sentences}. */
final class OwnSentences {
    private static final String KEY = "practice.sentences";
    /** Bytes: ten times what the program's own has. */
    private static final long LARGEST = 200_000;

    private OwnSentences() {}

    /** What is wrong with the file, each with its line there; none where a practice has no file. */
    static List<Problem> check(PracticeConfig practice) {
        if (practice.sentences().isEmpty()) {
            return List.of();
        }
        Path file = practice.sentences().get();
        try {
            return Catalogue.check(practice.type(), file.toString(), read(file)).stream()
                    .map(problem -> Problem.of(KEY, problem.toString()))
                    .toList();
        } catch (IOException e) {
            return List.of(Problem.of(
                    KEY,
                    file + " can't be read as UTF-8 text (" + FileTrouble.why(e)
                            + "): make it, and let the service's user read it, or put # in front of the key"));
        }
    }

    /** Every sentence that can be spoken in the practice.
     *
     *  @throws Failure when its own file is not in order
     */
    static Catalogue catalogue(PracticeConfig practice) throws Failure {
        if (practice.sentences().isEmpty()) {
            return Catalogue.of(practice.type());
        }
        List<Problem> problems = check(practice);
        if (!problems.isEmpty()) {
            throw Failure.configuration(
                    String.join("\n", problems.stream().map(Problem::toString).toList()));
        }
        Path file = practice.sentences().get();
        try {
            return Catalogue.of(practice.type(), file.toString(), read(file));
        } catch (IOException | IllegalArgumentException e) {
            throw Failure.configuration(KEY + ": " + file + " was changed while it was read: try again.");
        }
    }

    /** What stands in such a file.
     *
     *  @throws IOException when it can't be read, is not UTF-8, or larger than any catalogue
     */
    static String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than any catalogue");
        }
        return Files.readString(file);
    }

    static String name(Path file) {
        return Objects.requireNonNullElse(file.getFileName(), file).toString();
    }
}

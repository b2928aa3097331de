package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import org.anteroom.agent.emergency.MisheardSentences;
import org.anteroom.speech.language.PracticeLanguage;

/** The build's own program: has the recogniser expect sentences like our own, a matter of seconds, unless it does already. */
public final class AdaptRecogniser {

    private AdaptRecogniser() {}

    /** @param arguments the archive in which the model comes, the file of its language model in there, and the file to write */
    public static void main(String[] arguments) throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(Path.of(arguments[0]))) {
            Path grammar = archive.getPath(arguments[1]);
            List<String> sentences = List.copyOf(MisheardSentences.originals().values());
            PracticeLanguage.adapt(grammar, Path.of(arguments[2]), sentences);
        }
    }
}

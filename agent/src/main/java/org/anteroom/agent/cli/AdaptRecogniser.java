package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Prompts;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.MisheardSentences;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.words.Utterance;
import org.anteroom.speech.SpokenText;
import org.anteroom.speech.language.PracticeLanguage;

/** The build's own program: has the recogniser expect sentences like our own, a matter of seconds, unless it does already. */
public final class AdaptRecogniser {

    private AdaptRecogniser() {}

    /** @param arguments the archive in which the model comes, the file of its language model in there, and the file to write */
    public static void main(String[] arguments) throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(Path.of(arguments[0]))) {
            PracticeLanguage.adapt(archive.getPath(arguments[1]), Path.of(arguments[2]), sentences());
        }
    }

    /**
     * What callers say, and what we say: it may come back from their line, and what is not expected becomes other words. But for
     * sentences of ours in which the detector finds anything: a caller who says the same over them must not be taken for us.
     */
    static List<String> sentences() {
        Detector detector = new Detector(RuleBook.of(EnumSet.allOf(PracticeType.class)), Keys.DEFAULT);
        List<String> sentences = new ArrayList<>(MisheardSentences.originals().values());
        for (String prompt : Prompts.fixed()) {
            for (String sentence :
                    SpokenText.words(prompt).toLowerCase(Locale.ROOT).split("[.?!]")) {
                String words = sentence.replaceAll("[^a-z']+", " ").strip();
                if (!words.isEmpty()
                        && detector.explain(Utterance.typed(words, 0)).isEmpty()) {
                    sentences.add(words);
                }
            }
        }
        return sentences;
    }
}

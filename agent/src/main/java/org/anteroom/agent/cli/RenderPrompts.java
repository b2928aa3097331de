package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.dialogue.Prompts;
import org.anteroom.speech.PromptStore;
import org.anteroom.speech.RenderRejected;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Voice;
import org.anteroom.speech.VoiceSettings;

/** The build's own program: renders every sentence of the catalogue that never changes into the application folder, and
 *  fails the build when one can't be played. Sentences that are there already are kept.
 */
public final class RenderPrompts {

    private static final int SHOWN_EACH = 100;

    private RenderPrompts() {}

    /** @param arguments the folder of the prompts */
    public static void main(String[] arguments) throws IOException {
        VoiceSettings settings = VoiceSettings.standard();
        PromptStore store = PromptStore.open(Path.of(arguments[0]), settings);
        List<String> missing = Prompts.fixed().stream()
                .filter(text -> store.find(text).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        // Minutes in which nothing else is said.
        tell(missing.size() + " sentences that the receptionist says are spoken and kept, which takes some minutes.");
        int done = 0;
        List<String> rejected = new ArrayList<>();
        try (Voice voice = new Voice(settings, new SpeechCounters())) {
            for (String text : missing) {
                try {
                    store.put(voice.render(text));
                } catch (RenderRejected e) {
                    rejected.add(e.getMessage() + ": " + text);
                }
                if (++done % SHOWN_EACH == 0 && done < missing.size()) {
                    tell(done + " of " + missing.size() + " sentences are spoken.");
                }
            }
        }
        if (!rejected.isEmpty()) {
            throw new IOException("Sentences of the catalogue that the voice can't say; word them differently:\n"
                    + String.join("\n", rejected));
        }
    }

    private static void tell(String sentence) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.println(sentence);
    }
}

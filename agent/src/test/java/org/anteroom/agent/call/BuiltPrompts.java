package org.anteroom.agent.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.dialogue.Prompts;
import org.anteroom.speech.PromptStore;
import org.anteroom.speech.Render;
import org.anteroom.speech.VoiceSettings;

/** Our sentences as they sound, from the build; those with a practice's name are rendered once and kept for the next run. */
final class BuiltPrompts {
    private final PromptStore built = PromptStore.open(
            Path.of(System.getProperty("anteroom.model")).resolveSibling("prompts"), VoiceSettings.standard());
    private final PromptStore kept =
            PromptStore.open(Files.createDirectories(Path.of("target", "test-prompts")), VoiceSettings.standard());

    BuiltPrompts() throws IOException {}

    /** Those that the build rendered, in the order of the catalogue, so many at most. */
    List<Render> fixed(int most) {
        return Prompts.fixed().stream()
                .flatMap(text -> built.find(text).stream())
                .limit(most)
                .toList();
    }

    /** Any sentence of ours. */
    Render get(String text) throws Exception {
        Optional<Render> ready = built.find(text).or(() -> kept.find(text));
        if (ready.isPresent()) {
            return ready.get();
        }
        Render fresh = Senses.shared().voice.render(text);
        kept.put(fresh);
        return fresh;
    }
}

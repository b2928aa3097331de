package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;
import org.anteroom.speech.PromptStore;
import org.anteroom.speech.Render;
import org.anteroom.speech.RenderRejected;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Voice;
import org.jspecify.annotations.Nullable;

/** Says sentences of a setup: as they were rendered in the build, else with a voice that is started when it is first needed. */
final class SetupVoice implements Function<String, Optional<short[]>>, AutoCloseable {
    private @Nullable Voice voice;

    @Override
    public Optional<short[]> apply(String text) {
        try {
            if (Files.isDirectory(Home.prompts())) {
                Optional<Render> ready =
                        PromptStore.open(Home.prompts(), Wiring.voice()).find(text);
                if (ready.isPresent()) {
                    return ready.map(Render::pcm);
                }
            }
            Voice speaking = voice;
            if (speaking == null) {
                speaking = new Voice(Wiring.voice(), new SpeechCounters());
                voice = speaking;
            }
            return Optional.of(speaking.render(text).pcm());
        } catch (IOException | RenderRejected e) {
            // A tone takes its place: what a test call proves needs no words.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        Voice speaking = voice;
        if (speaking != null) {
            speaking.close();
        }
    }
}

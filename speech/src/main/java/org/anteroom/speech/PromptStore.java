package org.anteroom.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Rendered sentences kept in a folder as WAV files, named by a hash of the voice, its pronunciations and the text, so
 * that a changed voice or wording is never served from an old file.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class PromptStore {
    private PromptStore() {}

    /**
     * Opens the folder, creating it when it is missing.
     *
     * @param settings of the voice that renders for this store
     */
    public static PromptStore open(Path folder, VoiceSettings settings) throws IOException {
        throw new IOException("the prompt store is not built yet");
    }

    /** The render of this text, checked again; empty when it was never put or its file is damaged. */
    public Optional<Render> find(String text) {
        return Optional.empty();
    }

    /** Keeps a render; a reader sees the whole file or none. */
    public void put(Render render) throws IOException {
        throw new IOException("the prompt store is not built yet");
    }
}

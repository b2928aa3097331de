package org.anteroom.speech;

import java.io.IOException;

/** Says sentences: written text in, checked 8 kHz audio out. Any thread; synthesis runs on voice-* threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class Voice implements AutoCloseable {

    /**
     * Starts the synthesiser; takes seconds.
     *
     * @throws IOException when it can't start; the message says why
     */
    public Voice(VoiceSettings settings, SpeechCounters counters) throws IOException {
        throw new IOException("the voice is not built yet");
    }

    /**
     * Renders a whole sentence or a few. Blocks for up to about a second per ten words.
     *
     * @throws RenderRejected when the audio must not be played
     */
    public Render render(String text) throws RenderRejected {
        throw new RenderRejected("the voice is not built yet");
    }

    /** Renders while it plays: the first audio is there within about 200 ms. Never blocks. Close it when done. */
    public SpokenSound stream(String text) {
        throw new IllegalStateException("the voice is not built yet");
    }

    @Override
    public void close() {}
}

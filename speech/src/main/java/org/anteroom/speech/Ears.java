package org.anteroom.speech;

import java.io.IOException;
import java.util.function.Consumer;

/** The recogniser of the house: one model, warmed recognisers, and the ear-* workers that all calls share. */
@SuppressWarnings("DoNotCallSuggester")
public final class Ears implements AutoCloseable {

    /**
     * Loads the model and warms the recognisers; takes seconds.
     *
     * @throws IOException when the model folder is missing or not usable; the message says which and what to do
     */
    public Ears(EarSettings settings, SpeechCounters counters) throws IOException {
        throw new IOException("the ears are not built yet");
    }

    /**
     * An ear for one call. Never blocks.
     *
     * @param sink told on ear-* threads, in order and one at a time per call; must only post
     */
    public Ear open(Consumer<Heard> sink) {
        throw new IllegalStateException("the ears are not built yet");
    }

    /** The listening path by itself, for files: same words as a call, as fast as the processor allows. Any thread. */
    public Listening listening() {
        throw new IllegalStateException("the ears are not built yet");
    }

    /** Whether the ears keep up. Any thread, cheap. */
    public EarHealth health() {
        throw new IllegalStateException("the ears are not built yet");
    }

    /** Ears still open, for leak checks. */
    public int openEars() {
        return 0;
    }

    @Override
    public void close() {}
}

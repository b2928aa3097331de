package org.anteroom.speech;

import java.util.List;

/**
 * The listening path of one call, by audio time alone: the same audio in the same frames gives the same events, live or
 * from a file. One thread at a time.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Listening implements AutoCloseable {
    Listening() {}

    /**
     * Feeds the first n samples of 8 kHz audio and returns what that led to, in order. Any n; 160 is usual.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public List<Heard> feed(short[] pcm8k, int n) {
        throw new IllegalStateException("the ears are not built yet");
    }

    /** From the next turn on (or now, while the caller is silent) expect this. */
    public void expect(Expected expected) {
        throw new IllegalStateException("the ears are not built yet");
    }

    /** No more audio: an open turn is finished. */
    public List<Heard> endOfAudio() {
        throw new IllegalStateException("the ears are not built yet");
    }

    @Override
    public void close() {}
}

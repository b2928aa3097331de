package org.anteroom.speech;

/** The ear of one call: takes frames on the media clock and has them decoded, in order, by the ear-* workers. */
@SuppressWarnings("DoNotCallSuggester")
public final class Ear implements AutoCloseable {
    Ear() {}

    /** Takes the next 20 ms (160 samples at 8 kHz). Media clock thread: copies and returns, never waits. */
    public void hear(short[] frame8k) {
        throw new IllegalStateException("the ears are not built yet");
    }

    /** From the next turn on (or now, while the caller is silent) expect this. Any thread, never waits. */
    public void expect(Expected expected) {
        throw new IllegalStateException("the ears are not built yet");
    }

    /** Nothing is reported after this returned to the media clock and the running chunk was decoded. Idempotent. */
    @Override
    public void close() {}
}

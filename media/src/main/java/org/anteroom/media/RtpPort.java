package org.anteroom.media;

import java.util.function.Consumer;

/** One stream of one leg. */
@SuppressWarnings("DoNotCallSuggester")
public final class RtpPort implements AutoCloseable {
    private final Player player = new Player();

    RtpPort() {}

    /** The even local port that RTP is received on and sent from; RTCP is on the next. */
    public int localPort() {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Sets what both sides agreed on, at first or again; takes effect on the next tick. Any thread. */
    public void connect(StreamDescription description) {
        throw new UnsupportedOperationException("not yet built");
    }

    /** What plays to the other side. */
    public Player player() {
        return player;
    }

    /** Hears incoming frames, after the echo canceller. Any thread. */
    public Subscription tap(FrameTap tap) {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Hears both directions. Any thread. */
    public Subscription record(RecordingTap tap) {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Adds a listener that is told each key exactly once, on {@code rtp-in}: it must only post. */
    public void onDigit(Consumer<Digit> listener) {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Sends a key (RFC 4733), behind those still being sent. Any thread. */
    public void sendDigit(char key, int durationMs) {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Lets both sides hear each other until the subscription or either port is closed. Any thread. */
    public Subscription bridge(RtpPort other) {
        throw new UnsupportedOperationException("not yet built");
    }

    /** What this port has seen so far. Any thread. */
    public StreamStats stats() {
        throw new UnsupportedOperationException("not yet built");
    }

    @Override
    public void close() {}
}

package org.anteroom.media;

import java.io.IOException;

/** Owns the sockets and threads of all streams. */
@SuppressWarnings("DoNotCallSuggester")
public final class MediaEngine implements AutoCloseable {
    /** Starts the threads. */
    public MediaEngine(MediaSettings settings, MediaCounters counters) {
        throw new UnsupportedOperationException("not yet built");
    }

    /**
     * Opens a port pair of the range: RTP on the even port, RTCP on the next.
     *
     * @throws IOException with a sentence for the operator when the range is exhausted or can't be bound
     */
    public RtpPort open() throws IOException {
        throw new UnsupportedOperationException("not yet built");
    }

    /** How well the media clock keeps time. Any thread. */
    public ClockHealth clockHealth() {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Ports open now. Any thread. */
    public int openPorts() {
        throw new UnsupportedOperationException("not yet built");
    }

    /** Name of the echo canceller in use: {@code speexdsp}, {@code webrtc} or {@code none}. */
    public String echoCanceller() {
        throw new UnsupportedOperationException("not yet built");
    }

    @Override
    public void close() {}
}

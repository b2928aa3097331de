package org.anteroom.agent.sip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A TCP connection the PBX opened, which knows since when nothing has been read from it. Any thread. */
final class AcceptedConnection extends Socket {
    private volatile long heardNanos = System.nanoTime();

    /** How long nothing has come, in nanoseconds. */
    long silentNanos() {
        return System.nanoTime() - heardNanos;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                return heard(super.read());
            }

            @Override
            public int read(byte[] room, int from, int length) throws IOException {
                return heard(super.read(room, from, length));
            }
        };
    }

    private int heard(int read) {
        heardNanos = System.nanoTime();
        return read;
    }
}

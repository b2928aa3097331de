package org.anteroom.agent.records;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/**
 * A recording being made: seal and append samples, {@link #force} about once a second. One thread, never the media
 * clock: it waits for the disk.
 */
public final class Recording implements AutoCloseable {
    private final String callId;
    private final FileChannel channel;
    private final OutputStream sealed;
    private long samples;

    Recording(String callId, FileChannel channel, OutputStream sealed) {
        this.callId = callId;
        this.channel = channel;
        this.sealed = sealed;
    }

    /** Appends samples; they reach the file when their segment is full. Throws {@link StoreException} when the disk refuses. */
    public void write(short[] pcm, int length) {
        byte[] bytes = new byte[length * 2];
        for (int i = 0; i < length; i++) {
            bytes[2 * i] = (byte) pcm[i];
            bytes[2 * i + 1] = (byte) (pcm[i] >> 8);
        }
        try {
            sealed.write(bytes);
            samples += length;
        } catch (IOException e) {
            throw Recordings.trouble("The recording of call " + callId + " can't be written", e);
        }
    }

    /** Samples written so far: the offset at which the next one will stand. */
    public long samples() {
        return samples;
    }

    /** Makes full segments survive a power cut. */
    public void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw Recordings.trouble("The recording of call " + callId + " can't be written", e);
        }
    }

    /** Seals the last segment as the last and makes all of it durable. */
    @Override
    public void close() {
        try (channel) {
            sealed.close();
        } catch (IOException e) {
            throw Recordings.trouble("The recording of call " + callId + " can't be finished", e);
        }
    }
}

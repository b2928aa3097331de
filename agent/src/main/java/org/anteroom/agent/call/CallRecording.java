package org.anteroom.agent.call;

import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.records.Recording;
import org.anteroom.agent.records.Recordings;
import org.anteroom.agent.records.StoreException;
import org.anteroom.media.RtpPort;
import org.anteroom.media.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The recording of one call: both directions, sample beside sample (caller, we, caller, we ...), 8 kHz. Frames are copied on
 * the media clock and written by the {@link Recorder}; when it can't keep up they are dropped and counted, the call goes on.
 */
final class CallRecording {
    private static final int SAMPLES_PER_MS = 8;
    private static final int CHANNELS = 2;

    private final String call;
    private final Recordings recordings;
    private final Recorder recorder;
    private final Subscription tap;
    // These belong to the recorder's thread.
    private @Nullable Recording file;
    private boolean over;

    CallRecording(String call, RtpPort port, Recordings recordings, Recorder recorder) {
        this.call = call;
        this.recordings = recordings;
        this.recorder = recorder;
        this.tap = port.record((incoming, outgoing, offset) -> recorder.frame(this, incoming, outgoing));
    }

    /** Where a moment of the call's audio stands in the recording. */
    static long sample(long audioMs) {
        return audioMs * SAMPLES_PER_MS * CHANNELS;
    }

    String call() {
        return call;
    }

    /** Ends it; what was recorded is sealed and kept. Mailbox; twice is harmless. */
    void stop() {
        tap.close();
        recorder.order(this::seal);
    }

    /** Ends it and deletes what was recorded; the future fails when the disk refuses. Mailbox. */
    CompletableFuture<String> shred() {
        tap.close();
        CompletableFuture<String> shredded = new CompletableFuture<>();
        recorder.order(() -> {
            try {
                seal();
                recordings.delete(call);
                shredded.complete("");
            } catch (StoreException e) {
                shredded.completeExceptionally(e);
                throw e;
            }
        });
        return shredded;
    }

    /** Recorder's thread. */
    void write(short[] pcm) {
        if (over) {
            return;
        }
        Recording open = file;
        if (open == null) {
            open = recordings.begin(call);
            file = open;
        }
        open.write(pcm, pcm.length);
    }

    /** Recorder's thread: makes what is there survive a power cut. */
    void force() {
        Recording open = file;
        if (open != null) {
            open.force();
        }
    }

    /** Recorder's thread: no more is written. */
    void seal() {
        over = true;
        Recording open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    /** Recorder's thread. */
    boolean over() {
        return over;
    }
}

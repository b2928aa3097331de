package org.anteroom.media;

import java.util.Arrays;

/** Those who hear a port's frames. Added and removed on any thread, told on the clock; one that throws is counted and stays. */
final class Taps {
    private final MediaCounters counters;
    private volatile FrameTap[] frames = {};
    private volatile RecordingTap[] recordings = {};

    Taps(MediaCounters counters) {
        this.counters = counters;
    }

    synchronized Subscription addFrames(FrameTap tap) {
        FrameTap own = (pcm, position, concealed) -> tap.frame(pcm, position, concealed);
        FrameTap[] more = Arrays.copyOf(frames, frames.length + 1);
        more[frames.length] = own;
        frames = more;
        return () -> removeFrames(own);
    }

    synchronized Subscription addRecording(RecordingTap tap) {
        RecordingTap own = (heard, spoken, position) -> tap.frame(heard, spoken, position);
        RecordingTap[] more = Arrays.copyOf(recordings, recordings.length + 1);
        more[recordings.length] = own;
        recordings = more;
        return () -> removeRecording(own);
    }

    private synchronized void removeFrames(FrameTap tap) {
        frames = Arrays.stream(frames).filter(other -> other != tap).toArray(FrameTap[]::new);
    }

    private synchronized void removeRecording(RecordingTap tap) {
        recordings = Arrays.stream(recordings).filter(other -> other != tap).toArray(RecordingTap[]::new);
    }

    void tell(short[] clean, short[] heard, short[] spoken, long position, boolean concealed) {
        for (RecordingTap tap : recordings) {
            try {
                tap.frame(heard, spoken, position);
            } catch (RuntimeException e) {
                counters.listenerFailures.increment();
            }
        }
        for (FrameTap tap : frames) {
            try {
                tap.frame(clean, position, concealed);
            } catch (RuntimeException e) {
                counters.listenerFailures.increment();
            }
        }
    }
}

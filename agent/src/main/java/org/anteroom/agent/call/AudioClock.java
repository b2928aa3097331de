package org.anteroom.agent.call;

/**
 * Ties a call's audio time (ms of audio fed to the ear, as words carry it) to {@link System#nanoTime}. Marked by the media
 * clock with every frame, read by the call's mailbox.
 */
final class AudioClock {
    private static final int SAMPLES_PER_MS = 8;

    private record Mark(long audioMs, long nanos) {}

    private volatile Mark last;

    AudioClock(long nanos) {
        last = new Mark(0, nanos);
    }

    /**
     * A frame was handed over: its end is now.
     *
     * @param samples of the call's audio fed so far, the frame included, 8 kHz
     */
    void mark(long samples, long nanos) {
        last = new Mark(samples / SAMPLES_PER_MS, nanos);
    }

    /** When the audio at {@code audioMs} came off the playout buffer. */
    long nanosAt(long audioMs) {
        Mark mark = last;
        return mark.nanos() + (audioMs - mark.audioMs()) * 1_000_000;
    }

    /** The audio position, in ms, at {@code nanos}. */
    long audioMsAt(long nanos) {
        Mark mark = last;
        return mark.audioMs() + (nanos - mark.nanos()) / 1_000_000;
    }
}

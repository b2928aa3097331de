package org.anteroom.media;

/** Hears both directions, frame beside frame as they met on the media clock. */
@FunctionalInterface
public interface RecordingTap {
    /**
     * One frame of both directions. Runs on the media clock: return within microseconds, never block.
     *
     * @param incoming 160 samples as they came, before the echo canceller; reused, so copy what is kept
     * @param outgoing 160 samples as they were sent in the same tick; reused, so copy what is kept
     * @param sampleOffset samples of this port before this frame, counted from {@code connect}
     */
    void frame(short[] incoming, short[] outgoing, long sampleOffset);
}

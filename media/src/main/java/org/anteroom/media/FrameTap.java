package org.anteroom.media;

/** Hears what comes in, every 20 ms, silence when nothing came. */
@FunctionalInterface
public interface FrameTap {
    /**
     * One frame, after the echo canceller. Runs on the media clock: return within microseconds, never block.
     *
     * @param pcm 160 samples; reused for the next frame, so copy what is kept
     * @param sampleOffset samples of this port before this frame, counted from {@code connect}
     * @param concealed whether any part of it was made up because packets are missing
     */
    void frame(short[] pcm, long sampleOffset, boolean concealed);
}

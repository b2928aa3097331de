package org.anteroom.speech;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Frames between the media clock, which writes, and one ear worker at a time, which reads: bounded, without locks,
 * without allocation. When it is full, new frames are lost and the loss is told with the next one that fits, so that
 * the call's time stays right.
 */
final class FrameRing {
    private final short[][] frames;
    private final long[] arrivedNanos;
    private final int[] lostBefore;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private int lost;

    FrameRing(int capacity) {
        frames = new short[capacity][Frames.SAMPLES_8K];
        arrivedNanos = new long[capacity];
        lostBefore = new int[capacity];
    }

    /** Writer: copies a frame; false = full, lost. */
    boolean offer(short[] frame8k, long nowNanos) {
        long at = written.get();
        if (at - read.get() >= frames.length) {
            lost++;
            return false;
        }
        int slot = (int) (at % frames.length);
        System.arraycopy(frame8k, 0, frames[slot], 0, Frames.SAMPLES_8K);
        arrivedNanos[slot] = nowNanos;
        lostBefore[slot] = lost;
        lost = 0;
        written.lazySet(at + 1);
        return true;
    }

    /** Anyone: frames waiting. */
    int size() {
        return (int) (written.get() - read.get());
    }

    /** Reader: the oldest frame; stays there until {@link #remove}. Only while {@link #size} is not 0. */
    short[] frame() {
        return frames[slot()];
    }

    /** Reader: frames that were lost just before the oldest one. */
    int lostBefore() {
        return lostBefore[slot()];
    }

    /** Anyone: when the oldest frame came. Only while {@link #size} is not 0; may be a newer one's. */
    long arrivedNanos() {
        return arrivedNanos[slot()];
    }

    /** Reader: done with the oldest frame. */
    void remove() {
        read.lazySet(read.get() + 1);
    }

    private int slot() {
        return (int) (read.get() % frames.length);
    }
}

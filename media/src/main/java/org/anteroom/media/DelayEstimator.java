package org.anteroom.media;

import java.util.Arrays;

/**
 * Learns how unevenly packets arrive, and so how much delay playing them needs. All times are in samples of 1/8000 s.
 *
 * <p>The transit of a packet is its arrival less its timestamp: unknown by a constant, so only its excess over the fastest packet of the
 * last ten seconds means anything. The window lets the fastest one follow the skew between the sender's clock and ours. The excesses
 * go into a histogram that forgets within about four seconds; the target covers 98.5 % of it.
 */
final class DelayEstimator {
    private static final int BIN = 40;
    private static final int BINS = 160;
    private static final float KEPT = 0.995f;
    private static final float COVERED = 0.985f;
    private static final int WINDOW_PARTS = 10;
    private static final int PART = Pcm.RATE;

    private final float[] histogram = new float[BINS];
    private final long[] fastest = new long[WINDOW_PARTS];
    private final int least;
    private final int most;
    private int part;
    private long partBegan;
    private long base;
    private int target;
    private int latestExcess;

    /** Keeps the target between these, in samples. */
    DelayEstimator(int least, int most) {
        this.least = least;
        this.most = most;
        target = least;
    }

    /** Forgets the constant part of the transit, not how uneven it is. */
    void restart(long arrival, long timestamp) {
        base = arrival - timestamp;
        Arrays.fill(fastest, base);
        partBegan = arrival;
        latestExcess = 0;
    }

    /** Forgets how uneven it is, too. */
    void forget() {
        Arrays.fill(histogram, 0);
        target = least;
    }

    /** Excess of this packet over the fastest one, before it is learned from; negative when it is faster than all. */
    long excess(long arrival, long timestamp) {
        return arrival - timestamp - base;
    }

    void learn(long arrival, long timestamp) {
        long transit = arrival - timestamp;
        if (arrival - partBegan >= PART) {
            part = (part + 1) % WINDOW_PARTS;
            fastest[part] = transit;
            partBegan = arrival;
        }
        fastest[part] = Math.min(fastest[part], transit);
        base = fastest[0];
        for (int i = 1; i < WINDOW_PARTS; i++) {
            base = Math.min(base, fastest[i]);
        }
        latestExcess = (int) Math.min(transit - base, BIN * BINS - 1);
        for (int i = 0; i < BINS; i++) {
            histogram[i] *= KEPT;
        }
        histogram[latestExcess / BIN] += 1 - KEPT;
        target = Math.max(least, Math.min(most, covering()));
    }

    private int covering() {
        float total = 0;
        for (int i = 0; i < BINS; i++) {
            total += histogram[i];
        }
        float wanted = total * COVERED;
        float sum = 0;
        for (int i = 0; i < BINS; i++) {
            sum += histogram[i];
            if (sum >= wanted) {
                return (i + 1) * BIN;
            }
        }
        return most;
    }

    /** The delay to aim for, counted from the fastest transit. */
    int target() {
        return target;
    }

    /** Transit of the fastest packet. */
    long base() {
        return base;
    }

    int latestExcess() {
        return latestExcess;
    }
}

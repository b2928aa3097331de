package org.anteroom.media;

import java.util.Arrays;

/**
 * Two seconds of samples laid at their timestamps. G.711 has no memory between samples, so order, packet length and alignment of what
 * comes in don't matter here, and a duplicate changes nothing. Positions are extended timestamps; media clock only.
 */
final class Timeline {
    private static final int CAPACITY = 16_384;
    private static final int MASK = CAPACITY - 1;

    private final short[] samples = new short[CAPACITY];
    private final boolean[] present = new boolean[CAPACITY];
    private long end;

    /** Forgets everything; what comes next begins at {@code position} or later. */
    void clear(long position) {
        Arrays.fill(present, false);
        end = position;
    }

    /** Lays down what lies within {@code from} and {@code from + CAPACITY / 2}. @return samples that were new */
    int put(long position, byte[] payload, int length, Codec codec, long from) {
        int fresh = 0;
        for (int i = 0; i < length; i++) {
            long at = position + i;
            int slot = (int) (at & MASK);
            if (at < from || at >= from + CAPACITY / 2 || present[slot]) {
                continue;
            }
            samples[slot] = G711.decode(codec, payload[i]);
            present[slot] = true;
            fresh++;
            end = Math.max(end, at + 1);
        }
        return fresh;
    }

    /** How many samples follow each other from here without a gap, at most {@code limit}. */
    int run(long position, int limit) {
        int run = 0;
        while (run < limit && present[(int) ((position + run) & MASK)]) {
            run++;
        }
        return run;
    }

    /** How many samples are missing from here until the next present one; -1 when none follows. */
    int gap(long position) {
        for (long at = position; at < end; at++) {
            if (present[(int) (at & MASK)]) {
                return (int) (at - position);
            }
        }
        return -1;
    }

    void copy(long position, short[] into, int offset, int length) {
        for (int i = 0; i < length; i++) {
            into[offset + i] = samples[(int) ((position + i) & MASK)];
        }
    }

    /** Forgets samples that were played or are no longer wanted. */
    void forget(long position, long length) {
        for (long at = position; at < position + Math.min(length, CAPACITY); at++) {
            present[(int) (at & MASK)] = false;
        }
    }

    /** Forgets everything that lies before a position. */
    void forgetBefore(long position) {
        forget(position - CAPACITY / 2, CAPACITY / 2);
    }
}

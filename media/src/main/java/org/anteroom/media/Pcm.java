package org.anteroom.media;

/** The format of all sound here, and the few measures taken of it. */
final class Pcm {
    static final int RATE = 8000;
    static final int FRAME = 160;
    static final int FRAME_MS = 20;
    static final long FRAME_NANOS = 20_000_000L;
    static final int SAMPLES_PER_MS = 8;

    private Pcm() {}

    /** Time in samples; wraps after 36,000 years. */
    static long nanosToSamples(long nanos) {
        return nanos / 125_000L;
    }

    /** Root mean square, 0-32768. */
    static double rms(short[] pcm, int offset, int length) {
        long energy = 0;
        for (int i = offset; i < offset + length; i++) {
            energy += pcm[i] * pcm[i];
        }
        return length == 0 ? 0 : Math.sqrt((double) energy / length);
    }

    static short clip(double sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
    }

    /** Adds a frame to another in place; what is too loud for 16 bits is as loud as they can hold, and never wraps. */
    static void add(short[] into, short[] more) {
        for (int i = 0; i < FRAME; i++) {
            into[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, into[i] + more[i]));
        }
    }

    /** Fades over {@code length} samples from what is in {@code into} to {@code next}, in place. */
    static void crossfade(short[] into, int offset, short[] next, int nextOffset, int length) {
        for (int i = 0; i < length; i++) {
            int weight = i + 1;
            into[offset + i] =
                    (short) ((into[offset + i] * (length + 1 - weight) + next[nextOffset + i] * weight) / (length + 1));
        }
    }
}

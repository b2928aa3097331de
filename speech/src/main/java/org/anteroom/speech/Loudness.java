package org.anteroom.speech;

import java.util.Arrays;

/** How loud speech is where it is speech, and what to do about it. Levels in dBFS. */
final class Loudness {
    /** The active level everything is brought to. */
    static final double TARGET_DB = -17;
    /** No sample is larger. */
    static final double PEAK_DB = -3;

    private static final double ACTIVE_DB = -40;
    private static final double QUIET_DB = -48;
    private static final int KEPT_MS = 20;
    private static final int PEAK = (int) (32768 * Math.pow(10, PEAK_DB / 20));

    private Loudness() {}

    /** The level over all 20 ms frames that are not pauses; {@link Pcm#SILENCE_DB} when all are. */
    static double activeDb(short[] pcm) {
        double power = 0;
        int frames = 0;
        for (int at = 0; at + Frames.SAMPLES_8K <= pcm.length; at += Frames.SAMPLES_8K) {
            double db = Pcm.level(pcm, at, Frames.SAMPLES_8K);
            if (db > ACTIVE_DB) {
                power += Math.pow(10, db / 10);
                frames++;
            }
        }
        return frames == 0 ? Pcm.SILENCE_DB : 10 * Math.log10(power / frames);
    }

    /** The share of 20 ms frames that are not pauses, 0 to 1. */
    static double activeShare(short[] pcm) {
        int active = 0;
        int frames = 0;
        for (int at = 0; at + Frames.SAMPLES_8K <= pcm.length; at += Frames.SAMPLES_8K) {
            frames++;
            active += Pcm.level(pcm, at, Frames.SAMPLES_8K) > ACTIVE_DB ? 1 : 0;
        }
        return frames == 0 ? 0 : active / (double) frames;
    }

    /** At the target level, or as near as the peaks allow. */
    static short[] levelled(short[] pcm) {
        double gain = Math.pow(10, (TARGET_DB - activeDb(pcm)) / 20);
        double peak = Pcm.peak(pcm, 0, pcm.length) * 32768;
        return amplified(pcm, peak * gain > PEAK ? PEAK / peak : gain);
    }

    /** Times gain, never above the peak level. */
    static short[] amplified(short[] pcm, double gain) {
        short[] out = new short[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            out[i] = (short) Math.max(-PEAK, Math.min(PEAK, Math.round(pcm[i] * gain)));
        }
        return out;
    }

    /** Without the silence before and after, but for 20 ms. */
    static short[] trimmed(short[] pcm) {
        int step = Frames.SAMPLES_8K / 2;
        int from = 0;
        while (from + step <= pcm.length && isQuiet(pcm, from, step)) {
            from += step;
        }
        int to = pcm.length;
        while (to - step >= from && isQuiet(pcm, to - step, step)) {
            to -= step;
        }
        return Arrays.copyOfRange(pcm, Math.max(0, from - 8 * KEPT_MS), Math.min(pcm.length, to + 8 * KEPT_MS));
    }

    static boolean isQuiet(short[] pcm, int offset, int length) {
        return Pcm.level(pcm, offset, length) < QUIET_DB;
    }
}

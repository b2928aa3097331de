package org.anteroom.speech;

/** What 16-bit samples amount to. Levels are dBFS: 0 is a full-scale square wave. */
final class Pcm {
    /** The level of digital silence, instead of minus infinity. */
    static final double SILENCE_DB = -96;

    private Pcm() {}

    static short clamp(double sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
    }

    /** Root mean square of length samples from offset, in dBFS; their mean is taken off (lines have DC). */
    static double level(short[] pcm, int offset, int length) {
        if (length <= 0) {
            return SILENCE_DB;
        }
        long sum = 0;
        long squares = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += pcm[i];
            squares += (long) pcm[i] * pcm[i];
        }
        double mean = (double) sum / length;
        double power = (double) squares / length - mean * mean;
        return power < 0.5 ? SILENCE_DB : Math.max(SILENCE_DB, 10 * Math.log10(power / (32768.0 * 32768.0)));
    }

    /** The largest sample, as a fraction of full scale, 0 to 1. */
    static double peak(short[] pcm, int offset, int length) {
        int peak = 0;
        for (int i = offset; i < offset + length; i++) {
            peak = Math.max(peak, Math.abs((int) pcm[i]));
        }
        return peak / 32768.0;
    }
}

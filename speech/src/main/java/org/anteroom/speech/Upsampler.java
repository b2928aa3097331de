package org.anteroom.speech;

/**
 * 8 kHz to 16 kHz by a 32-tap half-band low-pass (Kaiser window), keeping its history from one frame to the next.
 *
 * <p>Every other tap of a half-band filter is zero, so even output samples are the input delayed and only odd ones cost
 * 16 products. Flat to 3.2 kHz; what mirrors above 4.8 kHz is 50 dB down. How this is done decides accuracy: linear
 * interpolation doubles the word errors. Delay 1 ms. One thread.
 */
final class Upsampler {
    private static final int HALF = 8;
    private static final int TAPS = 2 * HALF;
    private static final double KAISER_BETA = 5.0;
    private static final float[] ODD = oddTaps();

    private final float[] history = new float[TAPS];
    private int newest = TAPS - 1;

    /** Writes 2n samples at 16 kHz for the first n samples at 8 kHz. */
    void process(short[] pcm8k, int n, short[] pcm16k) {
        for (int i = 0; i < n; i++) {
            newest = (newest + 1) & (TAPS - 1);
            history[newest] = pcm8k[i];
            pcm16k[2 * i] = (short) history[(newest - HALF) & (TAPS - 1)];
            pcm16k[2 * i + 1] = between();
        }
    }

    /** The sample half-way between the two in the middle of the history. */
    private short between() {
        float sum = 0;
        for (int k = 0; k < TAPS; k++) {
            sum += ODD[k] * history[(newest - k) & (TAPS - 1)];
        }
        return Pcm.clamp(sum);
    }

    private static float[] oddTaps() {
        float[] taps = new float[TAPS];
        double sum = 0;
        for (int k = 0; k < TAPS; k++) {
            double t = k - (TAPS - 1) / 2.0;
            double sinc = Math.sin(Math.PI * t) / (Math.PI * t);
            taps[k] = (float) (sinc * Kaiser.window(t / HALF, KAISER_BETA));
            sum += taps[k];
        }
        for (int k = 0; k < TAPS; k++) {
            taps[k] /= (float) sum;
        }
        return taps;
    }
}

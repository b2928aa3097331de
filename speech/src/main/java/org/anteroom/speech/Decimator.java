package org.anteroom.speech;

/**
 * 48 kHz to 8 kHz: a linear-phase low-pass (Kaiser window, 3.5 kHz, nothing above 4.1 kHz) of which only every sixth
 * output is computed. Keeps its history, so that a sound can be given in pieces. Delay 3 ms. One thread.
 */
final class Decimator {
    private static final int RATIO = 6;
    private static final int TAPS = 300;
    private static final double CUT = 3_780.0 / 48_000;
    private static final double KAISER_BETA = 6.5;
    private static final float[] FILTER = filter();

    private final float[] history = new float[2 * TAPS];
    private int at;
    private int phase;

    /** The 8 kHz samples that the first n samples at 48 kHz complete. */
    short[] process(short[] pcm48k, int n) {
        short[] out = new short[(phase + n) / RATIO];
        int made = 0;
        for (int i = 0; i < n; i++) {
            history[at] = pcm48k[i];
            history[at + TAPS] = pcm48k[i];
            at = (at + 1) % TAPS;
            if (++phase == RATIO) {
                phase = 0;
                out[made++] = filtered();
            }
        }
        return out;
    }

    private short filtered() {
        float sum = 0;
        for (int k = 0; k < TAPS; k++) {
            sum += FILTER[k] * history[at + k];
        }
        return Pcm.clamp(sum);
    }

    private static float[] filter() {
        float[] taps = new float[TAPS];
        double sum = 0;
        for (int k = 0; k < TAPS; k++) {
            double t = k - (TAPS - 1) / 2.0;
            double sinc = Math.sin(2 * Math.PI * CUT * t) / (Math.PI * t);
            taps[k] = (float) (sinc * Kaiser.window(2 * t / TAPS, KAISER_BETA));
            sum += taps[k];
        }
        for (int k = 0; k < TAPS; k++) {
            taps[k] /= (float) sum;
        }
        return taps;
    }
}

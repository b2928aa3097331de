package org.anteroom.media;

import java.util.Arrays;

/**
 * The echo of a line: our own sound once, late, smeared over a few milliseconds. So few unknowns can be told exactly and at once: least
 * squares over the last seconds, each frame weighted by how quiet what can't be explained is in it, so that a caller who speaks meanwhile
 * hardly disturbs. It knows the line a fifth of a second after its echo began. Nothing is allocated after construction. Media clock only.
 */
final class LineEcho {
    private static final int TAPS = EchoHistory.TAPS;

    /** Taps before the loudest. */
    private static final int LEAD = 16;

    /** Half of what was three seconds ago. */
    private static final float KEEP = 0.995f;

    /** How many frames that came before the echo was found are made up for in one. */
    private static final int CATCH_UP = 4;

    /** How little a line is expected to return, in units of the noise: what was heard of it for a moment only hardly counts. */
    private static final float RIDGE = 100;

    private static final int STEPS = 8;

    private final EchoSearch search = new EchoSearch();
    private final float[] weights = new float[EchoHistory.FRAMES];
    private final float[][] block = new float[TAPS][TAPS];
    private final float[][] normal = new float[TAPS][TAPS];
    private final float[] right = new float[TAPS];
    private final float[] taps = new float[TAPS];
    private final float[] rest = new float[TAPS];
    private final float[] direction = new float[TAPS];
    private final float[] image = new float[TAPS];
    private final float[] rows = new float[TAPS];
    private final float[] products = new float[TAPS];
    private final float[] estimate = new float[Pcm.FRAME];
    private int lag = -1;
    private int known;

    /** Whether an echo stood out so far; not yet that it is one. */
    boolean found() {
        return lag >= 0;
    }

    /** Energy that is left of the newest frame, its treble raised, by what was known before it came. */
    float left(EchoHistory history) {
        estimate(history.far(), history.farStart(0));
        float[] near = history.near();
        int start = history.nearStart(0);
        float sum = 0;
        for (int i = 0; i < Pcm.FRAME; i++) {
            float sample = near[start + i] - estimate[i];
            sum += sample * sample;
        }
        return sum;
    }

    /**
     * Learns from the newest frame.
     *
     * @param weight of the frame, one over its noise
     * @param searching whether the echo may still be elsewhere: most of the time that this takes
     */
    void learn(EchoHistory history, float weight, boolean searching) {
        System.arraycopy(weights, 1, weights, 0, weights.length - 1);
        weights[weights.length - 1] = weight;
        int best = searching ? search.find(history, weight) : -1;
        if (best >= 0 && (lag < 0 || best < lag || best >= lag + TAPS / 2)) {
            move(Math.max(0, best - LEAD));
        }
        if (lag < 0) {
            return;
        }
        add(history, 0, weight, KEEP);
        for (int i = 0; i < CATCH_UP && known < weights.length; i++, known++) {
            add(history, known, weights[weights.length - 1 - known], 1);
        }
        solve();
    }

    /** Takes the echo out of the newest frame. */
    void subtract(EchoHistory history, short[] near, short[] out) {
        estimate(history.plainFar(), history.plainFarStart());
        for (int i = 0; i < Pcm.FRAME; i++) {
            out[i] = Pcm.clip(near[i] - estimate[i]);
        }
    }

    /** The line has changed: nothing that came before tells anything. */
    void forget() {
        search.forget();
        Arrays.fill(weights, 0);
        move(-1);
    }

    private void move(int to) {
        lag = to;
        known = 1;
        for (float[] row : normal) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(right, 0);
        Arrays.fill(taps, 0);
    }

    private void estimate(float[] far, int start) {
        Arrays.fill(estimate, 0);
        for (int tap = 0; tap < TAPS && lag >= 0; tap++) {
            float by = taps[tap];
            int from = start - lag - tap;
            for (int i = 0; i < Pcm.FRAME; i++) {
                estimate[i] += by * far[from + i];
            }
        }
    }

    /** Adds a frame to the normal equations; each row of its block is the one before, moved by a sample. */
    private void add(EchoHistory history, int framesBack, float weight, float keep) {
        float[] far = history.far();
        float[] near = history.near();
        int start = history.farStart(framesBack) - lag;
        int nearStart = history.nearStart(framesBack);
        Arrays.fill(rows, 0);
        Arrays.fill(products, 0);
        for (int i = 0; i < Pcm.FRAME; i++) {
            float sent = far[start + i];
            float came = near[nearStart + i];
            int oldest = start + i - (TAPS - 1);
            for (int k = 0; k < TAPS; k++) {
                rows[k] += sent * far[oldest + k];
                products[k] += came * far[oldest + k];
            }
        }
        for (int k = 0; k < TAPS; k++) {
            block[0][k] = rows[TAPS - 1 - k];
            right[k] = keep * right[k] + weight * products[TAPS - 1 - k];
        }
        for (int j = 0; j + 1 < TAPS; j++) {
            float[] row = block[j];
            float[] next = block[j + 1];
            float in = far[start - 1 - j];
            float gone = far[start + Pcm.FRAME - 1 - j];
            for (int k = j; k + 1 < TAPS; k++) {
                next[k + 1] = row[k] + in * far[start - 1 - k] - gone * far[start + Pcm.FRAME - 1 - k];
            }
        }
        for (int j = 0; j < TAPS; j++) {
            float[] row = block[j];
            float[] sum = normal[j];
            for (int k = j; k < TAPS; k++) {
                sum[k] = keep * sum[k] + weight * row[k];
            }
            for (int k = j + 1; k < TAPS; k++) {
                normal[k][j] = sum[k];
            }
        }
    }

    /** A few steps of conjugate gradients, from where the last frame ended. */
    private void solve() {
        multiply(taps);
        float norm = 0;
        for (int j = 0; j < TAPS; j++) {
            rest[j] = right[j] - image[j];
            direction[j] = rest[j];
            norm += rest[j] * rest[j];
        }
        for (int step = 0; step < STEPS && norm > 1e-6f; step++) {
            multiply(direction);
            float curve = 0;
            for (int j = 0; j < TAPS; j++) {
                curve += image[j] * direction[j];
            }
            float by = norm / curve;
            float before = norm;
            norm = 0;
            for (int j = 0; j < TAPS; j++) {
                taps[j] += by * direction[j];
                rest[j] -= by * image[j];
                norm += rest[j] * rest[j];
            }
            float turn = norm / before;
            for (int j = 0; j < TAPS; j++) {
                direction[j] = rest[j] + turn * direction[j];
            }
        }
    }

    private void multiply(float[] vector) {
        for (int j = 0; j < TAPS; j++) {
            image[j] = RIDGE * vector[j];
        }
        for (int j = 0; j < TAPS; j++) {
            float by = vector[j];
            float[] row = normal[j];
            for (int k = 0; k < TAPS; k++) {
                image[k] += by * row[k];
            }
        }
    }
}

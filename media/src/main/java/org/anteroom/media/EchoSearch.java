package org.anteroom.media;

import java.util.Arrays;

/**
 * Finds how late our own sound comes back: what came in is correlated with what was sent, over all lags at once. Frames in which somebody
 * speaks weigh less. Media clock only.
 */
final class EchoSearch {
    private static final int LAGS = EchoHistory.LAGS;

    /** Half of what was a second ago. */
    private static final float KEEP = 0.985f;

    /** In squares of the noise; chance among 2,560 lags seldom gets there. */
    private static final float SIGNIFICANT = 40;

    /** Frames for which the same lag has to be the best. */
    private static final int STEADY = 3;

    private static final int SAME = 4;
    private static final int AT_ONCE = 8;

    /** By falling lag, so that it runs along with what was sent. */
    private final float[] products = new float[LAGS];

    private final float[] energies = new float[LAGS];
    private int candidate = -1;
    private int steady;

    /**
     * Takes the newest frame.
     *
     * @param weight of the frame, one over its noise
     * @return samples by which the echo is late, -1 while none stands out
     */
    int find(EchoHistory history, float weight) {
        learn(history, weight);
        int best = 0;
        float bestScore = 0;
        for (int lag = 0; lag < LAGS; lag++) {
            float product = products[LAGS - 1 - lag];
            float score = product * product / (energies[lag] + 1);
            if (score > bestScore) {
                bestScore = score;
                best = lag;
            }
        }
        if (bestScore < SIGNIFICANT) {
            steady = 0;
            return -1;
        }
        steady = Math.abs(best - candidate) <= SAME ? steady + 1 : 0;
        candidate = best;
        return steady >= STEADY ? best : -1;
    }

    private void learn(EchoHistory history, float weight) {
        float[] far = history.far();
        float[] near = history.near();
        int start = history.farStart(0);
        int nearStart = history.nearStart(0);
        float energy = 0;
        for (int k = 0; k < LAGS; k++) {
            products[k] *= KEEP;
        }
        for (int i = 0; i < Pcm.FRAME; i += AT_ONCE) {
            correlate(near, nearStart + i, weight, far, start + i - (LAGS - 1));
        }
        for (int i = 0; i < Pcm.FRAME; i++) {
            energy += far[start + i] * far[start + i];
        }
        for (int lag = 0; lag < LAGS; lag++) {
            energies[lag] = KEEP * energies[lag] + weight * Math.max(0, energy);
            float in = far[start - 1 - lag];
            float gone = far[start + Pcm.FRAME - 1 - lag];
            energy += in * in - gone * gone;
        }
    }

    /** Eight samples that came in at once: the products are read and written an eighth as often, which halves the time. */
    private void correlate(float[] near, int at, float weight, float[] far, int oldest) {
        float a = weight * near[at];
        float b = weight * near[at + 1];
        float c = weight * near[at + 2];
        float d = weight * near[at + 3];
        float e = weight * near[at + 4];
        float f = weight * near[at + 5];
        float g = weight * near[at + 6];
        float h = weight * near[at + 7];
        for (int k = 0; k < LAGS; k++) {
            products[k] += a * far[oldest + k]
                    + b * far[oldest + k + 1]
                    + c * far[oldest + k + 2]
                    + d * far[oldest + k + 3]
                    + e * far[oldest + k + 4]
                    + f * far[oldest + k + 5]
                    + g * far[oldest + k + 6]
                    + h * far[oldest + k + 7];
        }
    }

    /** The line has changed. */
    void forget() {
        Arrays.fill(products, 0);
        Arrays.fill(energies, 0);
        steady = 0;
    }
}

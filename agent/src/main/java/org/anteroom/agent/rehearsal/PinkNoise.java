package org.anteroom.agent.rehearsal;

import java.util.Random;

/**
 * Noise as rooms, cars and telephone lines have it: as much power in each octave (Voss's sum of generators, each half as quick as the
 * one before; Gardner, Scientific American 1978), without what a telephone doesn't carry below 300 Hz.
 */
public final class PinkNoise {
    private static final int GENERATORS = 12;
    private static final double CUT_HZ = 300;
    private static final double RATE_HZ = 8_000;
    /** Samples until the slow generators and the filter have settled. */
    private static final int SETTLING = 1 << GENERATORS;

    private PinkNoise() {}

    /** So many samples at 8 kHz, of effective value 1. */
    public static double[] samples(int count, Random random) {
        double[] values = new double[GENERATORS];
        double[] noise = new double[count];
        HighPass first = new HighPass();
        HighPass second = new HighPass();
        double square = 0;
        for (int i = 0; i < SETTLING + count; i++) {
            int slow = Math.min(GENERATORS - 1, Integer.numberOfTrailingZeros(i | 1 << GENERATORS));
            values[slow] = random.nextGaussian();
            double sum = random.nextGaussian();
            for (double value : values) {
                sum += value;
            }
            double sample = second.step(first.step(sum));
            if (i >= SETTLING) {
                noise[i - SETTLING] = sample;
                square += sample * sample;
            }
        }
        double level = Math.sqrt(square / Math.max(1, count));
        for (int i = 0; i < count; i++) {
            noise[i] /= level;
        }
        return noise;
    }

    /** Of the first order. */
    private static final class HighPass {
        private static final double KEEP = 1 / (1 + 2 * Math.PI * CUT_HZ / RATE_HZ);
        private double in;
        private double out;

        double step(double sample) {
            out = KEEP * (out + sample - in);
            in = sample;
            return out;
        }
    }
}

package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class KernelRidgeTest {
    private static final double GAMMA = 2;

    private final Random random = new Random(7);

    @Test
    void withHardlyAnySmoothingThePointsThemselvesAreMet() {
        float[][] points = points(40);
        double[] wanted = random.doubles(40, -1, 1).toArray();
        double[] shares = KernelRidge.fit(points, wanted, ones(40), GAMMA, 1e-9);
        for (int i = 0; i < points.length; i++) {
            assertThat(value(points, shares, points[i])).isCloseTo(wanted[i], within(1e-4));
        }
    }

    @Test
    void theSharesSolveTheEquation() {
        float[][] points = points(30);
        double[] wanted = random.doubles(30, -1, 1).toArray();
        double[] counts = random.doubles(30, 0.5, 2).toArray();
        double[] shares = KernelRidge.fit(points, wanted, counts, GAMMA, 0.3);
        for (int i = 0; i < points.length; i++) {
            double left = value(points, shares, points[i]) + 0.3 / counts[i] * shares[i];
            assertThat(left).isCloseTo(wanted[i], within(1e-5));
        }
    }

    @Test
    void aPointThatCountsMoreIsMetMoreClosely() {
        float[][] points = points(30);
        double[] wanted = random.doubles(30, -1, 1).toArray();
        double[] counts = ones(30);
        double plain =
                Math.abs(value(points, KernelRidge.fit(points, wanted, counts, GAMMA, 1), points[3]) - wanted[3]);
        counts[3] = 50;
        double counted =
                Math.abs(value(points, KernelRidge.fit(points, wanted, counts, GAMMA, 1), points[3]) - wanted[3]);
        assertThat(counted).isLessThan(plain / 2);
    }

    private static double value(float[][] points, double[] shares, float[] at) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += shares[i] * KernelRidge.kernel(points[i], at, GAMMA);
        }
        return sum;
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private float[][] points(int count) {
        float[][] points = new float[count][8];
        for (float[] point : points) {
            double length = 0;
            for (int i = 0; i < point.length; i++) {
                point[i] = (float) random.nextGaussian();
                length += point[i] * point[i];
            }
            for (int i = 0; i < point.length; i++) {
                point[i] /= (float) Math.sqrt(length);
            }
        }
        return points;
    }
}

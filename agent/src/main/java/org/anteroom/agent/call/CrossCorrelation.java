package org.anteroom.agent.call;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much of one sound is another one, later and weaker: the highest normalised correlation over all lags, found with one
 * transform of both. Keeps its working memory: one thread at a time.
 */
final class CrossCorrelation {
    private final int size;
    private final double[] re;
    private final double[] im;
    private final Roots roots;

    /** @param size samples of the window and of the longest lag together, at most; a power of two */
    CrossCorrelation(int size) {
        this.size = size;
        re = new double[size];
        im = new double[size];
        roots = Roots.of(size);
    }

    /**
     * The highest correlation, 0 to 1, of {@code later} with any stretch of the same length in {@code earlier}.
     *
     * @param earlier ends when {@code later} ends and begins before it by the longest lag
     */
    double highest(float[] later, float[] earlier) {
        int lags = earlier.length - later.length;
        fill(re, later);
        fill(im, earlier);
        transform();
        multiply();
        transform();
        double own = energy(later, 0, later.length);
        double other = energy(earlier, 0, later.length);
        double best = 0;
        for (int lag = 0; lag <= lags; lag++) {
            if (own > 0 && other > later.length) {
                best = Math.max(best, Math.abs(re[lag]) / size / Math.sqrt(own * other));
            }
            if (lag < lags) {
                double enters = earlier[lag + later.length];
                double leaves = earlier[lag];
                other += enters * enters - leaves * leaves;
            }
        }
        return best;
    }

    private static void fill(double[] into, float[] sound) {
        for (int i = 0; i < into.length; i++) {
            into[i] = i < sound.length ? sound[i] : 0;
        }
    }

    private static double energy(float[] sound, int from, int to) {
        double energy = 0;
        for (int i = from; i < to; i++) {
            energy += (double) sound[i] * sound[i];
        }
        return energy;
    }

    /**
     * Both spectra stand in one, as real sounds' do; what is left is one's conjugate times the other's, itself conjugated,
     * so that the same transform leads back.
     */
    private void multiply() {
        for (int k = 0; k <= size / 2; k++) {
            int mirror = (size - k) % size;
            double laterRe = (re[k] + re[mirror]) / 2;
            double laterIm = (im[k] - im[mirror]) / 2;
            double earlierRe = (im[k] + im[mirror]) / 2;
            double earlierIm = (re[mirror] - re[k]) / 2;
            double productRe = laterRe * earlierRe + laterIm * earlierIm;
            double productIm = laterRe * earlierIm - laterIm * earlierRe;
            re[k] = productRe;
            im[k] = -productIm;
            re[mirror] = productRe;
            im[mirror] = productIm;
        }
    }

    /** The discrete Fourier transform, in place: Cooley and Tukey's, radix 2. */
    private void transform() {
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int half = 1; half < size; half <<= 1) {
            int stride = size / 2 / half;
            for (int start = 0; start < size; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = start + k;
                    int b = a + half;
                    double wr = roots.cosine(k * stride);
                    double wi = -roots.sine(k * stride);
                    double tr = re[b] * wr - im[b] * wi;
                    double ti = re[b] * wi + im[b] * wr;
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    /** The roots of unity of one size: the same for all calls, never written again. Any thread. */
    static final class Roots {
        private static final Map<Integer, Roots> OF_SIZE = new ConcurrentHashMap<>();

        private final double[] cosine;
        private final double[] sine;

        private Roots(int size) {
            cosine = new double[size / 2];
            sine = new double[size / 2];
            for (int i = 0; i < size / 2; i++) {
                cosine[i] = Math.cos(2 * Math.PI * i / size);
                sine[i] = Math.sin(2 * Math.PI * i / size);
            }
        }

        static Roots of(int size) {
            return OF_SIZE.computeIfAbsent(size, Roots::new);
        }

        double cosine(int i) {
            return cosine[i];
        }

        double sine(int i) {
            return sine[i];
        }
    }
}

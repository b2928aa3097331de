package org.anteroom.speech;

/** The Kaiser window, which trades the width of a filter's edge against its attenuation by one number. */
final class Kaiser {
    private Kaiser() {}

    /**
     * The window at x, from -1 to 1 (0 = middle, where it is 1).
     *
     * @param beta 5 gives about 50 dB of attenuation, 8 about 80 dB
     */
    static double window(double x, double beta) {
        return Math.abs(x) > 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta);
    }

    /** Modified Bessel function of the first kind, order 0, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}

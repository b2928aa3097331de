package org.anteroom.media;

/** Measures how much of a signal is one tone (Goertzel). */
public final class ToneDetector {
    private final double coefficient;

    /** A detector for a tone of 100-3,900 Hz. */
    public ToneDetector(double hertz) {
        if (!(hertz >= 100 && hertz <= 3900)) {
            throw new IllegalArgumentException("a tone of " + hertz + " Hz can't be measured at 8 kHz: use 100-3900");
        }
        coefficient = 2 * Math.cos(2 * Math.PI * hertz / 8000);
    }

    /** Part of the energy that is the tone, 0-1; a clean tone gives more than 0.9. 0 for silence. */
    public double purity(short[] pcm, int offset, int length) {
        double s1 = 0;
        double s2 = 0;
        double energy = 0;
        for (int i = offset; i < offset + length; i++) {
            double s0 = pcm[i] + coefficient * s1 - s2;
            s2 = s1;
            s1 = s0;
            energy += (double) pcm[i] * pcm[i];
        }
        double power = s1 * s1 + s2 * s2 - coefficient * s1 * s2;
        return energy == 0 ? 0 : Math.min(1, 2 * power / (length * energy));
    }

    /** Whether the tone is there: at least {@code rms} loud and more than half of the energy. */
    public boolean present(short[] pcm, int offset, int length, double rms) {
        double energy = 0;
        for (int i = offset; i < offset + length; i++) {
            energy += (double) pcm[i] * pcm[i];
        }
        return Math.sqrt(energy / length) >= rms && purity(pcm, offset, length) > 0.5;
    }
}

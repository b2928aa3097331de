package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpsamplerTest {

    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 2000, 3000})
    void keepsTheLevelOfWhatATelephoneCarries(int hertz) {
        short[] out = upsampled(Audio.sine(hertz, 500, 0.5));

        assertThat(toneDb(out, hertz)).isBetween(-0.3, 0.3);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 2000, 3000})
    void leavesNoMirrorImageAboveFourKilohertz(int hertz) {
        short[] out = upsampled(Audio.sine(hertz, 500, 0.5));

        assertThat(toneDb(out, 8000 - hertz)).isLessThan(-45);
    }

    @Test
    void givesTheSameWhateverTheFrameSize() {
        short[] in = Audio.noise(200, -20);
        short[] whole = upsampled(in);

        Upsampler upsampler = new Upsampler();
        short[] pieces = new short[2 * in.length];
        for (int at = 0; at < in.length; at += 50) {
            short[] piece = java.util.Arrays.copyOfRange(in, at, at + 50);
            short[] out = new short[100];
            upsampler.process(piece, 50, out);
            System.arraycopy(out, 0, pieces, 2 * at, 100);
        }

        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void neverWrapsAroundAtFullScale() {
        short[] in = new short[400];
        for (int i = 0; i < in.length; i++) {
            in[i] = (i / 4) % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
        }

        short[] out = upsampled(in);

        for (int i = 100; i < out.length; i += 2) {
            boolean bothUp = out[i] > 30_000 && out[i - 2] > 30_000;
            assertThat(!bothUp || out[i - 1] > 0).isTrue();
        }
    }

    private static short[] upsampled(short[] in) {
        short[] out = new short[2 * in.length];
        new Upsampler().process(in, in.length, out);
        return out;
    }

    /** The level of one frequency in the settled part, relative to the half-scale sine that was put in. */
    private static double toneDb(short[] pcm16k, double hertz) {
        double re = 0;
        double im = 0;
        int from = 1600;
        int n = 4800;
        for (int i = from; i < from + n; i++) {
            re += pcm16k[i] * Math.cos(2 * Math.PI * hertz * i / 16000);
            im += pcm16k[i] * Math.sin(2 * Math.PI * hertz * i / 16000);
        }
        double amplitude = 2 * Math.hypot(re, im) / n;
        return 20 * Math.log10(amplitude / (0.5 * 32767) + 1e-9);
    }
}

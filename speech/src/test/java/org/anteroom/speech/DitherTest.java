package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DitherTest {
    private static final int SAMPLES = 16_000;

    private static double rms(double floorDb) {
        short[] pcm = new short[SAMPLES];
        new Dither().add(pcm, SAMPLES, floorDb);
        double square = 0;
        for (short sample : pcm) {
            square += sample * sample;
        }
        return Math.sqrt(square / SAMPLES);
    }

    @Test
    void aQuietLineStaysAsItIs() {
        assertThat(rms(Pcm.SILENCE_DB)).isZero();
        assertThat(rms(-66)).isLessThan(0.1);
    }

    @Test
    void aNoisyLineGetsNoiseFortyDecibelsBelowItsOwnUpToThreeSteps() {
        assertThat(rms(-45)).isCloseTo(0.01 * 32_768 * Math.pow(10, -45 / 20.0), within(0.1));
        assertThat(rms(-30)).isCloseTo(3, within(0.1));
        assertThat(rms(0)).isCloseTo(3, within(0.1));
    }

    @Test
    void theSameAudioGetsTheSameNoise() {
        short[] one = new short[SAMPLES];
        short[] two = new short[SAMPLES];
        Dither dither = new Dither();
        new Dither().add(one, SAMPLES, -30);
        short[] half = new short[SAMPLES / 2];
        for (int part = 0; part < 2; part++) {
            Arrays.fill(half, (short) 0);
            dither.add(half, half.length, -30);
            System.arraycopy(half, 0, two, part * half.length, half.length);
        }
        assertThat(two).isEqualTo(one);
    }

    @Test
    void fullScaleStaysFullScale() {
        short[] pcm = {Short.MAX_VALUE, Short.MIN_VALUE, Short.MAX_VALUE, Short.MIN_VALUE};
        new Dither().add(pcm, 3, -10);
        assertThat(pcm[0]).isGreaterThan((short) 32_700);
        assertThat(pcm[1]).isLessThan((short) -32_700);
        assertThat(pcm[3]).isEqualTo(Short.MIN_VALUE);
    }
}

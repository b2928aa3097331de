package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimatorTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 1000, 3000, 3400})
    void keepsWhatATelephoneCarries(int hertz) {
        assertThat(levelDb(hertz)).isBetween(-0.5, 0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {4300, 5000, 7000, 9000, 15000, 23000})
    void foldsNothingBackFromAbove(int hertz) {
        assertThat(levelDb(hertz)).isLessThan(-50);
    }

    @Test
    void givesTheSameInPieces() {
        short[] in = sine(1000, 9_600);
        short[] whole = new Decimator().process(in, in.length);

        Decimator decimator = new Decimator();
        Pieces pieces = new Pieces();
        for (int at = 0; at < in.length; at += 100) {
            pieces.add(decimator.process(Arrays.copyOfRange(in, at, at + 100), 100));
        }

        assertThat(pieces.joined()).isEqualTo(whole);
    }

    private static double levelDb(int hertz) {
        short[] in = sine(hertz, 48_000);
        short[] out = new Decimator().process(in, in.length);
        return Pcm.level(out, 800, 6_400) - Pcm.level(in, 0, in.length);
    }

    private static short[] sine(double hertz, int samples) {
        short[] pcm = new short[samples];
        for (int i = 0; i < samples; i++) {
            pcm[i] = (short) (16_000 * Math.sin(2 * Math.PI * hertz * i / 48_000));
        }
        return pcm;
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CrossCorrelationTest {
    private static final int SIZE = 1_024;

    @Test
    void aLaterAndWeakerCopyIsFoundWhole() {
        float[] earlier = noise(1, 700);
        float[] later = new float[300];
        for (int i = 0; i < later.length; i++) {
            later[i] = earlier[123 + i] / 4;
        }
        assertThat(new CrossCorrelation(SIZE).highest(later, earlier)).isBetween(0.999, 1.001);
    }

    @Test
    void anotherSoundIsNotFound() {
        assertThat(new CrossCorrelation(SIZE).highest(noise(2, 300), noise(3, 700)))
                .isLessThan(0.3);
    }

    @Test
    void allOfOneSizeShareTheirRoots() {
        CrossCorrelation.Roots roots = CrossCorrelation.Roots.of(SIZE);
        assertThat(CrossCorrelation.Roots.of(SIZE)).isSameAs(roots);
        assertThat(CrossCorrelation.Roots.of(2 * SIZE)).isNotSameAs(roots);
    }

    private static float[] noise(int seed, int samples) {
        Random random = new Random(seed);
        float[] sound = new float[samples];
        for (int i = 0; i < samples; i++) {
            sound[i] = (float) random.nextGaussian() * 1_000;
        }
        return sound;
    }
}

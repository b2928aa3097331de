package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ToneDetectorTest {
    private final ToneDetector detector = new ToneDetector(1000);

    @Test
    void knowsItsTone() {
        assertThat(detector.purity(Tones.sine(1000, 20, 5000), 0, 160)).isGreaterThan(0.95);
        assertThat(detector.present(Tones.sine(1000, 20, 5000), 0, 160, 1000)).isTrue();
    }

    @Test
    void isNotFooledByOthersOrSilence() {
        assertThat(detector.purity(Tones.sine(1200, 20, 5000), 0, 160)).isLessThan(0.1);
        assertThat(detector.purity(new short[160], 0, 160)).isZero();
        assertThat(detector.present(Tones.sine(1000, 20, 100), 0, 160, 1000))
                .as("too quiet")
                .isFalse();
    }

    @Test
    void refusesATonesThat8KhzCantCarry() {
        assertThatThrownBy(() -> new ToneDetector(5000)).hasMessageContaining("5000");
    }
}

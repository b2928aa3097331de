package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WavTest {
    private final byte[] file = Wav.write(Audio.sine(440, 100, 0.5));

    @Test
    void readsWhatItWrote() throws IOException {
        assertThat(Wav.read(file)).isEqualTo(Audio.sine(440, 100, 0.5));
    }

    @Test
    void refusesAFileThatIsCutOff() {
        assertThatThrownBy(() -> Wav.read(Arrays.copyOf(file, file.length - 10)))
                .isInstanceOf(IOException.class);
        for (int length = 0; length < 60; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> Wav.read(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesAnotherSampleRate() {
        byte[] other = file.clone();
        other[24] = (byte) 0x80;
        assertThatThrownBy(() -> Wav.read(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("8 kHz");
    }
}

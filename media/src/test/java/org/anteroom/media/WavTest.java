package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavTest {
    @TempDir
    Path folder;

    @Test
    void readsBackWhatItWrote() throws IOException {
        short[] sound = Tones.sine(500, 101, 9000);
        Path file = folder.resolve("a.wav");
        Wav.write(file, sound);
        assertThat(Wav.read(file)).isEqualTo(sound);
        Wav.writeMuLaw(file, Arrays.copyOf(sound, 777));
        assertThat(Files.size(file)).isEqualTo(44 + 778);
        assertThat(Wav.read(file)).hasSize(777).satisfies(read -> assertThat(read[3])
                .isBetween((short) (sound[3] - 300), (short) (sound[3] + 300)));
    }

    @Test
    void skipsChunksItDoesNotKnow() throws IOException {
        Path file = folder.resolve("a.wav");
        Wav.write(file, new short[] {1, 2, 3});
        byte[] plain = Files.readAllBytes(file);
        byte[] more = new byte[plain.length + 14];
        System.arraycopy(plain, 0, more, 0, 12);
        System.arraycopy("LIST".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, more, 12, 4);
        more[16] = 5;
        System.arraycopy(plain, 12, more, 26, plain.length - 12);
        assertThat(Wav.read(new ByteArrayInputStream(more), "more")).containsExactly(1, 2, 3);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path file = folder.resolve("bad.wav");
        Wav.write(file, new short[100]);
        byte[] good = Files.readAllBytes(file);

        Files.writeString(file, "this is not a sound at all");
        assertThatThrownBy(() -> Wav.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bad.wav is not a WAV file");

        Files.write(file, Arrays.copyOf(good, 100));
        assertThatThrownBy(() -> Wav.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends before its sound");

        byte[] fast = good.clone();
        fast[25] = (byte) 0x3E;
        fast[24] = (byte) 0x80;
        Files.write(file, fast);
        assertThatThrownBy(() -> Wav.read(file)).isInstanceOf(IOException.class).hasMessageContaining("16000 Hz");

        byte[] huge = good.clone();
        Arrays.fill(huge, 40, 44, (byte) 0xFF);
        Files.write(file, huge);
        assertThatThrownBy(() -> Wav.read(file)).isInstanceOf(IOException.class).hasMessageContaining("at most 3600 s");
    }

    @Property(tries = 300)
    void anyBytesGiveSoundOrAnIoException(@ForAll byte[] garbage) {
        byte[] bytes = new byte[garbage.length + 44];
        System.arraycopy("RIFF    WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, bytes, 0, 16);
        System.arraycopy(garbage, 0, bytes, 16, garbage.length);
        try {
            assertThat(Wav.read(new ByteArrayInputStream(bytes), "garbage")).isNotNull();
        } catch (IOException expected) {
            assertThat(expected.getMessage()).startsWith("garbage ");
        }
    }
}

package org.anteroom.agent.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
    private static final int SECOND = 8000;

    @TempDir
    Path folder;

    private Path data;
    private Recordings recordings;

    @BeforeEach
    void openRecordings() throws Exception {
        Path key = folder.resolve("records.key");
        data = folder.resolve("data");
        Vault.createKeyFile(key);
        recordings = Recordings.open(data, Vault.open(key, data));
    }

    @Test
    void givesBackEverySample() {
        record("call-1", 3 * SECOND);

        Recorded all = recordings.read("call-1", 0, Integer.MAX_VALUE).orElseThrow();

        assertThat(all.finished()).isTrue();
        assertThat(all.pcm()).isEqualTo(ramp(3 * SECOND));
    }

    @Test
    void givesBackAPartFromTheMiddle() {
        record("call-1", 3 * SECOND);

        Recorded part = recordings.read("call-1", SECOND, 160).orElseThrow();

        assertThat(part.pcm()).isEqualTo(Arrays.copyOfRange(ramp(3 * SECOND), SECOND, SECOND + 160));
    }

    @Test
    void canBeHeardUpToTheLastFullSegmentWhereverItWasCutOff() throws Exception {
        record("call-1", SECOND);
        byte[] whole = Files.readAllBytes(file("call-1"));
        for (int length : new int[] {4096, 4097, 8192, 8200, whole.length - 1}) {
            Files.write(file("call-1"), Arrays.copyOf(whole, length));

            Recorded rest = recordings.read("call-1", 0, Integer.MAX_VALUE).orElseThrow();

            int segments = length / 4096;
            assertThat(rest.finished()).isFalse();
            assertThat(rest.pcm().length).isGreaterThanOrEqualTo((segments * 4096 - segments * 16 - 40) / 2);
            assertThat(rest.pcm()).isEqualTo(ramp(rest.pcm().length));
        }
    }

    @Test
    void isEmptyButReadableWhenCutOffBeforeTheFirstSegment() throws Exception {
        record("call-1", SECOND);
        Files.write(file("call-1"), Arrays.copyOf(Files.readAllBytes(file("call-1")), 1000));

        assertThat(recordings.read("call-1", 0, SECOND).orElseThrow().pcm()).isEmpty();
    }

    @Test
    void reachesTheFileWithinASecondWhileItIsBeingMade() throws Exception {
        try (Recording recording = recordings.begin("call-1")) {
            for (int i = 0; i < 100; i++) {
                recording.write(new short[160], 160);
            }
            recording.force();

            assertThat(recordings
                            .read("call-1", 0, Integer.MAX_VALUE)
                            .orElseThrow()
                            .pcm()
                            .length)
                    .isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void refusesTheRecordingOfOneCallUnderTheNameOfAnother() throws Exception {
        record("call-1", SECOND);
        Files.move(file("call-1"), file("call-2"));

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> recordings.read("call-2", 0, SECOND));
    }

    @Test
    void refusesARecordingThatWasChanged() throws IOException {
        record("call-1", SECOND);
        byte[] whole = Files.readAllBytes(file("call-1"));
        whole[100] ^= 1;
        Files.write(file("call-1"), whole);

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> recordings.read("call-1", 0, SECOND));
    }

    @Test
    void isGoneWhenItWasDeleted() {
        record("call-1", SECOND);

        assertThat(recordings.delete("call-1")).isTrue();
        assertThat(recordings.read("call-1", 0, 1)).isEmpty();
        assertThat(recordings.delete("call-1")).isFalse();
    }

    @Test
    void takesNothingButACallIdForAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> recordings.begin("../outside"));
        assertThatIllegalArgumentException().isThrownBy(() -> recordings.begin("555 0100"));
    }

    private void record(String callId, int samples) {
        try (Recording recording = recordings.begin(callId)) {
            short[] pcm = ramp(samples);
            for (int from = 0; from < samples; from += 160) {
                recording.write(Arrays.copyOfRange(pcm, from, from + 160), 160);
            }
            assertThat(recording.samples()).isEqualTo(samples);
        }
    }

    private Path file(String callId) {
        return data.resolve("recordings").resolve(callId + ".sealed");
    }

    private static short[] ramp(int samples) {
        short[] pcm = new short[samples];
        for (int i = 0; i < samples; i++) {
            pcm[i] = (short) (i * 37);
        }
        return pcm;
    }
}

package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceActivityTest {

    /** -20 dB makes the caller about -40 dBFS, a murmur; the line hisses at -66 dBFS. */
    @ParameterizedTest
    @ValueSource(ints = {0, -10, -20, -28})
    void hearsASentenceHoweverQuiet(int db) {
        short[] sentence = Audio.louder(Audio.sentence("folder"), db);
        short[] line = Audio.mix(Audio.join(Audio.silence(1000), sentence), Audio.noise(6000, -66));

        assertThat(fed(line, 1000 / Frames.MS)).isGreaterThan(0.9);
    }

    /** A whisper has no pitch: noise in the rhythm of speech. */
    @Test
    void hearsAWhisperThatTheDetectorTakesForNoise() {
        short[] rhythm = Audio.louder(Audio.sentence("folder"), -20);
        short[] noise = Audio.noise(rhythm.length / 8 + 1, -14);
        short[] whisper = new short[rhythm.length];
        double envelope = 0;
        for (int i = 0; i < rhythm.length; i++) {
            envelope += 0.01 * (Math.abs(rhythm[i]) - envelope);
            whisper[i] = Pcm.clamp(noise[i] / 6000.0 * envelope);
        }
        short[] line = Audio.mix(Audio.join(Audio.silence(1000), whisper), Audio.noise(6000, -62));

        assertThat(fed(line, 1000 / Frames.MS)).isGreaterThan(0.9);
    }

    @Test
    void getsUsedToSteadyNoise() {
        assertThat(fed(Audio.noise(8000, -40), 150)).isLessThan(0.05);
        assertThat(fed(Audio.join(Audio.noise(3000, -60), Audio.noise(6000, -40)), 300))
                .isLessThan(0.05);
    }

    @Test
    void feedsNoDigitalSilence() {
        assertThat(fed(Audio.silence(2000), 0)).isZero();
    }

    @Test
    void hearsACallerWhoSpeaksFromTheFirstFrameOn() {
        assertThat(fed(Audio.sentence("folder"), 0)).isGreaterThan(0.9);
    }

    /** The share of frames from this one on that would reach the recogniser. */
    private static double fed(short[] pcm, int fromFrame) {
        Endpointer endpointer = new Endpointer();
        try (VoiceActivity activity = new VoiceActivity()) {
            int fed = 0;
            int frames = pcm.length / Frames.SAMPLES_8K;
            for (int i = 0; i < frames; i++) {
                Endpointer.Step step = endpointer.step(activity.step(Audio.frame(pcm, i)), 400);
                fed += step != Endpointer.Step.QUIET && i >= fromFrame ? 1 : 0;
            }
            return fed / (double) (frames - fromFrame);
        }
    }
}

package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessTest {

    @ParameterizedTest
    @ValueSource(ints = {-6, 0, 6})
    void bringsSpeechToTheTargetOrAsNearAsItsPeaksAllow(int db) {
        short[] out = Loudness.levelled(Audio.louder(Audio.sentence("appointment"), db));

        double peakDb = 20 * Math.log10(Pcm.peak(out, 0, out.length));
        assertThat(peakDb).isLessThanOrEqualTo(Loudness.PEAK_DB + 0.01);
        assertThat(Loudness.activeDb(out) > Loudness.TARGET_DB - 0.6 || peakDb > Loudness.PEAK_DB - 0.1)
                .isTrue();
    }

    @Test
    void trimsSilenceButForTwentyMilliseconds() {
        short[] tone = Audio.sine(500, 400, 0.3);

        short[] out = Loudness.trimmed(Audio.join(Audio.silence(300), tone, Audio.silence(500)));

        assertThat(out.length / 8).isCloseTo(440, within(20));
    }

    @Test
    void trimsSilenceToNothingWithoutFailing() {
        assertThat(Loudness.trimmed(Audio.silence(1_000)).length / 8).isLessThanOrEqualTo(40);
        assertThat(Loudness.trimmed(new short[0])).isEmpty();
    }
}

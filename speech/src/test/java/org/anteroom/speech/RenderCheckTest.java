package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenderCheckTest {
    /** Five words in about two seconds, as loud as the voice is. */
    private static final short[] SPEECH = Audio.louder(Audio.sentence("parking"), 4);

    private static final short[] GOOD = Loudness.levelled(Loudness.trimmed(SPEECH));

    @Test
    void aUsualSentencePasses() {
        assertThat(RenderCheck.raw(SPEECH)).isEmpty();
        assertThat(RenderCheck.finished(GOOD, 9, 1)).isEmpty();
    }

    @Test
    void aBlastIsFoundInRawAudioBeforeItPlays() {
        short[] blast = Audio.join(SPEECH, Audio.sine(800, 40, 0.8), SPEECH);

        assertThat(RenderCheck.raw(blast)).get().asString().contains("blast");
        assertThat(RenderCheck.raw(Audio.sine(800, 40, 1.0))).get().asString().contains("full scale");
    }

    @Test
    void aBlastFollowedBySilenceIsACollapse() {
        short[] collapsed = Audio.join(Audio.sine(500, 40, 0.4), Audio.silence(1_500), Audio.sine(500, 20, 0.1));

        assertThat(RenderCheck.finished(collapsed, 6, 1)).isPresent();
    }

    @Test
    void silenceIsRefused() {
        assertThat(RenderCheck.finished(Audio.silence(2_000), 6, 1)).contains("it is silent");
    }

    @Test
    void aHoleInTheMiddleIsRefused() {
        short[] hole = Audio.join(GOOD, Audio.silence(1_200), GOOD);

        assertThat(RenderCheck.finished(hole, 18, 2)).get().asString().contains("hole of");
    }

    @Test
    void aSentenceThatEndsEarlyIsRefused() {
        assertThat(RenderCheck.finished(java.util.Arrays.copyOf(GOOD, 2_400), 9, 1))
                .get()
                .asString()
                .contains("300 ms");
    }

    @Test
    void peaksAreRefusedInAFinishedRender() {
        short[] peak = GOOD.clone();
        peak[4_000] = 30_000;

        assertThat(RenderCheck.finished(peak, 9, 1)).get().asString().contains("peaks");
    }
}

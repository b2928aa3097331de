package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConcealmentTest {
    private final Concealment concealment = new Concealment();

    private void hear(short[] pcm) {
        for (int at = 0; at + 160 <= pcm.length; at += 160) {
            concealment.heard(pcm, at, 160);
        }
    }

    @Test
    void goesOnWithThePitchOfTheVoice() {
        hear(Tones.sine(160, 200, 8000));
        short[] made = new short[160];
        concealment.conceal(made, 0, 160);
        short[] expected = Tones.sine(160, 220, 8000);
        double difference = 0;
        for (int i = 0; i < 160; i++) {
            difference += Math.abs(made[i] - expected[1600 + i]);
        }
        assertThat(difference / 160).as("mean error of a tone of 8000").isLessThan(1200);
        assertThat(new ToneDetector(160).purity(made, 0, 160)).isGreaterThan(0.8);
    }

    @Test
    void makesNoStepWhereTheGapBeginsAndEnds() {
        short[] tone = Tones.sine(230, 400, 8000);
        short[] before = java.util.Arrays.copyOf(tone, 1600);
        hear(before);
        short[] made = new short[320];
        concealment.conceal(made, 0, 320);
        short[] after = java.util.Arrays.copyOfRange(tone, 1920, 2080);
        concealment.heard(after, 0, 160);
        int steepest = (int) (8000 * 2 * Math.PI * 230 / 8000) + 1;
        assertThat(Math.abs(made[0] - before[1599])).isLessThan(2 * steepest);
        assertThat(Math.abs(after[0] - made[319])).isLessThan(2 * steepest);
    }

    @Test
    void fadesToSilenceIn60Ms() {
        hear(Tones.sine(200, 200, 8000));
        short[] made = new short[640];
        concealment.conceal(made, 0, 640);
        assertThat(Pcm.rms(made, 0, 80)).isGreaterThan(5000);
        assertThat(Pcm.rms(made, 320, 80)).isBetween(500.0, 4000.0);
        assertThat(Pcm.rms(made, 480, 160)).isZero();
        assertThat(concealment.silent()).isTrue();
    }

    @Test
    void saysNothingWhenTheSenderIsSilentOnPurpose() {
        hear(Tones.sine(200, 200, 8000));
        concealment.mute();
        short[] made = new short[160];
        concealment.conceal(made, 0, 160);
        assertThat(made).containsOnly(0);
    }

    @Property(tries = 100)
    void anySoundInPiecesOfAnyLengthIsFilled(
            @ForAll short[] sound,
            @ForAll @IntRange(min = 1, max = 160) int piece,
            @ForAll @IntRange(min = 0, max = 500) int gap) {
        Concealment fresh = new Concealment();
        short[] pcm = sound.clone();
        for (int at = 0; at + piece <= pcm.length; at += piece) {
            fresh.heard(pcm, at, piece);
            fresh.conceal(new short[gap], 0, gap);
        }
        assertThat(fresh.silent()).isEqualTo(gap >= Concealment.SILENT_AFTER && pcm.length >= piece);
    }
}

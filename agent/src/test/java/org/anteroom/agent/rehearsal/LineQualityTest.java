package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LineQualityTest {
    private final short[] speech = clip();

    private static short[] clip() {
        try {
            return CallerAudio.clip("message-wish").pcm();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double power(short[] pcm, int above) {
        double square = 0;
        int counted = 0;
        for (short sample : pcm) {
            if (Math.abs(sample) > above) {
                square += (double) sample * sample;
                counted++;
            }
        }
        return square / counted;
    }

    private double belowSpeech(LineQuality line) {
        short[] out = line.through(speech, 7);
        short[] added = new short[out.length];
        for (int i = 0; i < out.length; i++) {
            added[i] = (short) (out[i] - speech[i]);
        }
        return 10 * Math.log10(power(speech, 100) / power(added, -1));
    }

    @Test
    void aCleanLineChangesNothing() {
        assertThat(LineQuality.CLEAN.through(speech, 1)).isEqualTo(speech);
    }

    @Test
    void noiseAndBabbleLieAsFarBelowTheSpeechAsWanted() {
        assertThat(belowSpeech(new LineQuality(OptionalDouble.of(15), OptionalDouble.empty(), 0)))
                .isCloseTo(15, within(0.5));
        assertThat(belowSpeech(new LineQuality(OptionalDouble.empty(), OptionalDouble.of(10), 0)))
                .isCloseTo(10, within(3.0));
    }

    @Test
    void lostPacketsAreAsManyAsWantedAndTheOthersStay() {
        short[] out = new LineQuality(OptionalDouble.empty(), OptionalDouble.empty(), 0.2).through(speech, 3);
        int changed = 0;
        int frames = speech.length / 160;
        for (int frame = 0; frame < frames; frame++) {
            boolean same = true;
            // The first 5 ms after a gap are blended.
            for (int i = frame * 160 + 40; i < frame * 160 + 160; i++) {
                same &= out[i] == speech[i];
            }
            changed += same ? 0 : 1;
        }
        assertThat(changed / (double) frames).isBetween(0.1, 0.3);
    }

    @Test
    void theSameSeedDoesTheSameAndAnotherDoesNot() {
        LineQuality line = new LineQuality(OptionalDouble.of(15), OptionalDouble.of(15), 0.05);
        assertThat(line.through(speech, 1)).isEqualTo(line.through(speech, 1)).isNotEqualTo(line.through(speech, 2));
    }
}

package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
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

    /** Mean square of the frames that are not more than 26 dB quieter than the loudest. */
    private static double activePower(short[] pcm) {
        double[] powers = new double[pcm.length / 160];
        for (int i = 0; i < powers.length * 160; i++) {
            powers[i / 160] += (double) pcm[i] * pcm[i] / 160;
        }
        double loudest = Arrays.stream(powers).max().orElseThrow();
        return Arrays.stream(powers)
                .filter(power -> power > loudest / 400)
                .average()
                .orElseThrow();
    }

    private static double power(short[] pcm) {
        double square = 0;
        for (short sample : pcm) {
            square += (double) sample * sample;
        }
        return square / pcm.length;
    }

    private double belowSpeech(LineQuality line) {
        short[] out = line.through(speech, 7);
        short[] added = new short[out.length];
        for (int i = 0; i < out.length; i++) {
            added[i] = (short) (out[i] - speech[i]);
        }
        return 10 * Math.log10(activePower(speech) / power(added));
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
    void noiseHasMorePowerInItsLowerHalf() {
        double[] noise = PinkNoise.samples(80_000, new Random(1));
        double sum = 0;
        double difference = 0;
        for (int i = 1; i < noise.length; i++) {
            sum += Math.pow(noise[i] + noise[i - 1], 2);
            difference += Math.pow(noise[i] - noise[i - 1], 2);
        }
        assertThat(sum / difference).isGreaterThan(1.5);
        assertThat(DoubleStream.of(noise).map(x -> x * x).average().orElseThrow())
                .isCloseTo(1, within(1e-9));
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

    @Test
    void tellsWhatItDoes() {
        assertThat(LineQuality.CLEAN.told()).containsExactly("as recorded, nothing added or lost");
        LineQuality line = new LineQuality(OptionalDouble.of(15), OptionalDouble.of(12.5), 0.05);
        assertThat(line.told())
                .containsExactly(
                        "pink noise 15 dB below the speech",
                        "other voices 12.5 dB below the speech",
                        "5 % of the packets lost and concealed");
        assertThat(line.json())
                .containsEntry("noiseDb", 15.0)
                .containsEntry("babbleDb", 12.5)
                .containsEntry("loss", 0.05);
        assertThat(LineQuality.CLEAN.json()).containsEntry("noiseDb", null);
    }
}

package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With recorded speech: what is periodic looks like an echo of anything that is. The two clips are copies of recorded callers, of two voices. */
class JudgedEchoCancellerTest {
    private final short[] prompt = twice(twice(speech("prompt.wav")));
    private final short[] caller = speech("caller.wav");

    private static short[] speech(String name) {
        try {
            return Wav.read(Path.of(Objects.requireNonNull(JudgedEchoCancellerTest.class.getResource(name))
                    .toURI()));
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(name, e);
        }
    }

    private static short[] twice(short[] clip) {
        short[] both = Arrays.copyOf(clip, 2 * clip.length);
        System.arraycopy(clip, 0, both, clip.length, clip.length);
        return Arrays.copyOf(both, both.length / Pcm.FRAME * Pcm.FRAME);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 400, 900, 1_700})
    void leavesACallerAloneOnALineWithoutEcho(int atMs) {
        short[] near = line(with(new short[prompt.length], caller, atMs));
        assertThat(cancelled(new JudgedEchoCanceller(null), near, prompt))
                .as("without libspeexdsp")
                .matches(left -> Arrays.equals(left, near));
        assertThat(cancelled(both(), near, prompt)).as("with libspeexdsp").matches(left -> Arrays.equals(left, near));
    }

    @Test
    void takesTheHumOfALineForNoEcho() {
        short[] hum = new short[prompt.length];
        for (int i = 0; i < hum.length; i++) {
            hum[i] = Pcm.clip(60 + 400 * Math.sin(2 * Math.PI * 60 * i / Pcm.RATE));
        }
        short[] near = line(with(hum, caller, 900));
        assertThat(cancelled(both(), near, prompt)).matches(left -> Arrays.equals(left, near));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 400, 1_300})
    void takesTheEchoOfALineFromUnderACaller(int atMs) {
        short[] alone = with(new short[prompt.length], caller, atMs);
        short[] echo = echo(prompt, 140, 0.32);
        short[] out = cancelled(new JudgedEchoCanceller(null), line(with(echo, caller, atMs)), prompt);
        int second = Pcm.RATE;
        assertThat(level(minus(out, alone), second, prompt.length))
                .as("what is left of the echo, dB")
                .isLessThan(level(echo, second, prompt.length) - 27);
    }

    @Test
    void knowsALineAFifthOfASecondAfterItsEchoBegan() {
        short[] echo = line(echo(prompt, 140, 0.32));
        short[] out = cancelled(new JudgedEchoCanceller(null), echo, prompt);
        int from = (140 + 200) * Pcm.SAMPLES_PER_MS;
        assertThat(level(out, from, prompt.length)).isLessThan(level(echo, from, prompt.length) - 20);
    }

    @Test
    void followsALineThatChanges() {
        short[] before = echo(prompt, 60, 0.32);
        short[] after = echo(prompt, 180, 0.2);
        int change = prompt.length / 2;
        short[] changing = Arrays.copyOf(before, before.length);
        System.arraycopy(after, change, changing, change, after.length - change);
        short[] near = line(changing);
        short[] out = cancelled(new JudgedEchoCanceller(null), near, prompt);
        int learned = change + Pcm.RATE;
        assertThat(level(out, learned, prompt.length)).isLessThan(level(near, learned, prompt.length) - 15);
    }

    @Test
    void leavesTheEchoOfARoomToLibspeexdsp() {
        short[] near = line(room(echo(prompt, 60, 0.32)));
        double byLine = level(cancelled(new JudgedEchoCanceller(null), near, prompt), 2 * Pcm.RATE, prompt.length);
        double byBoth = level(cancelled(both(), near, prompt), 2 * Pcm.RATE, prompt.length);
        assertThat(byBoth).isLessThan(byLine - 3);
    }

    private static EchoCanceller both() {
        String problem = EchoCancellers.speexdsp().problem();
        assumeTrue(problem == null, "skipped: libspeexdsp1 is not installed: " + problem);
        return new JudgedEchoCanceller(new SpeexEchoCanceller());
    }

    private static short[] echo(short[] far, int delayMs, double gain) {
        short[] near = new short[far.length];
        for (int i = delayMs * Pcm.SAMPLES_PER_MS + 12; i < near.length; i++) {
            int from = i - delayMs * Pcm.SAMPLES_PER_MS;
            near[i] = Pcm.clip(gain * (0.9 * far[from] - 0.35 * far[from - 5] + 0.15 * far[from - 12]));
        }
        return near;
    }

    /** Dies away in 0.4 s. */
    private static short[] room(short[] sound) {
        Random random = new Random(1);
        double[] sum = new double[sound.length];
        for (int lag = 0; lag < 3_200; lag += 1 + random.nextInt(7)) {
            double gain = 0.3 * random.nextGaussian() * Math.pow(10, -3.0 * lag / 3_200);
            for (int i = lag; i < sound.length; i++) {
                sum[i] += gain * sound[i - lag];
            }
        }
        short[] room = new short[sound.length];
        for (int i = 0; i < room.length; i++) {
            room[i] = Pcm.clip(sum[i]);
        }
        return room;
    }

    private static short[] line(short[] pcm) {
        short[] coded = new short[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            coded[i] = G711.decode(Codec.PCMU, G711.encode(Codec.PCMU, pcm[i]));
        }
        return coded;
    }

    /** The second added to the first from there on. */
    private static short[] with(short[] one, short[] other, int atMs) {
        int at = atMs * Pcm.SAMPLES_PER_MS;
        short[] sum = one.clone();
        for (int i = 0; i < other.length && at + i < sum.length; i++) {
            sum[at + i] = Pcm.clip(sum[at + i] + other[i]);
        }
        return sum;
    }

    private static short[] minus(short[] one, short[] other) {
        short[] rest = one.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Pcm.clip(rest[i] - other[i]);
        }
        return rest;
    }

    private static double level(short[] pcm, int from, int to) {
        return 20 * Math.log10(Math.max(0.5, Pcm.rms(pcm, from, to - from)));
    }

    private static short[] cancelled(EchoCanceller canceller, short[] near, short[] far) {
        short[] out = new short[near.length];
        short[] frame = new short[Pcm.FRAME];
        try (canceller) {
            for (int at = 0; at + Pcm.FRAME <= near.length; at += Pcm.FRAME) {
                canceller.cancel(
                        Arrays.copyOfRange(near, at, at + Pcm.FRAME),
                        Arrays.copyOfRange(far, at, at + Pcm.FRAME),
                        frame);
                System.arraycopy(frame, 0, out, at, Pcm.FRAME);
            }
        }
        return out;
    }
}

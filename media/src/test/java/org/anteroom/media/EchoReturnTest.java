package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoReturnTest {
    private static final int FRAMES_PER_SECOND = 50;

    private final EchoReturn line = new EchoReturn();

    /** Noise that comes and goes like words do, with pauses of up to half a second. */
    private static short[] talk(int seconds, double level, long seed) {
        Random random = new Random(seed);
        short[] pcm = new short[seconds * 8_000];
        int at = 0;
        while (at < pcm.length) {
            int word = 8 * (100 + random.nextInt(400));
            for (int i = at; i < Math.min(pcm.length, at + word); i++) {
                pcm[i] = (short) (level * random.nextGaussian());
            }
            at += word + 8 * random.nextInt(500);
        }
        return pcm;
    }

    private static short[] echo(short[] far, int delayMs, double gain) {
        short[] echo = new short[far.length];
        for (int i = delayMs * 8; i < echo.length; i++) {
            echo[i] = (short) (gain * far[i - delayMs * 8]);
        }
        return echo;
    }

    private static double power(short[] frame) {
        double sum = 0;
        for (short sample : frame) {
            sum += sample * sample;
        }
        return sum;
    }

    private static short[] frame(short[] pcm, int number) {
        return Arrays.copyOfRange(pcm, number * Pcm.FRAME, (number + 1) * Pcm.FRAME);
    }

    /** The frame with which the line was shown to return nothing; -1 for never. */
    private int shown(short[] near, short[] far) {
        for (int i = 0; i < far.length / Pcm.FRAME; i++) {
            line.heard(frame(near, i), false, frame(far, i));
            if (line.none()) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void silenceWhileWeSpeakShowsThatNothingReturns() {
        short[] far = talk(5, 3_000, 1);
        assertThat(shown(new short[far.length], far)).isBetween(29, 60);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.3", "0, 0.03", "140, 0.3", "140, 0.03", "300, 0.1", "300, 0.03"})
    void anEchoIsNotTakenForSilence(int delayMs, double gain) {
        for (int seed = 0; seed < 20; seed++) {
            short[] far = talk(20, 3_000, seed);
            assertThat(shown(echo(far, delayMs, gain), far)).as("seed %d", seed).isEqualTo(-1);
        }
    }

    @Test
    void whatNeverCameIsNoSilence() {
        short[] far = talk(5, 3_000, 1);
        for (int i = 0; i < far.length / Pcm.FRAME; i++) {
            line.heard(new short[Pcm.FRAME], true, frame(far, i));
        }
        assertThat(line.none()).isFalse();
    }

    @Test
    void ourOwnSilenceShowsNothing() {
        assertThat(shown(new short[80_000], new short[80_000])).isEqualTo(-1);
    }

    @Test
    void aCallerOverUsChangesNothingUnlessItGoesOnAndOn() {
        short[] far = talk(10, 3_000, 1);
        shown(new short[far.length], far);
        short[] caller = new short[Pcm.FRAME];
        Arrays.fill(caller, (short) 2_000);
        for (int i = 0; i < 2 * FRAMES_PER_SECOND; i++) {
            line.heard(caller, false, frame(far, 100 + i));
        }
        assertThat(line.none()).isTrue();
        for (int i = 0; i < 4 * FRAMES_PER_SECOND; i++) {
            line.heard(caller, false, frame(far, 200 + i));
        }
        assertThat(line.none()).isFalse();
    }

    /** The canceller alone leaves a ghost of our voice there, which the recogniser has taken for words. */
    @Test
    void aSilentCallerStaysSilentAfterSpeakingOverUs() {
        assumeTrue(!EchoCancellers.load().name().equals("none"), "skipped: this machine has no echo canceller");
        short[] far = talk(20, 3_000, 1);
        short[] near = Arrays.copyOf(talk(8, 3_000, 2), far.length);
        EchoCanceller canceller = new SpeexEchoCanceller();
        EchoPath path = new EchoPath(canceller, new MediaCounters());
        short[] out = new short[Pcm.FRAME];
        double ghost = 0;
        for (int i = 0; i < far.length / Pcm.FRAME; i++) {
            path.cancel(frame(near, i), false, frame(far, i), true, out);
            ghost = i > 9 * FRAMES_PER_SECOND ? Math.max(ghost, power(out)) : ghost;
        }
        path.close();
        assertThat(ghost).isZero();
    }
}

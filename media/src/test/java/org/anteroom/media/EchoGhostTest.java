package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On a line without echo, what a canceller learned from a caller over us must not come back as a ghost of our voice. */
class EchoGhostTest {
    private static final int FRAMES_PER_SECOND = 50;

    /** Noise that comes and goes like words do, with pauses of up to half a second. */
    private static short[] talk(int seconds, long seed) {
        Random random = new Random(seed);
        short[] pcm = new short[seconds * 8_000];
        int at = 0;
        while (at < pcm.length) {
            int word = 8 * (100 + random.nextInt(400));
            for (int i = at; i < Math.min(pcm.length, at + word); i++) {
                pcm[i] = (short) (3_000 * random.nextGaussian());
            }
            at += word + 8 * random.nextInt(500);
        }
        return pcm;
    }

    private static short[] frame(short[] pcm, int number) {
        return Arrays.copyOfRange(pcm, number * Pcm.FRAME, (number + 1) * Pcm.FRAME);
    }

    @Test
    void aSilentCallerStaysSilentAfterSpeakingOverUs() {
        short[] far = talk(20, 1);
        short[] near = Arrays.copyOf(talk(8, 2), far.length);
        EchoPath path = new EchoPath(EchoCancellers.load().create(), new MediaCounters());
        short[] out = new short[Pcm.FRAME];
        for (int i = 0; i < far.length / Pcm.FRAME; i++) {
            path.cancel(frame(near, i), frame(far, i), true, out);
            if (i > 9 * FRAMES_PER_SECOND) {
                assertThat(out).as("frame %d", i).containsOnly((short) 0);
            }
        }
        path.close();
    }
}

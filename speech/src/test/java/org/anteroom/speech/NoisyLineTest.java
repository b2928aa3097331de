package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What reaches the recogniser above 4 kHz, where a telephone carries nothing. */
class NoisyLineTest {
    private static final int RATE_16K = 16_000;
    private static final double VOICE_HZ = 300;
    private static final int BLOCK = 320;

    @Test
    void aNoisyLineIsNotSilentThere() throws Exception {
        assertThat(above5kHz(fed(line(-45), 160))).isGreaterThan(0.5);
    }

    @Test
    void aQuietLineStaysSilentThere() throws Exception {
        assertThat(above5kHz(fed(line(-90), 160))).isLessThan(0.1);
    }

    @Test
    void theSameAudioIsHeardTheSameHoweverItComes() throws Exception {
        assertThat(fed(line(-45), 37)).isEqualTo(fed(line(-45), 160));
    }

    /** Two seconds with a low voice in the middle, over a steady background at so many dBFS. */
    private static short[] line(double backgroundDb) {
        short[] pcm = new short[16_000];
        double background = Math.sqrt(2) * 32_768 * Math.pow(10, backgroundDb / 20);
        for (int i = 0; i < pcm.length; i++) {
            double voice = i >= 5_000 && i < 11_000 ? 4_000 * Math.sin(2 * Math.PI * VOICE_HZ * i / 8_000) : 0;
            pcm[i] = (short) Math.round(voice + background * Math.sin(2 * Math.PI * 250 * i / 8_000));
        }
        return pcm;
    }

    private static short[] fed(short[] pcm, int chunk) throws IOException, InterruptedException {
        FollowingModel model = new FollowingModel();
        Recognisers recognisers =
                new Recognisers(model, 1, TimeUnit.HOURS.toMillis(1), new short[0], new SpeechCounters());
        recognisers.start();
        try (recognisers;
                Listening listening = new Listening(recognisers, new SpeechCounters())) {
            for (int at = 0; at < pcm.length; at += chunk) {
                short[] part = Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + chunk));
                listening.feed(part, part.length);
            }
            listening.endOfAudio();
        }
        short[] fed = model.fed();
        assertThat(fed.length).isGreaterThan(RATE_16K / 2);
        return fed;
    }

    /** The mean square of a sample between 5 and 7.4 kHz, by Fourier's sums over blocks of 20 ms. */
    private static double above5kHz(short[] pcm16k) {
        double power = 0;
        int blocks = pcm16k.length / BLOCK;
        for (int block = 0; block < blocks; block++) {
            for (int hz = 5_000; hz <= 7_400; hz += 50) {
                double real = 0;
                double imaginary = 0;
                for (int i = 0; i < BLOCK; i++) {
                    double window = 1 - Math.cos(2 * Math.PI * i / BLOCK);
                    double angle = 2 * Math.PI * hz * i / RATE_16K;
                    real += window * pcm16k[block * BLOCK + i] * Math.cos(angle);
                    imaginary += window * pcm16k[block * BLOCK + i] * Math.sin(angle);
                }
                power += 2 * (real * real + imaginary * imaginary) / BLOCK / BLOCK;
            }
        }
        return power / blocks;
    }
}

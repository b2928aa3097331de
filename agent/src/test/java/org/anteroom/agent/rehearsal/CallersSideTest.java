package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the check of what a caller heard finds what it is there for. */
final class CallersSideTest {
    private static final int SECOND = 8_000;

    @Test
    void findsNothingInSoundThatStopsForLessThanTwoSeconds() {
        CallersSide.assertUnbroken(new Sounds().tone(425).silence(1.9).tone(425).pcm(), 0);
    }

    @Test
    void findsTwoSecondsOfSilence() {
        assertFound(new Sounds().tone(425).silence(2.1).tone(425), "silence");
    }

    @Test
    void findsMusicAndABeep() {
        assertFound(new Sounds().tone(425).tone(CallersSide.MUSIC_HZ), "music");
        assertFound(new Sounds().tone(CallersSide.BEEP_HZ).tone(425), "beep");
    }

    @Test
    void looksAtNothingBeforeItsMoment() {
        CallersSide.assertUnbroken(
                new Sounds().tone(CallersSide.MUSIC_HZ).silence(3).tone(425).pcm(), 4 * SECOND);
    }

    private static void assertFound(Sounds sounds, String what) {
        assertThatThrownBy(() -> CallersSide.assertUnbroken(sounds.pcm(), 0)).hasMessageContaining(what);
    }

    /** One second of a tone, and silence between. */
    private static final class Sounds {
        private final List<Integer> samples = new ArrayList<>();

        Sounds tone(double hertz) {
            for (int i = 0; i < SECOND; i++) {
                samples.add((int) (5_000 * Math.sin(2 * Math.PI * hertz * i / SECOND)));
            }
            return this;
        }

        Sounds silence(double seconds) {
            for (int i = 0; i < seconds * SECOND; i++) {
                samples.add(0);
            }
            return this;
        }

        short[] pcm() {
            short[] pcm = new short[samples.size()];
            for (int i = 0; i < pcm.length; i++) {
                pcm[i] = samples.get(i).shortValue();
            }
            return pcm;
        }
    }
}

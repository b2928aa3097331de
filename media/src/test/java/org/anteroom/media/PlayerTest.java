package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private final MediaCounters counters = new MediaCounters();
    private final Player player = new Player(counters);
    private final List<String> events = new ArrayList<>();
    private final short[] frame = new short[Pcm.FRAME];

    private static short[] level(int length, int value) {
        short[] pcm = new short[length];
        Arrays.fill(pcm, (short) value);
        return pcm;
    }

    private Playback play(String name, Sound sound) {
        return player.play(sound, (playback, event, nanos) -> events.add(name + " " + event + " " + nanos));
    }

    private boolean tick(long nanos) {
        boolean playing = player.next(frame);
        player.sent(nanos);
        return playing;
    }

    @Test
    void soundsFollowEachOtherWithinAFrame() {
        play("a", Sound.of(level(100, 1)));
        play("b", Sound.of(level(100, 2)));
        assertThat(tick(7)).isTrue();
        assertThat(frame[99]).isEqualTo((short) 1);
        assertThat(frame[100]).isEqualTo((short) 2);
        assertThat(events).containsExactly("a STARTED 7", "a FINISHED 7", "b STARTED 7");
        tick(8);
        assertThat(frame[39]).isEqualTo((short) 2);
        assertThat(frame[40]).isZero();
        assertThat(events).endsWith("b FINISHED 8");
        assertThat(tick(9)).isFalse();
        assertThat(player.playing()).isFalse();
    }

    @Test
    void stopFadesWithinTheNextFrameAndForgetsTheQueue() {
        play("a", Sound.of(level(1000, 1000)));
        play("b", Sound.of(level(1000, 1000)));
        tick(1);
        player.stop();
        assertThat(player.playing()).isFalse();
        tick(2);
        assertThat(frame[0]).isBetween((short) 900, (short) 1000);
        assertThat(frame[39]).isLessThan((short) 50);
        assertThat(Arrays.copyOfRange(frame, 40, 160)).containsOnly(0);
        assertThat(tick(3)).isFalse();
        assertThat(events).containsExactly("a STARTED 1", "a STOPPED 2", "b STOPPED 2");
    }

    @Test
    void whatIsPlayedAfterAStopIsHeard() {
        play("a", Sound.of(level(1000, 1000)));
        tick(1);
        player.stop();
        play("b", Sound.of(level(1000, 2000)));
        assertThat(player.playing()).isTrue();
        tick(2);
        assertThat(frame[159]).isEqualTo((short) 2000);
        assertThat(events).containsExactly("a STARTED 1", "a STOPPED 2", "b STARTED 2");
    }

    @Test
    void aSoundThatIsNotReadyYetGivesSilence() {
        boolean[] ready = {false};
        play("a", (into, offset, length) -> {
            Arrays.fill(into, offset, offset + length, (short) 5);
            return ready[0] ? length : 0;
        });
        Arrays.fill(frame, (short) 99);
        assertThat(tick(1)).isTrue();
        assertThat(frame).containsOnly(0);
        assertThat(events).isEmpty();
        ready[0] = true;
        tick(2);
        assertThat(frame).containsOnly(5);
        assertThat(events).containsExactly("a STARTED 2");
    }

    @Test
    void anEmptySoundIsStartedAndFinished() {
        play("a", Sound.of(new short[0]));
        tick(1);
        assertThat(events).containsExactly("a STARTED 1", "a FINISHED 1");
    }

    @Test
    void aSoundThatThrowsCountsAsStoppedAndTheNextPlays() {
        play("a", (into, offset, length) -> {
            throw new IllegalStateException("on purpose");
        });
        play("b", Sound.of(level(160, 3)));
        tick(1);
        tick(2);
        assertThat(events).containsExactly("a STOPPED 1", "b STARTED 2");
    }

    @Test
    void manyEmptyOrStoppedSoundsAreToldOverSeveralFrames() {
        for (int i = 0; i < 100; i++) {
            play("x", Sound.of(new short[0]));
        }
        player.stop();
        for (int i = 0; i < 50; i++) {
            play("y", Sound.of(new short[0]));
        }
        for (int i = 0; i < 40; i++) {
            tick(i);
        }
        assertThat(events).hasSize(200);
        assertThat(player.playing()).isFalse();
    }

    @Test
    void theComfortToneIsQuietAndPauses() {
        player.comfortTone(true);
        short[] all = new short[100 * Pcm.FRAME];
        for (int i = 0; i < 100; i++) {
            assertThat(player.next(frame)).isFalse();
            assertThat(player.comfort(frame)).isTrue();
            System.arraycopy(frame, 0, all, i * Pcm.FRAME, Pcm.FRAME);
        }
        assertThat(new ToneDetector(425).present(all, 800, 1600, 100)).isTrue();
        assertThat(Pcm.rms(all, 5000, 10_000)).isZero();
        player.comfortTone(false);
        assertThat(player.comfort(frame)).isFalse();
    }

    @Test
    void abandoningTellsEveryone() {
        for (int i = 0; i < 60; i++) {
            play("x", Sound.of(level(10, 1)));
        }
        player.abandon(5);
        assertThat(events).hasSize(60).containsOnly("x STOPPED 5");
    }
}

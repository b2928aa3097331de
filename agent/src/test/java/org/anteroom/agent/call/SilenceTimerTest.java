package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SilenceTimerTest {
    private final SilenceTimer timer = new SilenceTimer();

    @Test
    void startsWhenOurSentenceHasEndedOnTheWire() {
        timer.expect(6_000);
        assertThat(timer.due(ms(10_000))).isFalse();
        timer.quiet(ms(10_000));
        assertThat(timer.due(ms(15_999))).isFalse();
        assertThat(timer.due(ms(16_000))).isTrue();
        assertThat(timer.due(ms(30_000))).isFalse();
    }

    @Test
    void startsAnewWhenWeSpeakAgain() {
        timer.expect(6_000);
        timer.quiet(ms(0));
        timer.speaking();
        assertThat(timer.due(ms(7_000))).isFalse();
        timer.quiet(ms(8_000));
        assertThat(timer.due(ms(13_000))).isFalse();
        assertThat(timer.due(ms(14_000))).isTrue();
    }

    @Test
    void isNoSilenceWhileWordsAreSpoken() {
        timer.expect(6_000);
        timer.quiet(ms(0));
        timer.words(ms(5_000));
        assertThat(timer.due(ms(7_000))).isFalse();
    }

    @Test
    void noiseWithoutWordsPutsItOffOnlyALittle() {
        timer.expect(6_000);
        timer.quiet(ms(0));
        timer.voice(true);
        assertThat(timer.due(ms(6_500))).isFalse();
        assertThat(timer.due(ms(8_500))).isTrue();
    }

    @Test
    void aTurnThatNeverFinishesDoesNotSilenceUsForGood() {
        timer.expect(6_000);
        timer.quiet(ms(0));
        timer.words(ms(1_000));
        assertThat(timer.due(ms(15_000))).isFalse();
        assertThat(timer.due(ms(17_000))).isTrue();
    }

    @Test
    void standsStillOnHoldAndStartsAnewOnResume() {
        timer.expect(6_000);
        timer.quiet(ms(0));
        timer.restart(ms(60_000));
        assertThat(timer.due(ms(61_000))).isFalse();
        assertThat(timer.due(ms(66_000))).isTrue();
    }

    @Test
    void noisyTurnsWithoutWordsPutItOffOnlyForAWhile() {
        timer.expect(6_000);
        timer.quiet(ms(0));
        long due = 0;
        for (int at = 0; at < 60_000 && due == 0; at += 500) {
            timer.noWords(ms(at));
            due = timer.due(ms(at)) ? at : 0;
        }
        assertThat(due).isBetween(6_000L, 14_000L);
    }

    @Test
    void wordsWithoutAnEndAreOverdueByTheWallClock() {
        timer.expect(6_000);
        timer.quiet(ms(0));
        for (int at = 0; at < 45_000; at += 500) {
            timer.voice(true);
            timer.words(ms(at));
            assertThat(timer.due(ms(at))).isFalse();
            assertThat(timer.overdue(ms(at), ms(45_000))).isFalse();
        }
        assertThat(timer.overdue(ms(45_000), ms(45_000))).isTrue();
        assertThat(timer.overdue(ms(46_000), ms(45_000))).as("told once").isFalse();
    }

    @Test
    void whoeverAnswersIsNeverOverdue() {
        timer.expect(6_000);
        timer.quiet(ms(0));
        timer.words(ms(44_000));
        timer.expect(6_000);
        timer.quiet(ms(44_500));
        timer.words(ms(44_600));
        assertThat(timer.overdue(ms(46_000), ms(45_000))).isFalse();
    }

    @Test
    void nobodyIsOverdueWhileSomebodyElseHasTheLineOrWeSpeak() {
        timer.expect(6_000);
        timer.quiet(ms(0));
        timer.speaking();
        assertThat(timer.overdue(ms(100_000), ms(45_000))).isFalse();
        timer.quiet(ms(100_000));
        timer.stop();
        assertThat(timer.overdue(ms(200_000), ms(45_000))).isFalse();
    }

    private static long ms(long ms) {
        return TimeUnit.MILLISECONDS.toNanos(ms);
    }
}

package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EndpointerTest {
    private static final Activity NOTHING = new Activity(false, false, -60);
    private static final Activity FAINT = new Activity(true, false, -60);
    private static final Activity SPEECH = new Activity(true, true, -60);

    private final Endpointer endpointer = new Endpointer();

    @Test
    void opensAtTheFirstFaintSound() {
        assertThat(steps(".", 400)).containsOnly(Endpointer.Step.QUIET);
        assertThat(steps("-", 400)).containsExactly(Endpointer.Step.OPENED);
    }

    @Test
    void endsWhenThePauseHasLastedTheHangOver() {
        assertThat(steps("##########", 400)).doesNotContain(Endpointer.Step.ENDED);
        assertThat(steps(".".repeat(19), 400)).containsOnly(Endpointer.Step.OPEN);
        assertThat(steps(".", 400)).containsExactly(Endpointer.Step.ENDED);
        assertThat(endpointer.pauseMs()).isEqualTo(400);
    }

    @Test
    void tellsOfAPauseOnceAndAgainOfLateWords() {
        steps("##########", 400);
        steps(".".repeat(14), 400);
        assertThat(endpointer.paused(false)).isFalse();
        steps(".", 400);
        assertThat(endpointer.paused(false)).isTrue();
        steps(".", 400);
        assertThat(endpointer.paused(false)).isFalse();
        assertThat(endpointer.paused(true)).isTrue();
        steps("#" + ".".repeat(14), 400);
        assertThat(endpointer.paused(true)).isFalse();
        steps(".", 400);
        assertThat(endpointer.paused(false)).isTrue();
    }

    @Test
    void keepsDigitsTogetherThatArePausedSevenHundredMilliseconds() {
        String digits = "##########" + ".".repeat(35) + "##########";

        assertThat(steps(digits, Expected.Kind.DIGITS.hangOverMs())).doesNotContain(Endpointer.Step.ENDED);
        assertThat(new EndpointerTest().steps(digits, Expected.Kind.OPEN.hangOverMs()))
                .contains(Endpointer.Step.ENDED);
    }

    @Test
    void doesNotTellOfAClick() {
        steps("##", 400);
        assertThat(endpointer.heard()).isFalse();
        steps("######", 400);
        assertThat(endpointer.heard()).isTrue();
    }

    @Test
    void tellsOfWordsHoweverShort() {
        steps("-", 400);
        endpointer.wordsChanged();
        assertThat(endpointer.heard()).isTrue();
    }

    @Test
    void endsWhenTheWordsStandStillAlthoughNoiseSoundsLikeSpeech() {
        steps("#".repeat(50), 400);
        endpointer.wordsChanged();

        List<Endpointer.Step> steps = steps("#".repeat(70), 400);

        assertThat(steps.indexOf(Endpointer.Step.ENDED)).isEqualTo(69);
    }

    @Test
    void endsNoiseWithoutWordsAfterEightSeconds() {
        assertThat(steps("#".repeat(399), 400)).doesNotContain(Endpointer.Step.ENDED);
        assertThat(steps("#", 400)).containsExactly(Endpointer.Step.ENDED);
    }

    @Test
    void cutsALongTurnAtAShortPause() {
        for (int i = 0; i < 1_500; i++) {
            steps("#", 1_500);
            endpointer.wordsChanged();
        }

        assertThat(steps(".".repeat(8), 1_500)).endsWith(Endpointer.Step.ENDED);
    }

    @Property(tries = 200)
    void opensAndEndsInTurnAndNeverRunsLongerThanFortySeconds(
            @ForAll @Size(max = 4_000) List<@IntRange(min = 0, max = 2) Integer> sounds,
            @ForAll @IntRange(min = 1, max = 75) int hangOverFrames) {
        Endpointer any = new Endpointer();
        boolean open = false;
        int turnFrames = 0;
        for (int sound : sounds) {
            Endpointer.Step step =
                    any.step(sound == 0 ? NOTHING : sound == 1 ? FAINT : SPEECH, hangOverFrames * Frames.MS);
            switch (step) {
                case QUIET -> assertThat(open).isFalse();
                case OPENED -> {
                    assertThat(open).isFalse();
                    open = true;
                    turnFrames = 0;
                }
                case OPEN, ENDED -> {
                    assertThat(open).isTrue();
                    open = step == Endpointer.Step.OPEN;
                }
            }
            any.wordsChanged();
            assertThat(++turnFrames * Frames.MS).isLessThanOrEqualTo(open ? 40_000 : Integer.MAX_VALUE);
        }
    }

    /** One character per 20 ms: '.' nothing, '-' faint, '#' speech. */
    private List<Endpointer.Step> steps(String sound, int hangOverMs) {
        List<Endpointer.Step> steps = new ArrayList<>();
        for (char each : sound.toCharArray()) {
            steps.add(endpointer.step(each == '.' ? NOTHING : each == '-' ? FAINT : SPEECH, hangOverMs));
        }
        return steps;
    }
}

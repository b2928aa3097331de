package org.anteroom.agent.call;

import static org.anteroom.agent.call.WindDown.Step.END;
import static org.anteroom.agent.call.WindDown.Step.GOODBYE;
import static org.anteroom.agent.call.WindDown.Step.HAND_OVER;
import static org.anteroom.agent.call.WindDown.Step.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WindDownTest {
    private static final WindDown PLAN = new WindDown(1_000, 1_500, 2_000);

    @Test
    void aConversationMayGoOnThenIsHandedOverOnceThenSaysGoodbye() {
        assertThat(step(CallState.TALKING, false, 999)).isEqualTo(WAIT);
        assertThat(step(CallState.TALKING, false, 1_000)).isEqualTo(HAND_OVER);
        assertThat(step(CallState.TALKING, true, 1_001)).isEqualTo(GOODBYE);
        assertThat(step(CallState.TALKING, true, 2_000)).isEqualTo(END);
    }

    @Test
    void whoTalksToTheDeskOrIsSaidGoodbyeToHasUntilTheEnd() {
        for (CallState state : new CallState[] {CallState.AT_DESK, CallState.LEAVING}) {
            assertThat(step(state, true, 1_999)).isEqualTo(WAIT);
            assertThat(step(state, true, 2_000)).isEqualTo(END);
        }
    }

    @Test
    void aDeskThatRingsOnIsNotWaitedForAndTheCallerIsSaidGoodbyeTo() {
        assertThat(step(CallState.TO_DESK, true, 1_499)).isEqualTo(WAIT);
        assertThat(step(CallState.TO_DESK, true, 1_500)).isEqualTo(GOODBYE);
    }

    @ParameterizedTest
    @CsvSource({"0, 120, 150", "60, 25, 85", "0, 0, 30"})
    void theDeskMayRingItsTimeAndThenTalk(int ordinary, int rings, int goodbyeAfter) {
        WindDown plan = WindDown.of(Duration.ofSeconds(ordinary), Duration.ofSeconds(rings), 7);

        assertThat(plan.handOverNanos())
                .isEqualTo(7 + Duration.ofSeconds(ordinary).toNanos());
        assertThat(plan.goodbyeNanos() - plan.handOverNanos())
                .isEqualTo(Duration.ofSeconds(goodbyeAfter).toNanos());
        assertThat(plan.endNanos()).isGreaterThan(plan.goodbyeNanos());
    }

    @Test
    void whoIsGivenBackAfterALongEmergencyIsHandedOverAndNotHungUpOn() {
        WindDown later = PLAN.notBefore(9_000);

        assertThat(later).isEqualTo(new WindDown(9_000, 9_500, 10_000));
        assertThat(later.step(CallState.TALKING, false, false, false, 9_001)).isEqualTo(HAND_OVER);
        assertThat(PLAN.notBefore(500)).isEqualTo(PLAN);
    }

    @Test
    void whatIsNotAnsweredEndsAtOnce() {
        assertThat(step(CallState.ARRIVING, false, 0)).isEqualTo(END);
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatNeedsAHumanIsNeverEnded(CallState state) {
        assertThat(PLAN.step(state, true, false, false, Long.MAX_VALUE / 2)).isEqualTo(WAIT);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasJustHeardIsJudgedFirst(CallState state) {
        assertThat(PLAN.step(state, false, true, true, 5_000)).isEqualTo(WAIT);
    }

    private static WindDown.Step step(CallState state, boolean handedOver, long nanos) {
        return PLAN.step(state, false, false, handedOver, nanos);
    }
}

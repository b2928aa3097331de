package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who looks on from outside, as a setup does before it starts the service again, knows an emergency by its words. */
class CallStateWordsTest {

    @ParameterizedTest
    @EnumSource
    void anEmergencyAndNothingElseBeginsWithTheWord(CallState state) {
        assertThat(state.words().startsWith("emergency")).isEqualTo(state.protectedCall());
    }

    @Test
    void phonesMayStillRingForWhoeverHasHungUp() {
        assertThat(CallState.GONE.words()).isEqualTo("the caller has hung up");
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import org.anteroom.agent.call.CallState.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CallStateTest {
    @ParameterizedTest
    @EnumSource(
            value = CallState.class,
            names = {"TALKING", "TO_DESK", "AT_DESK", "LEAVING"})
    void aHumanIsFetchedInOneStepFromEveryAnsweredState(CallState state) {
        assertThat(state.after(Trigger.HUMAN_NEEDED)).contains(CallState.EMERGENCY);
    }

    @ParameterizedTest
    @EnumSource(
            value = CallState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GONE", "OVER"})
    void theCallerMayHangUpInEveryState(CallState state) {
        assertThat(state.after(Trigger.CALLER_GONE)).contains(CallState.GONE);
    }

    @Test
    void aPersonWhoLeavesGivesTheCallerBackToTheLadderAndNeverToSilence() {
        assertThat(CallState.WITH_PERSON.after(Trigger.PERSON_LEFT)).contains(CallState.EMERGENCY);
    }

    @Test
    void anEmergencyEndsOnlyByTheCallerOrWithAPerson() {
        for (Trigger trigger : EnumSet.of(Trigger.DESK_LEFT, Trigger.DESK_FAILED, Trigger.DESK_ASKED, Trigger.DONE)) {
            assertThat(CallState.EMERGENCY.after(trigger)).isEqualTo(Optional.empty());
        }
        assertThat(CallState.WITH_PERSON.after(Trigger.GOODBYE)).isEmpty();
    }

    @Test
    void everyStateButTheEndIsLeftSomehowAndNothingLeavesTheEnd() {
        for (CallState state : CallState.values()) {
            boolean leaves = EnumSet.allOf(Trigger.class).stream()
                    .anyMatch(trigger -> state.after(trigger).isPresent());
            assertThat(leaves).as(state.name()).isEqualTo(state != CallState.OVER);
        }
    }

    @Test
    void theDetectorHearsTheCallerWheneverNoHumanDoes() {
        for (CallState state : CallState.values()) {
            boolean withHuman = state == CallState.AT_DESK || state == CallState.WITH_PERSON;
            boolean there = state != CallState.ARRIVING && state != CallState.GONE && state != CallState.OVER;
            assertThat(state.listening()).as(state.name()).isEqualTo(there && !withHuman);
        }
    }
}

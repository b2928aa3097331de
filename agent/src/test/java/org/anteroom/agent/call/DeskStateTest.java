package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.anteroom.agent.call.DeskState.Act;
import org.anteroom.agent.call.DeskState.Event;
import org.junit.jupiter.api.Test;

final class DeskStateTest {
    @Test
    void ringsThenJoinsThenEndsTheCallWhenTheDeskLeaves() {
        DeskState.Step asked = DeskState.IDLE.after(Event.ASKED);
        DeskState.Step answered = asked.state().after(Event.ANSWERED);
        DeskState.Step left = answered.state().after(Event.LEFT);

        assertThat(asked.acts()).containsExactly(Act.RING);
        assertThat(answered.acts()).containsExactly(Act.JOIN);
        assertThat(left).isEqualTo(new DeskState.Step(DeskState.OVER, List.of(Act.HANG_UP, Act.END_CALL)));
    }

    @Test
    void tellsTheConversationWhenNobodyTakesTheCall() {
        for (Event event : List.of(Event.FAILED, Event.TIMED_OUT, Event.LEFT)) {
            assertThat(DeskState.RINGING.after(event).acts()).containsExactly(Act.HANG_UP, Act.REPORT_FAILED);
        }
    }

    @Test
    void isHungUpAtOnceWhenTheCallerLeavesOrAnEmergencyTakesOver() {
        assertThat(DeskState.RINGING.after(Event.STOPPED).acts()).containsExactly(Act.HANG_UP);
        assertThat(DeskState.JOINED.after(Event.STOPPED).acts()).containsExactly(Act.HANG_UP);
    }

    @Property
    void whateverHappensThePhoneIsRungOnceAndHungUpOnce(@ForAll List<Event> events) {
        DeskState state = DeskState.IDLE;
        int rung = 0;
        int hungUp = 0;
        for (Event event : events) {
            DeskState.Step step = state.after(event);
            state = step.state();
            rung += (int) step.acts().stream().filter(Act.RING::equals).count();
            hungUp += (int) step.acts().stream().filter(Act.HANG_UP::equals).count();
        }
        assertThat(rung).isLessThanOrEqualTo(1);
        assertThat(hungUp).isEqualTo(state == DeskState.OVER ? 1 : 0);
    }
}

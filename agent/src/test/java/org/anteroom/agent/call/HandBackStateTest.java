package org.anteroom.agent.call;

import static org.anteroom.agent.call.HandBackState.Act.ASK;
import static org.anteroom.agent.call.HandBackState.Act.COMFORT;
import static org.anteroom.agent.call.HandBackState.Act.RELEASE;
import static org.anteroom.agent.call.HandBackState.Act.TELL_CALLER_LEFT;
import static org.anteroom.agent.call.HandBackState.Act.TELL_PHONE_LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.anteroom.agent.call.HandBackState.Act;
import org.anteroom.agent.call.HandBackState.Event;
import org.junit.jupiter.api.Test;

/** Whatever comes in whatever order: the caller has the bridge, or the PBX has both, or whoever waits is told. */
class HandBackStateTest {

    /** The two legs and the PBX, as they really are, beside what the table makes of them. */
    private static final class World {
        private HandBackState state = HandBackState.OURS;
        private boolean asked;
        private boolean joined;
        private boolean phoneThere = true;
        private boolean callerThere = true;
        private boolean bridged = true;
        private boolean comforted;
        private boolean phoneTold;
        private boolean callerTold;
        private boolean released;

        void happens(Event event) {
            boolean possible =
                    switch (event) {
                        case PHONE_LEFT -> phoneThere;
                        case CALLER_LEFT -> callerThere;
                        case PARTED -> bridged;
                        case JOINED, NOT_JOINED -> asked;
                        case DUE, TOUCHED, LATE -> true;
                    };
            if (!possible) {
                return;
            }
            phoneThere &= event != Event.PHONE_LEFT;
            callerThere &= event != Event.CALLER_LEFT;
            joined |= event == Event.JOINED;
            bridged &= event != Event.PARTED;
            HandBackState.Step step = state.after(event);
            state = step.state();
            step.acts().forEach(this::act);
        }

        private void act(Act act) {
            switch (act) {
                case ASK -> {
                    assertThat(asked).as("asked twice").isFalse();
                    asked = true;
                }
                case COMFORT -> {
                    bridged = false;
                    comforted = true;
                }
                case TELL_PHONE_LEFT -> {
                    assertThat(phoneThere).isFalse();
                    assertThat(phoneTold).as("told twice").isFalse();
                    bridged = false;
                    phoneTold = true;
                }
                case TELL_CALLER_LEFT -> {
                    assertThat(callerThere).isFalse();
                    assertThat(callerTold).as("told twice").isFalse();
                    bridged = false;
                    callerTold = true;
                }
                case RELEASE -> {
                    assertThat(joined).as("released without the PBX's word").isTrue();
                    released = true;
                }
            }
        }

        void check(boolean partedByUs) {
            boolean provided = bridged || comforted || phoneTold || released || partedByUs;
            assertThat(!callerThere || provided)
                    .as("a caller without anybody: %s", state)
                    .isTrue();
            boolean bothThere = phoneThere && callerThere && !released && !partedByUs;
            assertThat(!bothThere || bridged)
                    .as("two people without a bridge: %s", state)
                    .isTrue();
        }
    }

    @Property(tries = 20_000)
    void thereIsNeverAMomentWithoutBridgeOrVerdict(@ForAll @Size(max = 12) List<Event> events) {
        World world = new World();
        boolean parted = false;
        for (Event event : events) {
            parted |= event == Event.PARTED && world.bridged;
            world.happens(event);
            world.check(parted);
        }
        // The clock always comes: after it nobody waits for the PBX any more.
        world.happens(Event.LATE);
        world.check(parted);
        if (!world.released) {
            assertThat(world.callerThere || world.callerTold)
                    .as("the caller's hang-up is told")
                    .isTrue();
            boolean told = world.phoneThere || world.phoneTold || world.callerTold || parted;
            assertThat(told).as("the phone's hang-up is told").isTrue();
        }
    }

    @Property
    void afterTheVerdictNothingHappens(@ForAll @Size(max = 8) List<Event> events) {
        HandBackState state = HandBackState.HANDED;
        for (Event event : events) {
            assertThat(state.after(event)).isEqualTo(new HandBackState.Step(HandBackState.HANDED, List.of()));
        }
    }

    @Test
    void theTableAsItIsDrawn() {
        assertThat(HandBackState.OURS.after(Event.DUE)).isEqualTo(step(HandBackState.ASKED, ASK));
        assertThat(HandBackState.OURS.after(Event.TOUCHED)).isEqualTo(step(HandBackState.KEPT));
        assertThat(HandBackState.KEPT.after(Event.DUE)).isEqualTo(step(HandBackState.KEPT));
        assertThat(HandBackState.ASKED.after(Event.LATE)).isEqualTo(step(HandBackState.ASKED));
        assertThat(HandBackState.ASKED.after(Event.JOINED)).isEqualTo(step(HandBackState.HANDED, RELEASE));
        assertThat(HandBackState.ASKED.after(Event.PHONE_LEFT)).isEqualTo(step(HandBackState.PHONE_GONE, COMFORT));
        assertThat(HandBackState.PHONE_GONE.after(Event.JOINED)).isEqualTo(step(HandBackState.HANDED, RELEASE));
        assertThat(HandBackState.PHONE_GONE.after(Event.LATE)).isEqualTo(step(HandBackState.KEPT, TELL_PHONE_LEFT));
        assertThat(HandBackState.CALLER_GONE.after(Event.PHONE_LEFT))
                .as("both have gone: nobody needs the PBX's word")
                .isEqualTo(step(HandBackState.KEPT, TELL_CALLER_LEFT));
        assertThat(HandBackState.KEPT.after(Event.JOINED))
                .as("somebody else may have the caller")
                .isEqualTo(step(HandBackState.KEPT));
    }

    private static HandBackState.Step step(HandBackState state, Act... acts) {
        return new HandBackState.Step(state, List.of(acts));
    }
}

package org.anteroom.agent.emergency;

import static org.anteroom.agent.emergency.Phones.group;
import static org.anteroom.agent.emergency.Phones.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.anteroom.agent.emergency.LadderAct.Bridge;
import org.anteroom.agent.emergency.LadderAct.Ring;
import org.anteroom.agent.emergency.LadderState.Phase;
import org.junit.jupiter.api.Test;

/** A phone that says it is busy just after we hung up on it may still be busy with that call: it is rung once more. */
class BusyWithOursTest {
    private static final int FIRST = 1;
    private static final int AGAIN = 2;

    private final Phones phones = new Phones(group("on call", 20, person("301")), group("backup", 20, person("401")));

    private List<LadderAct> busy(int leg, OptionalLong letGoMs) {
        return phones.on(new LadderEvent.Busy(leg, letGoMs));
    }

    @Test
    void itIsRungOnceMoreInItsGroupAndCanTakeTheCall() {
        phones.start();
        assertThat(busy(FIRST, OptionalLong.of(1_999))).isEmpty();
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
        assertThat(phones.after(0.8)).isEmpty();
        assertThat(phones.after(0.4)).containsExactly(new Ring(AGAIN, person("301")));
        assertThat(phones.bridged(AGAIN)).contains(new Bridge(AGAIN));
    }

    @Test
    void itIsBusyWhenItSaysSoAgain() {
        phones.start();
        busy(FIRST, OptionalLong.of(0));
        phones.after(1.2);
        assertThat(busy(AGAIN, OptionalLong.of(1_200))).containsExactly(new Ring(AGAIN + 1, person("401")));
    }

    @Test
    void itIsBusyWhenWeHungUpLongAgoOrNever() {
        phones.start();
        assertThat(busy(FIRST, OptionalLong.of(2_000))).containsExactly(new Ring(2, person("401")));
        assertThat(busy(2, OptionalLong.empty())).isNotEmpty();
        assertThat(phones.phase()).isEqualTo(Phase.WAITING);
    }

    @Test
    void itIsNotRungAgainOnceSomebodyElseHasTheCall() {
        Phones two = new Phones(group("on call", 20, person("301"), person("302")));
        two.start();
        two.on(new LadderEvent.Busy(FIRST, OptionalLong.of(100)));
        two.bridged(2);
        assertThat(two.after(30)).isEmpty();
        assertThat(two.callerHungUp()).hasAtLeastOneElementOfType(LadderAct.Finish.class);
    }
}

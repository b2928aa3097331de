package org.anteroom.agent.emergency;

import static org.anteroom.agent.emergency.Phones.group;
import static org.anteroom.agent.emergency.Phones.person;
import static org.anteroom.agent.emergency.Phones.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.emergency.LadderAct.Cancel;
import org.anteroom.agent.emergency.LadderAct.Drop;
import org.anteroom.agent.emergency.LadderAct.Ring;
import org.anteroom.agent.emergency.LadderState.Phase;
import org.junit.jupiter.api.Test;

/** A caller who merely asked for somebody tells of an emergency while the phones ring. */
class LadderPlanChangedTest {
    private static final Plan PEOPLE = new Plan(List.of(group("on call", 20, person("301"))), Pace.DEFAULT);
    private static final Plan ALL =
            new Plan(List.of(group("on call", 20, person("301"), service("911"))), Pace.DEFAULT);

    private LadderState state = new Ladder(PEOPLE).initial();

    private List<LadderAct> step(Plan plan, LadderEvent event, long nowMs) {
        LadderStep step = new Ladder(plan).step(state, event, nowMs);
        state = step.state();
        return step.acts();
    }

    @Test
    void aPhoneOfBothPlansRingsOnAndOnlyTheOthersAreRung() {
        step(PEOPLE, new LadderEvent.Start(Phones.ALARM), 0);

        List<LadderAct> acts = step(ALL, new LadderEvent.PlanChanged(), 1_000);

        assertThat(acts)
                .contains(new Ring(2, service("911")))
                .noneMatch(act -> act instanceof Ring ring && ring.target().equals(person("301")))
                .noneMatch(act -> act instanceof Cancel || act instanceof Drop);
        assertThat(state.phase()).isEqualTo(Phase.RINGING);
    }

    @Test
    void aPhoneOfTheOldPlanAloneRingsUntilTheGroupIsOver() {
        step(PEOPLE, new LadderEvent.Start(Phones.ALARM), 0);
        Plan other = new Plan(List.of(group("heart", 20, person("401"))), Pace.DEFAULT);

        assertThat(step(other, new LadderEvent.PlanChanged(), 1_000)).contains(new Ring(2, person("401")));
        assertThat(step(other, new LadderEvent.Tick(), 20_000)).noneMatch(Cancel.class::isInstance);
        assertThat(step(other, new LadderEvent.Tick(), 21_000)).contains(new Cancel(1), new Cancel(2));
    }

    @Test
    void betweenTwoRoundsTheNewPlanIsRungAtOnceAndOnceSomebodyHasTheCallNothingChanges() {
        step(PEOPLE, new LadderEvent.Start(Phones.ALARM), 0);
        step(PEOPLE, new LadderEvent.Failed(1, "busy"), 100);
        assertThat(state.phase()).isEqualTo(Phase.WAITING);
        assertThat(step(ALL, new LadderEvent.PlanChanged(), 200))
                .contains(new Ring(2, person("301")), new Ring(3, service("911")));

        step(ALL, new LadderEvent.Answered(3), 300);
        assertThat(state.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(step(PEOPLE, new LadderEvent.PlanChanged(), 400)).isEmpty();
    }
}

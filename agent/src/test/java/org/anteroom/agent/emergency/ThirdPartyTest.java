package org.anteroom.agent.emergency;

import static org.anteroom.agent.emergency.Phones.group;
import static org.anteroom.agent.emergency.Phones.person;
import static org.anteroom.agent.emergency.Phones.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.anteroom.agent.emergency.LadderAct.Bridge;
import org.anteroom.agent.emergency.LadderAct.Cancel;
import org.anteroom.agent.emergency.LadderAct.Drop;
import org.anteroom.agent.emergency.LadderAct.Finish;
import org.anteroom.agent.emergency.LadderAct.GiveBack;
import org.anteroom.agent.emergency.LadderAct.Join;
import org.anteroom.agent.emergency.LadderAct.Ring;
import org.anteroom.agent.emergency.LadderAct.SayToCaller;
import org.anteroom.agent.emergency.LadderAct.SayToLeg;
import org.anteroom.agent.emergency.LadderAct.Unbridge;
import org.anteroom.agent.emergency.LadderState.Phase;
import org.junit.jupiter.api.Test;

/** A service that whoever has the call adds to it: asked for by a key alone, and the caller is never without somebody by it. */
class ThirdPartyTest {
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int SERVICE = 3;
    private static final int NEXT = 4;

    private Phones phones = new Phones(
            group("on call", 20, person("301"), person("302")), group("services", 20, service("911"), service("988")));

    private List<LadderAct> keys(int leg, String keys) {
        List<LadderAct> acts = List.of();
        for (char key : keys.toCharArray()) {
            acts = phones.key(leg, key);
        }
        return acts;
    }

    private void serviceIsCalled() {
        phones.start();
        phones.bridged(FIRST);
        keys(FIRST, "*9");
    }

    private void threeTalk() {
        serviceIsCalled();
        phones.answered(SERVICE);
    }

    @Test
    void starNineCallsTheFirstServiceOfThePlanAndItTalksWithBothOnAnswer() {
        phones.start();
        phones.bridged(FIRST);
        assertThat(keys(FIRST, "*9"))
                .containsExactly(
                        new Ring(SERVICE, service("911")), new SayToLeg(FIRST, EmergencySentence.CALLING_SERVICE));
        assertThat(phones.state().third()).isTrue();
        assertThat(phones.answered(SERVICE)).containsExactly(new Join(SERVICE));
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(phones.state().winner()).contains(FIRST);
        assertThat(phones.after(120)).as("nothing is said to anybody").isEmpty();
    }

    @Test
    void aServiceIsCalledOnceHoweverOftenTheKeyIsPressed() {
        serviceIsCalled();
        assertThat(keys(FIRST, "*9")).containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLING_SERVICE));
        phones.answered(SERVICE);
        assertThat(keys(FIRST, "*9")).isEmpty();
    }

    @Test
    void oneThatIsBusyOrDoesNotAnswerIsToldToWhoeverAskedWhoMayTryTheNext() {
        serviceIsCalled();
        assertThat(phones.failed(SERVICE)).containsExactly(new SayToLeg(FIRST, EmergencySentence.SERVICE_FAILED));
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(keys(FIRST, "*9")).contains(new Ring(NEXT, service("988")));
        phones.failed(NEXT);
        assertThat(keys(FIRST, "*9")).contains(new Ring(NEXT + 1, service("911")));
    }

    @Test
    void oneThatRingsForLongRingsOnWhileTheTwoTalk() {
        serviceIsCalled();
        assertThat(phones.after(170)).isEmpty();
        assertThat(phones.answered(SERVICE)).containsExactly(new Join(SERVICE));
    }

    @Test
    void withoutAServiceInThePlanThePersonIsToldSo() {
        phones = new Phones(group("on call", 20, person("301")));
        phones.start();
        phones.bridged(FIRST);
        assertThat(keys(FIRST, "*9")).containsExactly(new SayToLeg(FIRST, EmergencySentence.NO_SERVICE));
    }

    @Test
    void whoLeavesLeavesTheCallerToTheService() {
        threeTalk();
        assertThat(phones.hungUp(FIRST)).containsExactly(new Unbridge(FIRST));
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(phones.state().winner()).contains(SERVICE);
        assertThat(phones.after(60)).isEmpty();
        assertThat(phones.key(SERVICE, '*')).as("a service's menus").isEmpty();
        assertThat(phones.after(5)).isEmpty();
        assertThat(phones.callerHungUp()).contains(new Unbridge(SERVICE), new Drop(SERVICE));
        assertThat(phones.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void aServiceThatLeavesLeavesTheTwoToTalk() {
        threeTalk();
        assertThat(phones.hungUp(SERVICE)).containsExactly(new Unbridge(SERVICE));
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(phones.state().winner()).contains(FIRST);
        assertThat(keys(FIRST, "*9")).contains(new Ring(NEXT, service("911")));
    }

    @Test
    void whenBothLeaveThePhonesRingAgain() {
        threeTalk();
        phones.hungUp(FIRST);
        assertThat(phones.hungUp(SERVICE))
                .containsExactly(new Unbridge(SERVICE), new SayToCaller(EmergencySentence.CONNECTING));
        assertThat(phones.after(3.2)).contains(new Ring(NEXT, person("301")));
    }

    @Test
    void aCallerWhoHangsUpLeavesTheTwoToEachOtherUntilOneOfThemHangsUp() {
        threeTalk();
        assertThat(phones.callerHungUp()).containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLER_LEFT));
        assertThat(phones.phase()).isEqualTo(Phase.FINISHED);
        assertThat(phones.after(40)).noneMatch(Finish.class::isInstance);
        phones.key(FIRST, '*');
        assertThat(phones.after(2.2)).containsExactly(new SayToLeg(FIRST, EmergencySentence.DISCLOSURE));
        assertThat(keys(FIRST, "*9")).isEmpty();
        assertThat(phones.hungUp(SERVICE))
                .startsWith(new Unbridge(SERVICE), new Unbridge(FIRST))
                .filteredOn(Finish.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aCallerWhoHangsUpWhileItRingsLeavesThePersonToWaitForIt() {
        serviceIsCalled();
        phones.after(30);
        assertThat(phones.callerHungUp()).containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLER_LEFT));
        assertThat(phones.answered(SERVICE)).containsExactly(new Join(SERVICE));
        assertThat(phones.hungUp(FIRST)).startsWith(new Unbridge(FIRST), new Unbridge(SERVICE));
    }

    @Test
    void thePersonWhoWaitsForItWithoutTheCallerIsToldThatItFailedAndIsLetGo() {
        serviceIsCalled();
        phones.callerHungUp();
        assertThat(phones.failed(SERVICE)).containsExactly(new SayToLeg(FIRST, EmergencySentence.SERVICE_FAILED));
        assertThat(phones.spoken(FIRST))
                .startsWith(new Drop(FIRST))
                .filteredOn(Finish.class::isInstance)
                .hasSize(1);
    }

    @Test
    void whoNoLongerWaitsForItStopsItsRinging() {
        serviceIsCalled();
        phones.callerHungUp();
        assertThat(phones.hungUp(FIRST)).startsWith(new Unbridge(FIRST), new Cancel(SERVICE));
        assertThat(phones.answered(SERVICE)).contains(new Drop(SERVICE));
    }

    @Test
    void itIsWaitedForWhenThePersonLeavesAndHasTheCallerWhenItAnswers() {
        serviceIsCalled();
        phones.after(15);
        assertThat(phones.hungUp(FIRST))
                .containsExactly(new Unbridge(FIRST), new SayToCaller(EmergencySentence.CONNECTING));
        assertThat(phones.after(3.2))
                .contains(new Ring(NEXT, person("301")))
                .noneMatch(act -> act instanceof Ring ring && ring.target().kind() == TargetKind.SERVICE);
        assertThat(phones.answered(SERVICE)).contains(new Bridge(SERVICE), new Cancel(NEXT));
    }

    @Test
    void whoHasTakenTheCallMeanwhileComesToTheCallerAndTheService() {
        serviceIsCalled();
        phones.hungUp(FIRST);
        phones.after(3.2);
        phones.accepted(NEXT);
        assertThat(phones.answered(SERVICE)).containsExactly(new Bridge(SERVICE));
        assertThat(phones.spoken(NEXT)).startsWith(new Bridge(NEXT)).doesNotContain(new Unbridge(SERVICE));
        assertThat(phones.state().winner()).contains(NEXT);
        assertThat(phones.state().third()).isTrue();
    }

    @Test
    void starTwoBringsAnotherPersonAndTheServiceStays() {
        threeTalk();
        assertThat(keys(FIRST, "*2")).contains(new Ring(NEXT, person("302")));
        assertThat(phones.bridged(NEXT)).startsWith(new Unbridge(FIRST), new Bridge(NEXT));
        assertThat(phones.state().winner()).contains(NEXT);
        assertThat(phones.hungUp(NEXT)).containsExactly(new Unbridge(NEXT));
        assertThat(phones.state().winner()).contains(SERVICE);
    }

    @Test
    void aPersonWhoWasAskedForComesToTheServiceWhenTheFirstHasLeft() {
        threeTalk();
        keys(FIRST, "*2");
        assertThat(phones.hungUp(FIRST)).containsExactly(new Unbridge(FIRST));
        assertThat(phones.phase()).isEqualTo(Phase.PASSING);
        assertThat(phones.bridged(NEXT)).startsWith(new Bridge(NEXT)).doesNotContain(new Unbridge(SERVICE));
        assertThat(phones.state().third()).isTrue();
    }

    @Test
    void nothingIsSaidToAServiceWhenNobodyElseComes() {
        threeTalk();
        keys(FIRST, "*2");
        phones.hungUp(FIRST);
        assertThat(phones.failed(NEXT)).isEmpty();
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
    }

    @Test
    void starThreeLeavesTheCallerToAServiceThatTalks() {
        threeTalk();
        assertThat(keys(FIRST, "*3")).containsExactly(new Unbridge(FIRST));
        assertThat(phones.state().winner()).contains(SERVICE);
    }

    @Test
    void starThreeBeforeItAnswersGivesTheCallerBackAndCallsItNoMore() {
        serviceIsCalled();
        assertThat(keys(FIRST, "*3")).contains(new GiveBack(), new Cancel(SERVICE));
        assertThat(phones.answered(SERVICE)).contains(new Drop(SERVICE));
    }

    @Test
    void whoWasMerelyAskedForMayAddAServiceThatIsNeverRungByItself() {
        Plan plan = new Plan(
                        List.of(group("on call", 20, person("301")), group("services", 20, service("911"))),
                        Pace.DEFAULT)
                .people();
        assertThat(plan.groups()).hasSize(1);
        assertThat(plan.services()).containsExactly(service("911"));
        assertThat(plan.people()).isEqualTo(plan);
    }

    @Test
    void oneThatIsStillCalledIsGivenUpWhenAnotherHasTheCaller() {
        phones = new Phones(group("on call", 20, person("301"), service("988")), group("services", 20, service("911")));
        phones.start();
        phones.bridged(FIRST);
        phones.after(33);
        assertThat(keys(FIRST, "*9")).contains(new Ring(SERVICE, service("988")));
        phones.failed(SERVICE);
        assertThat(keys(FIRST, "*9")).contains(new Ring(NEXT, service("911")));
        phones.hungUp(FIRST);
        assertThat(phones.after(3.2)).contains(new Ring(NEXT + 2, service("988")));
        assertThat(phones.answered(NEXT + 2)).contains(new Bridge(NEXT + 2), new Cancel(NEXT));
        assertThat(phones.answered(NEXT)).containsExactly(new Drop(NEXT));
        assertThat(phones.callerHungUp()).hasAtLeastOneElementOfType(Finish.class);
    }

    @Test
    void aCallerWhoHangsUpWhileAnotherIsSoughtLeavesTheTwoToTalkAndTheOthersRing() {
        threeTalk();
        keys(FIRST, "*2");
        assertThat(phones.callerHungUp()).containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLER_LEFT));
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
        assertThat(phones.answered(NEXT)).containsExactly(new SayToLeg(NEXT, EmergencySentence.CALLER_HUNG_UP));
        assertThat(phones.key(NEXT, '1')).containsExactly(new SayToLeg(NEXT, EmergencySentence.CALLER_NUMBER));
        assertThat(phones.spoken(NEXT)).contains(new Drop(NEXT)).noneMatch(Finish.class::isInstance);
        assertThat(phones.hungUp(FIRST))
                .startsWith(new Unbridge(FIRST), new Unbridge(SERVICE))
                .hasAtLeastOneElementOfType(Finish.class);
    }

    @Test
    void whoHasTakenTheCallOfOneWhoStaysHearsTheNumber() {
        serviceIsCalled();
        keys(FIRST, "*2");
        phones.accepted(NEXT);
        assertThat(phones.callerHungUp())
                .containsExactly(
                        new SayToLeg(FIRST, EmergencySentence.CALLER_LEFT),
                        new SayToLeg(NEXT, EmergencySentence.CALLER_NUMBER));
        assertThat(phones.phase()).isEqualTo(Phase.DISCLOSING);
        assertThat(phones.answered(SERVICE)).containsExactly(new Join(SERVICE));
    }

    @Test
    void whoStaysAndIsHeardNoMoreKeepsTheServiceWhileTheOthersRing() {
        threeTalk();
        phones.callerHungUp();
        assertThat(phones.state().watched()).contains(FIRST);
        assertThat(phones.on(new LadderEvent.Unheard(FIRST)))
                .hasAtLeastOneElementOfType(LadderAct.RaiseAlarm.class)
                .contains(new Ring(NEXT, person("302")))
                .noneMatch(Unbridge.class::isInstance);
        assertThat(phones.answered(NEXT)).containsExactly(new SayToLeg(NEXT, EmergencySentence.CALLER_HUNG_UP));
        assertThat(phones.on(new LadderEvent.Heard(FIRST)))
                .containsExactly(new SayToLeg(NEXT, EmergencySentence.ALREADY_TAKEN));
        assertThat(phones.hungUp(FIRST)).startsWith(new Unbridge(FIRST), new Unbridge(SERVICE));
    }

    @Test
    void aDeadPhoneThatStaysWithAServiceStopsNobody() {
        threeTalk();
        phones.on(new LadderEvent.Unheard(FIRST));
        assertThat(phones.callerHungUp()).containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLER_LEFT));
        phones.answered(NEXT);
        assertThat(phones.key(NEXT, '1')).containsExactly(new SayToLeg(NEXT, EmergencySentence.CALLER_NUMBER));
    }

    /** A service of the first group, given up because a person took the call, is wanted before the cancel is confirmed. */
    private void givenUpAndWanted() {
        phones = new Phones(group("on call", 20, person("301"), service("911")));
        phones.start();
        assertThat(phones.bridged(FIRST)).contains(new Cancel(SECOND));
        assertThat(keys(FIRST, "*9")).containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLING_SERVICE));
    }

    @Test
    void oneThatIsBeingCancelledIsNotCalledASecondTimeAndItsCrossingAnswerIsWelcome() {
        givenUpAndWanted();
        assertThat(phones.state().third()).isTrue();
        assertThat(phones.answered(SECOND)).containsExactly(new Join(SECOND));
    }

    @Test
    void oneWhoseCancelIsConfirmedIsCalledAgainAndOnceMoreWhereItIsStillBusyWithUs() {
        givenUpAndWanted();
        assertThat(phones.failed(SECOND)).containsExactly(new Ring(SERVICE, service("911")));
        assertThat(phones.on(new LadderEvent.Busy(SERVICE, OptionalLong.of(900))))
                .isEmpty();
        assertThat(keys(FIRST, "*9")).containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLING_SERVICE));
        assertThat(phones.after(1.2)).containsExactly(new Ring(NEXT, service("911")));
        assertThat(phones.on(new LadderEvent.Busy(NEXT, OptionalLong.of(1_900))))
                .containsExactly(new SayToLeg(FIRST, EmergencySentence.SERVICE_FAILED));
    }

    @Test
    void oneWhoseCancelIsNeverConfirmedIsCalledAgainAfterItsTime() {
        givenUpAndWanted();
        assertThat(phones.after(31)).isEmpty();
        assertThat(phones.after(1.2)).containsExactly(new Ring(SERVICE, service("911")));
    }

    @Test
    void oneThatNobodyWantsAnyMoreIsDroppedWhenItsAnswerCrosses() {
        givenUpAndWanted();
        assertThat(keys(FIRST, "*3")).contains(new GiveBack()).doesNotContain(new Cancel(SECOND));
        assertThat(phones.answered(SECOND)).contains(new Drop(SECOND));
    }

    @Test
    void oneThatWaitsToBeCalledAgainIsForgottenWithWhoeverAsked() {
        serviceIsCalled();
        phones.on(new LadderEvent.Busy(SERVICE, OptionalLong.of(100)));
        assertThat(keys(FIRST, "*3")).contains(new GiveBack());
        assertThat(phones.after(5)).isEmpty();
    }

    @Test
    void onlyWhoeverHasTheCallAddsAService() {
        phones.start();
        phones.accepted(SECOND);
        phones.answered(FIRST);
        assertThat(keys(FIRST, "*9")).isEmpty();
        assertThat(phones.key(SECOND, '*')).contains(new Bridge(SECOND));
        assertThat(phones.key(SECOND, '9')).isEmpty();
    }
}

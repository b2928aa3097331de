package org.anteroom.agent.emergency;

import static org.anteroom.agent.emergency.Phones.group;
import static org.anteroom.agent.emergency.Phones.person;
import static org.anteroom.agent.emergency.Phones.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.anteroom.agent.emergency.LadderAct.Bridge;
import org.anteroom.agent.emergency.LadderAct.Cancel;
import org.anteroom.agent.emergency.LadderAct.Drop;
import org.anteroom.agent.emergency.LadderAct.Finish;
import org.anteroom.agent.emergency.LadderAct.RaiseAlarm;
import org.anteroom.agent.emergency.LadderAct.Ring;
import org.anteroom.agent.emergency.LadderAct.SayToCaller;
import org.anteroom.agent.emergency.LadderAct.SayToLeg;
import org.anteroom.agent.emergency.LadderAct.Unbridge;
import org.anteroom.agent.emergency.LadderState.Phase;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int BACKUP = 3;

    private final Phones phones =
            new Phones(group("on call", 20, person("301"), person("302")), group("backup", 30, person("401")));

    @Test
    void theCallerHearsTheConnectingSentenceAndAllOfTheFirstGroupRingsAtOnce() {
        assertThat(phones.start())
                .containsExactly(
                        new SayToCaller(EmergencySentence.CONNECTING),
                        new Ring(FIRST, person("301")),
                        new Ring(SECOND, person("302")));
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
    }

    @Test
    void aSecondAlarmOfTheSameCallChangesNothing() {
        phones.start();
        assertThat(phones.start()).isEmpty();
    }

    @Test
    void theCallerHearsTheSentenceAgainEveryTenSeconds() {
        phones.start();
        assertThat(phones.after(9.8)).isEmpty();
        assertThat(phones.after(0.4)).containsExactly(new SayToCaller(EmergencySentence.CONNECTING));
        assertThat(phones.after(9.6)).doesNotContain(new SayToCaller(EmergencySentence.CONNECTING));
    }

    @Test
    void anAnswerHearsPressOneAgainAndAgainAndNothingElse() {
        phones.start();
        assertThat(phones.answered(FIRST)).containsExactly(new SayToLeg(FIRST, EmergencySentence.PRESS_ONE));
        assertThat(phones.spoken(FIRST)).containsExactly(new SayToLeg(FIRST, EmergencySentence.PRESS_ONE));
    }

    @Test
    void keyOneThenTheDisclosureThenTheBridge() {
        phones.start();
        assertThat(phones.accepted(FIRST)).containsExactly(new SayToLeg(FIRST, EmergencySentence.DISCLOSURE));
        assertThat(phones.phase()).isEqualTo(Phase.DISCLOSING);
        assertThat(phones.spoken(FIRST)).containsExactly(new Bridge(FIRST), new Cancel(SECOND));
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(phones.state().winner()).contains(FIRST);
    }

    @Test
    void anyKeySkipsTheDisclosure() {
        phones.start();
        phones.accepted(FIRST);
        assertThat(phones.key(FIRST, '5')).contains(new Bridge(FIRST));
    }

    @Test
    void theBridgeComesEvenIfNobodyTellsThatTheDisclosureEnded() {
        phones.start();
        phones.accepted(FIRST);
        assertThat(phones.after(6.2)).contains(new Bridge(FIRST));
    }

    @Test
    void otherKeysDoNotAccept() {
        phones.start();
        phones.answered(FIRST);
        for (char key : "023456789*#ABCD".toCharArray()) {
            assertThat(phones.key(FIRST, key)).isEmpty();
        }
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
    }

    @Test
    void keyOneBeforeTheAnswerDoesNotAccept() {
        phones.start();
        assertThat(phones.key(FIRST, '1')).isEmpty();
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
    }

    @Test
    void withoutKeyOneTheLegIsDroppedAfterTwelveSecondsAndTheOthersRingOn() {
        phones.start();
        phones.after(2);
        phones.answered(FIRST);
        assertThat(phones.after(11.8)).doesNotContain(new Drop(FIRST));
        assertThat(phones.after(0.4)).contains(new Drop(FIRST)).doesNotContain(new Cancel(SECOND));
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
    }

    @Test
    void theNextGroupIsCalledWhenAllOfTheFirstFailed() {
        phones.start();
        assertThat(phones.failed(FIRST)).isEmpty();
        assertThat(phones.failed(SECOND)).containsExactly(new Ring(BACKUP, person("401")));
    }

    @Test
    void theNextGroupIsCalledWhenTheRingTimeIsOver() {
        phones.start();
        assertThat(phones.after(20.2)).contains(new Cancel(FIRST), new Cancel(SECOND), new Ring(BACKUP, person("401")));
    }

    @Test
    void aPhoneThatHearsTheAnnouncementKeepsItsTimeWhenTheNextGroupRings() {
        phones.start();
        phones.after(15);
        phones.answered(FIRST);
        assertThat(phones.after(5.2)).contains(new Ring(BACKUP, person("401"))).doesNotContain(new Drop(FIRST));
        assertThat(phones.key(FIRST, '1')).contains(new SayToLeg(FIRST, EmergencySentence.DISCLOSURE));
        assertThat(phones.spoken(FIRST)).contains(new Bridge(FIRST), new Cancel(BACKUP));
    }

    @Test
    void ofTwoWhoPressOneTheSecondHearsThatItIsTaken() {
        phones.start();
        phones.answered(FIRST);
        phones.accepted(SECOND);
        assertThat(phones.key(FIRST, '1')).containsExactly(new SayToLeg(FIRST, EmergencySentence.ALREADY_TAKEN));
        assertThat(phones.spoken(FIRST)).containsExactly(new Drop(FIRST));
        assertThat(phones.spoken(SECOND)).contains(new Bridge(SECOND));
    }

    @Test
    void whoeverStillListensWhenTheBridgeStandsHearsThatItIsTaken() {
        phones.start();
        phones.answered(FIRST);
        phones.answered(SECOND);
        phones.key(FIRST, '1');
        assertThat(phones.spoken(FIRST))
                .containsExactly(new Bridge(FIRST), new SayToLeg(SECOND, EmergencySentence.ALREADY_TAKEN));
        assertThat(phones.after(5.2)).contains(new Drop(SECOND));
    }

    @Test
    void aLegLostAfterAcceptingLeavesTheOthersRinging() {
        phones.start();
        phones.accepted(FIRST);
        assertThat(phones.hungUp(FIRST)).isEmpty();
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
        phones.accepted(SECOND);
        assertThat(phones.spoken(SECOND)).contains(new Bridge(SECOND));
    }

    @Test
    void aLegLostAfterAcceptingWithNobodyElseLeftLeadsToTheNextGroup() {
        phones.start();
        phones.failed(SECOND);
        phones.accepted(FIRST);
        assertThat(phones.hungUp(FIRST)).containsExactly(new Ring(BACKUP, person("401")));
    }

    @Test
    void whenAllFailedTheCallerIsToldTheOperatorIsWarnedAndThePlanIsTriedAgain() {
        phones.start();
        phones.failed(FIRST);
        phones.failed(SECOND);
        List<LadderAct> acts = phones.failed(BACKUP);
        assertThat(acts)
                .contains(new SayToCaller(EmergencySentence.ALL_FAILED))
                .hasAtLeastOneElementOfType(RaiseAlarm.class);
        assertThat(phones.phase()).isEqualTo(Phase.WAITING);
        assertThat(phones.after(10.2)).containsExactly(new SayToCaller(EmergencySentence.ALL_FAILED));
        assertThat(phones.after(10.2)).contains(new Ring(4, person("301")), new Ring(5, person("302")));
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
    }

    @Test
    void aCallerWhoHangsUpStopsNothingAndTheSentenceChanges() {
        phones.start();
        phones.answered(FIRST);
        assertThat(phones.callerHungUp()).containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLER_HUNG_UP));
        assertThat(phones.answered(SECOND)).containsExactly(new SayToLeg(SECOND, EmergencySentence.CALLER_HUNG_UP));
        assertThat(phones.key(FIRST, '1')).containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLER_NUMBER));
        assertThat(phones.spoken(FIRST))
                .containsExactly(new Drop(FIRST), new SayToLeg(SECOND, EmergencySentence.ALREADY_TAKEN));
        assertThat(phones.spoken(SECOND)).contains(new Drop(SECOND)).hasAtLeastOneElementOfType(Finish.class);
    }

    @Test
    void aCallerWhoHangsUpDuringTheDisclosureTurnsItIntoTheNumber() {
        phones.start();
        phones.accepted(FIRST);
        assertThat(phones.callerHungUp()).containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLER_NUMBER));
    }

    @Test
    void withTheCallerGoneAndNobodyTakingItTheOperatorIsWarnedAtTheEnd() {
        phones.start();
        phones.callerHungUp();
        List<LadderAct> acts = phones.after(300);
        assertThat(acts.stream().filter(RaiseAlarm.class::isInstance)).hasSize(3);
        assertThat(acts.stream().filter(Ring.class::isInstance)).hasSizeGreaterThan(4);
        assertThat(acts.stream().filter(SayToCaller.class::isInstance)).isEmpty();
        assertThat(phones.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void aCallerWhoHangsUpInTheBridgeEndsIt() {
        phones.start();
        phones.bridged(FIRST);
        assertThat(phones.callerHungUp()).contains(new Unbridge(FIRST), new Drop(FIRST));
        assertThat(phones.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void aCallerWhoIsLeftInTheBridgeIsNotDroppedButConnectedAgain() {
        phones.start();
        phones.bridged(FIRST);
        assertThat(phones.hungUp(FIRST))
                .containsExactly(new Unbridge(FIRST), new SayToCaller(EmergencySentence.CONNECTING));
        assertThat(phones.after(3.2)).hasAtLeastOneElementOfType(Ring.class);
    }

    @Test
    void aCallerWhoTalkedAndThenHangsUpWakesNobodyElse() {
        phones.start();
        phones.bridged(FIRST);
        phones.after(60);
        phones.hungUp(FIRST);
        phones.callerHungUp();
        assertThat(phones.phase()).isEqualTo(Phase.FINISHED);
        assertThat(phones.after(60).stream().filter(Ring.class::isInstance)).isEmpty();
    }

    @Test
    void whoeverHasJustTakenTheCallAgainHearsTheNumberWhenTheCallerHangsUp() {
        phones.start();
        phones.bridged(FIRST);
        phones.after(60);
        phones.hungUp(FIRST);
        phones.after(3.2);
        int again = BACKUP;
        phones.accepted(again);
        assertThat(phones.callerHungUp()).containsExactly(new SayToLeg(again, EmergencySentence.CALLER_NUMBER));
    }

    @Test
    void anAnswerThatCrossesOurCancelMayStillTakeTheCall() {
        phones.start();
        phones.after(20.2);
        assertThat(phones.answered(FIRST)).containsExactly(new SayToLeg(FIRST, EmergencySentence.PRESS_ONE));
        phones.key(FIRST, '1');
        assertThat(phones.spoken(FIRST)).contains(new Bridge(FIRST));
    }

    @Test
    void anAnswerThatCrossesOurCancelAfterTheBridgeHearsThatItIsTaken() {
        phones.start();
        phones.bridged(FIRST);
        assertThat(phones.answered(SECOND)).containsExactly(new SayToLeg(SECOND, EmergencySentence.ALREADY_TAKEN));
    }

    @Test
    void aServiceIsBridgedOnAnswerAndHearsNothingOfOurs() {
        Phones with = new Phones(group("all", 20, person("301"), service("911")));
        with.start();
        assertThat(with.answered(SECOND)).containsExactly(new Bridge(SECOND), new Cancel(FIRST));
        assertThat(with.all().stream().filter(SayToLeg.class::isInstance)).isEmpty();
    }

    @Test
    void aServiceThatAnswersAfterAPersonTookTheCallIsDropped() {
        Phones with = new Phones(group("all", 20, person("301"), service("911")));
        with.start();
        with.accepted(FIRST);
        assertThat(with.answered(SECOND)).containsExactly(new Drop(SECOND));
    }

    @Test
    void aServiceIsNotCalledForACallerWhoHasGone() {
        Phones with = new Phones(group("people", 20, person("301")), group("service", 20, service("911")));
        with.start();
        with.callerHungUp();
        with.failed(FIRST);
        assertThat(with.all())
                .noneMatch(act ->
                        act instanceof Ring ring && ring.target().number().equals("911"));
    }

    @Test
    void aPlanWithoutAPersonIsRefused() {
        assertThatThrownBy(() -> new Phones(group("service", 20, service("911"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no person");
    }

    @Test
    void eventsOfLegsNobodyKnowsChangeNothing() {
        phones.start();
        assertThat(phones.key(77, '1')).isEmpty();
        assertThat(phones.answered(0)).isEmpty();
        assertThat(phones.failed(-1)).isEmpty();
    }
}

package org.anteroom.agent.emergency;

import static org.anteroom.agent.emergency.Phones.group;
import static org.anteroom.agent.emergency.Phones.person;
import static org.anteroom.agent.emergency.Phones.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.emergency.LadderAct.Bridge;
import org.anteroom.agent.emergency.LadderAct.Cancel;
import org.anteroom.agent.emergency.LadderAct.Finish;
import org.anteroom.agent.emergency.LadderAct.GiveBack;
import org.anteroom.agent.emergency.LadderAct.MarkFalseAlarm;
import org.anteroom.agent.emergency.LadderAct.Ring;
import org.anteroom.agent.emergency.LadderAct.SayToCaller;
import org.anteroom.agent.emergency.LadderAct.SayToLeg;
import org.anteroom.agent.emergency.LadderAct.Unbridge;
import org.anteroom.agent.emergency.LadderState.Phase;
import org.junit.jupiter.api.Test;

/** What whoever has the call can do with the keys of the phone; the caller is never without a human, or somebody who rings, by it. */
class BridgeKeysTest {
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int AGAIN = 4;
    private static final int BACKUP = 5;

    private final Phones phones = new Phones(
            group("on call", 20, person("301"), person("302"), service("911")), group("backup", 30, person("401")));

    private List<LadderAct> keys(int leg, String keys) {
        List<LadderAct> acts = List.of();
        for (char key : keys.toCharArray()) {
            acts = phones.key(leg, key);
        }
        return acts;
    }

    private void firstHasTheCall() {
        phones.start();
        phones.bridged(FIRST);
    }

    @Test
    void starTwoRingsTheOthersAndTheCallerStaysUntilOneOfThemHasTheCall() {
        firstHasTheCall();
        assertThat(keys(FIRST, "*2"))
                .containsExactly(new SayToLeg(FIRST, EmergencySentence.CALLING_NEXT), new Ring(AGAIN, person("302")));
        assertThat(phones.phase()).isEqualTo(Phase.PASSING);
        assertThat(phones.failed(AGAIN)).containsExactly(new Ring(BACKUP, person("401")));
        assertThat(phones.accepted(BACKUP)).containsExactly(new SayToLeg(BACKUP, EmergencySentence.DISCLOSURE));
        assertThat(phones.state().winner()).contains(FIRST);
        assertThat(phones.spoken(BACKUP)).containsExactly(new Unbridge(FIRST), new Bridge(BACKUP));
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(phones.all()).filteredOn(SayToCaller.class::isInstance).hasSize(1);
    }

    @Test
    void whoPassedTheCallOnKeepsItWhenNobodyElseTakesIt() {
        firstHasTheCall();
        keys(FIRST, "*2");
        phones.failed(AGAIN);
        assertThat(phones.failed(BACKUP)).containsExactly(new SayToLeg(FIRST, EmergencySentence.NOBODY_ELSE));
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(keys(FIRST, "*2")).contains(new SayToLeg(FIRST, EmergencySentence.CALLING_NEXT));
    }

    @Test
    void whoLeavesWhileTheOthersRingLeavesTheCallerToThem() {
        firstHasTheCall();
        keys(FIRST, "*2");
        assertThat(phones.hungUp(FIRST))
                .containsExactly(new Unbridge(FIRST), new SayToCaller(EmergencySentence.CONNECTING));
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
        assertThat(phones.bridged(AGAIN)).contains(new Bridge(AGAIN));
    }

    @Test
    void whoLeavesWhileTheNextHearsWhatItIsAboutLeavesTheCallerToThatOne() {
        firstHasTheCall();
        keys(FIRST, "*2");
        phones.accepted(AGAIN);
        phones.hungUp(FIRST);
        assertThat(phones.phase()).isEqualTo(Phase.DISCLOSING);
        assertThat(phones.spoken(AGAIN)).contains(new Bridge(AGAIN));
    }

    @Test
    void aCallerWhoIsLostMeanwhileIsForThoseWhoWereAskedFor() {
        firstHasTheCall();
        keys(FIRST, "*2");
        phones.accepted(AGAIN);
        assertThat(phones.callerHungUp())
                .containsExactly(new Unbridge(FIRST), new SayToLeg(AGAIN, EmergencySentence.CALLER_NUMBER));
        assertThat(phones.spoken(AGAIN)).filteredOn(Finish.class::isInstance).hasSize(1);
    }

    @Test
    void aCallerWhoIsLostWhileTheyRingIsToldToWhoeverAnswers() {
        firstHasTheCall();
        phones.after(15);
        keys(FIRST, "*2");
        phones.callerHungUp();
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
        assertThat(phones.answered(AGAIN)).containsExactly(new SayToLeg(AGAIN, EmergencySentence.CALLER_HUNG_UP));
    }

    @Test
    void starThreeAfterTheNextHasTakenItLeavesTheCallerToThatOne() {
        firstHasTheCall();
        keys(FIRST, "*2");
        phones.accepted(AGAIN);
        assertThat(keys(FIRST, "*3")).doesNotContain(new GiveBack());
        assertThat(phones.spoken(AGAIN)).contains(new Bridge(AGAIN));
    }

    @Test
    void whoAsksForAnotherHasNotHelpedHoweverLongTheyTalked() {
        firstHasTheCall();
        phones.after(15);
        keys(FIRST, "*2");
        phones.hungUp(FIRST);
        assertThat(phones.state().helped()).isFalse();
        phones.callerHungUp();
        assertThat(phones.phase()).isEqualTo(Phase.RINGING);
    }

    @Test
    void starThreeGivesTheCallerBackToTheConversation() {
        firstHasTheCall();
        assertThat(keys(FIRST, "*3"))
                .startsWith(new Unbridge(FIRST))
                .contains(new GiveBack())
                .filteredOn(Finish.class::isInstance)
                .hasSize(1);
        assertThat(phones.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void starThreeWhileTheOthersRingLetsThemGo() {
        firstHasTheCall();
        keys(FIRST, "*2");
        assertThat(keys(FIRST, "*3")).contains(new GiveBack(), new Cancel(AGAIN));
    }

    @Test
    void starSevenMarksAFalseAlarmAndLeavesTheCall() {
        firstHasTheCall();
        assertThat(keys(FIRST, "*7"))
                .containsExactly(new MarkFalseAlarm(FIRST), new SayToLeg(FIRST, EmergencySentence.NOTED));
        assertThat(keys(FIRST, "*7")).containsExactly(new SayToLeg(FIRST, EmergencySentence.NOTED));
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
    }

    @Test
    void theStarAloneSaysCategoryAndNumberAgain() {
        firstHasTheCall();
        phones.key(FIRST, '*');
        assertThat(phones.after(1.8)).isEmpty();
        assertThat(phones.after(0.4)).containsExactly(new SayToLeg(FIRST, EmergencySentence.DISCLOSURE));
        assertThat(phones.after(10)).isEmpty();
    }

    @Test
    void aDigitLongAfterTheStarOrOfAnotherPhoneOrWithoutItMeansNothing() {
        firstHasTheCall();
        phones.key(FIRST, '*');
        phones.after(2.2);
        assertThat(phones.key(FIRST, '3')).isEmpty();
        phones.key(FIRST, '*');
        assertThat(phones.key(SECOND, '3')).isEmpty();
        assertThat(keys(FIRST, "123457890#")).isEmpty();
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
    }

    @Test
    void aPhoneOfWhichNothingIsHeardKeepsTheCallerUntilAnotherTakesThem() {
        firstHasTheCall();
        assertThat(phones.on(new LadderEvent.Unheard(FIRST)))
                .hasAtLeastOneElementOfType(LadderAct.RaiseAlarm.class)
                .contains(new SayToLeg(FIRST, EmergencySentence.CALLING_NEXT), new Ring(AGAIN, person("302")));
        assertThat(phones.phase()).isEqualTo(Phase.PASSING);
        assertThat(phones.on(new LadderEvent.Unheard(FIRST))).isEmpty();
        phones.failed(AGAIN);
        phones.failed(BACKUP);
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(phones.all()).doesNotContain(new Unbridge(FIRST));
    }

    private void unheard() {
        firstHasTheCall();
        phones.on(new LadderEvent.Unheard(FIRST));
    }

    @Test
    void onceItIsHeardAgainNobodyTakesItsPlace() {
        unheard();
        phones.accepted(AGAIN);
        assertThat(phones.on(new LadderEvent.Heard(FIRST)))
                .containsExactly(new SayToLeg(AGAIN, EmergencySentence.ALREADY_TAKEN));
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(phones.spoken(AGAIN)).containsExactly(new LadderAct.Drop(AGAIN));
        assertThat(phones.after(40)).isEmpty();
        assertThat(phones.all()).doesNotContain(new Unbridge(FIRST));
        assertThat(phones.callerHungUp()).hasAtLeastOneElementOfType(Finish.class);
    }

    @Test
    void aKeyOfItIsAsGoodAsItsSoundAndMeansWhatItMeans() {
        unheard();
        assertThat(phones.key(FIRST, '*')).containsExactly(new Cancel(AGAIN));
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
        assertThat(phones.key(FIRST, '2')).contains(new SayToLeg(FIRST, EmergencySentence.CALLING_NEXT));
        assertThat(phones.phase()).isEqualTo(Phase.PASSING);
    }

    @Test
    void whoAskedForAnotherIsRelievedHoweverWellTheyAreHeard() {
        firstHasTheCall();
        keys(FIRST, "*2");
        assertThat(phones.on(new LadderEvent.Heard(FIRST))).isEmpty();
        assertThat(phones.state().watched()).isEmpty();
        phones.key(FIRST, '5');
        assertThat(phones.bridged(AGAIN)).contains(new Unbridge(FIRST), new Bridge(AGAIN));
    }

    @Test
    void itIsWatchedWhileTheOthersRingForItAndTheNextIsNotTakenForIt() {
        unheard();
        assertThat(phones.state().watched()).contains(FIRST);
        phones.bridged(AGAIN);
        assertThat(phones.state().watched()).contains(AGAIN);
        keys(AGAIN, "*2");
        phones.key(AGAIN, '5');
        assertThat(phones.phase()).isEqualTo(Phase.PASSING);
    }

    @Test
    void whoWasHelpedBeforeStaysSoWhenThePhoneIsMerelyUnheard() {
        firstHasTheCall();
        phones.after(15);
        phones.hungUp(FIRST);
        phones.after(3.2);
        phones.bridged(AGAIN);
        phones.on(new LadderEvent.Unheard(AGAIN));
        assertThat(phones.state().helped()).isTrue();
        assertThat(phones.callerHungUp()).contains(new Unbridge(AGAIN));
        assertThat(phones.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void aServiceOfWhichNothingIsHeardHearsNothingOfOurs() {
        phones.start();
        phones.answered(3);
        assertThat(phones.on(new LadderEvent.Unheard(3)))
                .contains(new Ring(AGAIN, person("301")))
                .noneMatch(SayToLeg.class::isInstance);
    }

    @Test
    void aStarBeforeTheBridgeIsAnyKey() {
        phones.start();
        phones.accepted(FIRST);
        assertThat(phones.key(FIRST, '*')).contains(new Bridge(FIRST));
        assertThat(phones.key(FIRST, '3')).isEmpty();
    }
}

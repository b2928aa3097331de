package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.speech.Heard;
import org.junit.jupiter.api.Test;

/** How calls end, stop and lose their ear. */
final class LiveCallTest extends SteppedCall {
    @Test
    void ninetySecondsWithoutAPacketOfTheCallerEndTheCall() {
        call.tick(after(89_900));
        assertThat(hungUp).isEmpty();

        call.tick(after(90_100));
        assertThat(hungUp).isNotEmpty();
        assertThat(call.ended()).isEqualTo("no sound from the caller");
    }

    @Test
    void timeOnHoldIsNotTimeWithoutSound() {
        call.leg(new LegEvent.Reoffered(stream(false)), after(1_000));
        call.tick(after(200_000));
        call.leg(new LegEvent.Reoffered(stream(true)), after(200_100));
        call.tick(after(200_200));
        call.tick(after(290_000));
        assertThat(hungUp).isEmpty();

        call.tick(after(290_200));
        assertThat(hungUp).isNotEmpty();
    }

    @Test
    void aStoppingServiceKeepsACallerWhoNeedsAHumanUntilTheDeadline() {
        call.key('*', began);
        call.stop(after(10_000), after(100));
        call.tick(after(9_900));
        assertThat(hungUp).isEmpty();
        assertThat(alarms).isEmpty();

        call.tick(after(10_000));
        assertThat(hungUp).isNotEmpty();
        assertThat(alarms).extracting(Alarm::kind).contains(Alarm.Kind.CALL_CUT);
        assertThat(alarms).allMatch(alarm -> alarm.kind().grave());
        assertThat(call.finished(after(16_000))).isTrue();
    }

    @Test
    void aStoppingServiceEndsAnOrdinaryCallAtOnceUnlessWhatWasJustHeardIsAnEmergency() {
        call.heard(partial("i have chest pain"), after(1_300));
        call.stop(after(10_000), after(1_310));
        assertThat(invited()).containsExactly("doctor");
        assertThat(hungUp).isEmpty();
    }

    @Test
    void theEndOfAStopDoesNotHangUpOnAnEmergencyInMidSentence() {
        call.heard(partial("i have chest pain"), after(1_300));
        call.finish(new WindDown(began, began, after(1_000)), after(1_310));
        assertThat(invited()).containsExactly("doctor");
        assertThat(hungUp).isEmpty();
    }

    @Test
    void aDeskThatRingsOnWhileTheServiceStopsEndsInAGoodbyeNotInSilence() throws Exception {
        FarLeg desk = ringDesk(after(600));

        call.finish(new WindDown(after(700), after(800), after(20_000)), after(700));
        call.tick(after(750));
        assertThat(desk.closed()).isFalse();

        call.tick(after(900));
        assertThat(desk.closed()).as("its INVITE is cancelled").isTrue();
        assertThat(call.state()).isEqualTo(CallState.LEAVING);
        assertThat(hungUp).isEmpty();
    }

    @Test
    void aStoppingServiceEndsAnOrdinaryCallAtOnce() {
        call.stop(after(10_000), after(100));
        assertThat(hungUp).isNotEmpty();
        assertThat(call.ended()).isEqualTo("service stopped");
    }

    @Test
    void aStoppingServiceLetsARingingDeskGoAtOnce() throws Exception {
        FarLeg desk = ringDesk(after(600));

        call.stop(after(10_000), after(700));

        assertThat(desk.closed()).as("its INVITE is cancelled").isTrue();
        assertThat(call.ended()).isEqualTo("service stopped");
        assertThat(alarms).isEmpty();
    }

    @Test
    void aStoppingServiceLeavesCallerAndDeskTalkingUntilTheDeadlineAndThenHangsBothUp() throws Exception {
        FarLeg desk = ringDesk(after(600));
        call.far(answered(desk, after(700)));

        call.stop(after(10_000), after(800));
        call.tick(after(9_900));
        assertThat(desk.bridged()).isTrue();
        assertThat(hungUp).isEmpty();

        call.tick(after(10_000));
        assertThat(desk.closed()).isTrue();
        assertThat(hungUp).isNotEmpty();
        assertThat(call.ended()).isEqualTo("service stopped");
    }

    @Test
    void aRecogniserThatDiesWhileTheDeskRingsCostsNothingOnceItIsBack() throws Exception {
        ringDesk(after(600));
        call.heard(new Heard.Lost(0, 700), after(700));
        call.heard(partial("hello"), after(1_000));

        call.tick(after(5_700));
        call.tick(after(5_750));

        assertThat(events(CallEvent.Decided.class)).isEmpty();
    }

    @Test
    void aCallerWhoseRecogniserDiesWhileTheDeskRingsGoesToAPersonWhenNobodyTakesTheCall() throws Exception {
        ringDesk(after(600));
        call.heard(new Heard.Lost(0, 700), after(700));
        assertThat(events(CallEvent.Decided.class)).isEmpty();

        call.tick(after(5_700));
        call.tick(after(5_750));

        assertThat(rules()).containsExactly("ear.lost");
    }

    @Test
    void whyAPersonCameStandsInTheJournalWhereTheConversationWasLost() {
        call.conversationFailed("IllegalStateException", after(1_000));
        assertThat(journal.take())
                .filteredOn(entry -> entry.kind() == CallJournal.Kind.DECISION)
                .extracting(CallJournal.Entry::detail)
                .containsExactly("CONCERN conversation.lost caller");
    }
}

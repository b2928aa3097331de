package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.sip.CallReason;
import org.anteroom.agent.sip.LegEvent;
import org.junit.jupiter.api.Test;

/** Calls that the practice wants its desk to have first. */
final class DeskFirstCallTest extends SteppedCall {
    DeskFirstCallTest() {
        more = "[calls]\nwhen-unconditional = \"ring-desk-first\"\n";
        reason = Optional.of(CallReason.DIRECT);
    }

    @Override
    void answered() {
        // Nothing is said to the conversation yet.
    }

    @Test
    void theDeskRingsAndTheCallerHearsWhatToDoInAnEmergency() throws Exception {
        assertThat(call.state()).isEqualTo(CallState.TO_DESK);
        assertThat(invited()).containsExactly("desk");
        assertThat(mails).as("the conversation waits").isEmpty();
        assertThat(journal.take()).extracting(CallJournal.Entry::detail).contains("sent direct");
    }

    @Test
    void theFirstWordsAreWhatToDoWhenALifeIsInDanger() throws Exception {
        call.close();
        call = call();
        brief(TemplateId.GREETING_EMERGENCY, TemplateId.GREETING_PRACTICE, TemplateId.TO_DESK);
        call.leg(new LegEvent.Answered(stream(true)), began);
        call.tick(after(500));
        plays(after(600));
        assertThat(said())
                .containsExactly(
                        TemplateId.GREETING_EMERGENCY.key(),
                        TemplateId.GREETING_PRACTICE.key(),
                        TemplateId.TO_DESK.key());
    }

    @Test
    void aDeskThatDoesNotTakeItLeavesTheCallerToTheConversation() throws Exception {
        call.far(new Mail.FarLegEvent(rung(), new LegEvent.Refused(486), after(600)));
        assertThat(step().input()).isInstanceOf(Input.Began.class);
    }

    @Test
    void anEmergencyMeanwhileRingsTheDoctorAtOnce() {
        call.key('*', after(1_500));
        assertThat(call.state()).isEqualTo(CallState.EMERGENCY);
        assertThat(invited()).containsExactly("desk", "doctor");
    }

    @Test
    void aCallThatNobodyAnsweredIsServedAtOnce() throws Exception {
        again(CallReason.NO_ANSWER);
        assertThat(call.state()).isEqualTo(CallState.TALKING);
        assertThat(step().input()).isInstanceOf(Input.Began.class);
    }

    @Test
    void outsideOpeningHoursNobodyIsRung() throws Exception {
        now = NIGHT;
        again(CallReason.UNCONDITIONAL);
        assertThat(call.state()).isEqualTo(CallState.TALKING);
        assertThat(step().input()).isInstanceOf(Input.Began.class);
    }

    @Test
    void aCallThatOnlyAConversationCanServeIsServed() throws Exception {
        reason = Optional.empty();
        restart();
        assertThat(step().input()).isInstanceOf(Input.Began.class);
    }

    private void again(CallReason why) throws Exception {
        reason = Optional.of(why);
        restart();
    }

    private void restart() throws Exception {
        call.close();
        mails.clear();
        call = call();
        call.leg(new LegEvent.Answered(stream(true)), began);
        call.tick(after(500));
    }
}

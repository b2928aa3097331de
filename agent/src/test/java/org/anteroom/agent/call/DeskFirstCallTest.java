package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.sip.CallReason;
import org.anteroom.agent.sip.Diversion;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.LegEvent;
import org.junit.jupiter.api.Test;

/** Calls that the practice wants its desk to have first. */
final class DeskFirstCallTest extends SteppedCall {
    /** How the call came here, where it passes the door. */
    private Optional<Invitation> passedOn = Optional.empty();

    private DeskGuard guard = new DeskGuard(() -> 1, () -> 4);

    DeskFirstCallTest() {
        more = "[calls]\nwhen-unconditional = \"ring-desk-first\"\n";
        reason = Optional.of(CallReason.DIRECT);
    }

    @Override
    CallParts chosen(CallParts usual) {
        return passedOn.map(from -> guard.choose(usual, from)).orElse(usual);
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

    @Test
    void aCallThatTheDeskPassedOnIsServed() throws Exception {
        more += "when-busy = \"ring-desk-first\"\nwhen-no-answer = \"ring-desk-first\"\n";

        passedOnBy("300", "no-answer");
        again(CallReason.NO_ANSWER);
        assertThat(call.state()).isEqualTo(CallState.TALKING);
        assertThat(step().input()).isInstanceOf(Input.Began.class);

        passedOnBy("300", "user-busy");
        again(CallReason.BUSY);
        assertThat(call.state()).isEqualTo(CallState.TALKING);

        passedOnBy("300", "unconditional");
        again(CallReason.UNCONDITIONAL);
        assertThat(call.state()).isEqualTo(CallState.TALKING);
    }

    @Test
    void aCallThatAnotherPhonePassedOnIsPutToTheDesk() throws Exception {
        more += "when-no-answer = \"ring-desk-first\"\n";
        passedOnBy("301", "no-answer");
        again(CallReason.NO_ANSWER);
        assertThat(call.state()).isEqualTo(CallState.TO_DESK);
    }

    @Test
    void whileTheDeskRingsForHalfOfThePlacesTheNextIsServed() throws Exception {
        guard = new DeskGuard(() -> 2, () -> 4);
        passedOnBy("301", "unconditional");
        again(CallReason.UNCONDITIONAL);
        assertThat(call.state()).isEqualTo(CallState.TALKING);
    }

    private void passedOnBy(String phone, String why) {
        passedOn = Optional.of(new Invitation(
                Optional.of("2125550111"), Optional.empty(), "5550100", List.of(new Diversion(phone, why))));
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

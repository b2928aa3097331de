package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.anteroom.agent.BesideOthers;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.RawPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Who calls and why the PBX sends it, over real SIP and RTP: blocked callers, and calls for the desk first. */
final class ArrivingCallsTest {
    private static final String DESK = "[desk]\nnumber = \"300\"\nring-seconds = 5\n";

    @TempDir
    Path folder;

    private Clinic clinic;

    @AfterEach
    void closeClinic() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    @BesideOthers
    void aBlockedCallersEmergencyRingsTheDoctor() throws Exception {
        block("+1212*");
        // It rings for as long as is looked on: a refusal at once may overtake the first sentence.
        clinic.phone(Clinic.DOCTOR).answering(Answering.never());
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.CALLER))) {
            clinic.nextSaid(TemplateId.GREETING_EMERGENCY);
            clinic.nextSaid(TemplateId.EMERGENCY_ONLY);
            call.say(CallerAudio.clip("emergency-breathe"));
            CallEvent.Decided decided = clinic.next(CallEvent.Decided.class, one -> true);
            assertThat(decided.grade()).isEqualTo("ALARM");
            clinic.nextLeg("doctor", "invite");
            clinic.nextSaid(TemplateId.CONNECTING);
        }
    }

    @BesideOthers
    void aBlockedCallerWithoutOneIsSaidGoodbyeToAndNothingIsStored() throws Exception {
        block("2125550111");
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.CALLER))) {
            clinic.nextSaid(TemplateId.EMERGENCY_ONLY);
            clinic.nextSaid(TemplateId.GOODBYE);
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
        assertThat(clinic.messages()).isEmpty();
        assertThat(clinic.all).noneMatch(CallEvent.Outbound.class::isInstance);
    }

    @BesideOthers
    void aCallThatComesBecauseTheDeskWasBusyRingsItFirstWhereThePracticeWantsThat() throws Exception {
        clinic = Clinic.open(folder, "[calls]\nwhen-busy = \"ring-desk-first\"\n" + DESK + Clinic.ONE_DOCTOR);
        try (RawPhone caller = clinic.raw(Clinic.CALLER)) {
            invite(caller, "Diversion: \"Billing\" <sip:250@practice.test>;reason=user-busy;counter=1\r\n");
            clinic.nextLeg("desk", "invite");
            assertThat(clinic.nextSaid(TemplateId.GREETING_EMERGENCY))
                    .as("the first words")
                    .isEqualTo(clinic.all.stream()
                            .filter(CallEvent.Said.class::isInstance)
                            .findFirst()
                            .orElseThrow());
            clinic.nextSaid(TemplateId.HOW_CAN_I_HELP);
        }
    }

    @BesideOthers
    void aCallThatComesBecauseNobodyAnsweredIsServedAtOnce() throws Exception {
        clinic = Clinic.open(folder, "[calls]\nwhen-unconditional = \"ring-desk-first\"\n" + DESK + Clinic.ONE_DOCTOR);
        try (RawPhone caller = clinic.raw(Clinic.CALLER)) {
            invite(
                    caller,
                    "History-Info: <sip:300@practice.test>;index=1\r\n"
                            + "History-Info: <sip:100@practice.test;cause=408>;index=1.1\r\n");
            clinic.nextSaid(TemplateId.GREETING_SPANISH);
        }
        assertThat(clinic.all).noneMatch(CallEvent.Outbound.class::isInstance);
    }

    private void block(String who) throws Exception {
        clinic = Clinic.night(folder, "[calls]\nblocked = [\"" + who + "\"]\n" + Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR);
    }

    private static void invite(RawPhone caller, String why) throws Exception {
        String answer = caller.authenticated("INVITE", Clinic.NUMBER, why, Clinic.RAW_SOUND);
        String ok = answer.startsWith("SIP/2.0 200") ? answer : caller.receive("SIP/2.0 200");
        String tag = RawPhone.find(ok, "(?im)^To: .*;tag=([^;\\s]+)");
        caller.send(caller.request("ACK", Clinic.NUMBER, tag, "ack", ""));
    }
}

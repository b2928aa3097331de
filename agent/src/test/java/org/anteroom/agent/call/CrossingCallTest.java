package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.RawPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An on-call phone that is picked up in the moment in which its group's time is over. */
final class CrossingCallTest {

    private static final Set<String> ANSWERS_TO_ZERO =
            Set.of(TemplateId.OFFICE_CLOSED.key(), TemplateId.CONNECTING.key());

    @TempDir
    Path folder;

    @Test
    void whoPicksUpWhileOurCancelIsOnItsWayIsGreeted() throws Exception {
        try (Clinic clinic = Clinic.hasty(folder, Clinic.ONE_DOCTOR);
                RawPhone doctor = clinic.raw(Clinic.DOCTOR);
                PhoneCall call = clinic.greeted()) {
            call.press('*');
            picksUpWhileOurCancelIsOnItsWay(clinic, doctor);
            assertThat(doctor.receive("ACK")).contains(";tag=d");
            clinic.nextLeg("doctor", "answered");
            clinic.nextLeg("doctor", "told press-one");
        }
    }

    @Test
    void whoPicksUpWhileOurCancelIsOnItsWayIsGreetedAlsoWhenTheCallerMerelyAsked() throws Exception {
        try (Clinic clinic = Clinic.hasty(folder, Clinic.ONE_DOCTOR);
                RawPhone doctor = clinic.raw(Clinic.DOCTOR);
                PhoneCall call = clinic.greeted()) {
            askForAPerson(clinic, call);
            picksUpWhileOurCancelIsOnItsWay(clinic, doctor);
            clinic.nextLeg("doctor", "told press-one");
            assertThat(clinic.all).noneMatch(CallEvent.Decided.class::isInstance);
        }
    }

    @Test
    void aCallerWhoMerelyAskedHasTheConversationBackOnceThePhoneConfirmsOurCancel() throws Exception {
        try (Clinic clinic = Clinic.hasty(folder, Clinic.ONE_DOCTOR);
                RawPhone doctor = clinic.raw(Clinic.DOCTOR);
                PhoneCall call = clinic.greeted()) {
            askForAPerson(clinic, call);
            String invite = doctor.receive("INVITE");
            doctor.answer(invite, "180 Ringing", "d");
            clinic.nextLeg("doctor", "cancelled");
            String cancel = doctor.receive("CANCEL");
            doctor.answer(cancel, "200 OK", "d");
            doctor.answer(invite, "487 Request Terminated", "d");
            clinic.nextSaid(TemplateId.ON_CALL_FAILED);
            assertThat(clinic.all.stream()
                            .filter(CallEvent.Outbound.class::isInstance)
                            .filter(leg -> ((CallEvent.Outbound) leg).what().equals("invite")))
                    .as("no second round")
                    .hasSize(1);
        }
    }

    private static void picksUpWhileOurCancelIsOnItsWay(Clinic clinic, RawPhone doctor) throws Exception {
        String invite = doctor.receive("INVITE");
        doctor.answer(invite, "180 Ringing", "d");
        clinic.nextLeg("doctor", "ringing");
        clinic.nextLeg("doctor", "cancelled");
        String cancel = doctor.receive("CANCEL");
        doctor.answer(invite, "200 OK", "d", Clinic.RAW_SOUND);
        doctor.answer(cancel, "481 Call/Transaction Does Not Exist", "d");
    }

    /** At night a person is offered as a message first. */
    private static void askForAPerson(Clinic clinic, PhoneCall call) throws Exception {
        String answer = "";
        while (!answer.equals(TemplateId.CONNECTING.key())) {
            call.press('0');
            answer = clinic.next(CallEvent.Said.class, said -> ANSWERS_TO_ZERO.contains(said.template()))
                    .template();
        }
    }
}

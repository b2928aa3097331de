package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody takes an emergency at first: the caller is told, the line stays open, an alarm goes out, and all are rung again. */
final class AllFailedCallsTest {
    private static final double DOCTOR_HZ = 620;

    @TempDir
    Path folder;

    private Clinic clinic;

    @AfterEach
    void close() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    @Test
    void aCallerWhomNobodyTookStaysOnTheLineAndIsTakenInTheNextRound() throws Exception {
        clinic = Clinic.hasty(folder, Clinic.ONE_DOCTOR);
        Phone doctor = clinic.phone(Clinic.DOCTOR);
        doctor.answering(Answering.busy());
        try (PhoneCall caller = clinic.greeted()) {
            CallersSide side = CallersSide.of(caller);
            caller.press('*');
            clinic.nextLeg("doctor", "refused 486");
            clinic.nextSaid(TemplateId.ALL_FAILED_CALL_911);
            assertThat(alarms()).contains(Alarm.Kind.NOBODY_ANSWERS);
            doctor.answering(OnCallPerson.talking(DOCTOR_HZ));
            clinic.nextSaid(TemplateId.CONNECTING);
            clinic.nextLeg("doctor", "bridged");
            side.isUnbroken();
            assertThat(caller.hears(DOCTOR_HZ, Clinic.SOON)).isTrue();
        }
    }

    @Test
    void aCallerOutlivesAPbxThatIsGoneWhileAPhoneRingsAndReachesAPersonWhenItIsBack() throws Exception {
        clinic = Clinic.hasty(folder, Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR).answering(Answering.never());
        try (PhoneCall caller = clinic.greeted()) {
            CallersSide side = CallersSide.of(caller);
            caller.press('*');
            clinic.nextLeg("doctor", "ringing");
            clinic.pbx.stop();
            clinic.nextLeg("doctor", "cancelled");
            clinic.nextSaid(TemplateId.ALL_FAILED_CALL_911);
            assertThat(alarms()).contains(Alarm.Kind.NOBODY_ANSWERS);
            clinic.nextLeg("doctor", "ended NO_RESPONSE");
            clinic.pbx.restart();
            clinic.phone(Clinic.DOCTOR).answering(OnCallPerson.talking(DOCTOR_HZ));
            clinic.nextLeg("doctor", "bridged");
            side.isUnbroken();
            assertThat(caller.hears(DOCTOR_HZ, Clinic.SOON)).isTrue();
        }
    }

    private List<Alarm.Kind> alarms() {
        return clinic.alarms.stream().map(Alarm::kind).distinct().toList();
    }
}

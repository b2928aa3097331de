package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An emergency that is said before anything was asked: real SIP, RTP and recognition. */
final class SpokenEmergencyCallsTest {
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
    void theVeryFirstWordsOfACallReachTheDoctor() throws Exception {
        clinic = Clinic.hasty(folder, Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR).answering(OnCallPerson.talking(DOCTOR_HZ));
        try (PhoneCall caller = clinic.call(clinic.phone(Clinic.CALLER))) {
            caller.say(CallerAudio.clip("emergency-breathe"));
            reachesTheDoctor(caller);
        }
    }

    private void reachesTheDoctor(PhoneCall caller) throws Exception {
        assertThat(clinic.next(CallEvent.Decided.class, one -> true).grade()).isEqualTo("ALARM");
        clinic.nextSaid(TemplateId.CONNECTING);
        CallersSide side = CallersSide.of(caller);
        clinic.nextLeg("doctor", "bridged");
        side.isUnbroken();
        assertThat(caller.hears(DOCTOR_HZ, Clinic.SOON)).isTrue();
    }
}

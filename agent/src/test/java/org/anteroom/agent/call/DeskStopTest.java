package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.RawPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a front desk's phone is sent when the service stops: no phone rings on or stays off the hook. */
final class DeskStopTest {
    private static final String DESK = "[desk]\nnumber = \"300\"\nring-seconds = 30\n";

    @TempDir
    Path folder;

    private Clinic clinic;
    private RawPhone desk;

    @BeforeEach
    void open() throws Exception {
        clinic = Clinic.open(folder, DESK + Clinic.ONE_DOCTOR);
        desk = clinic.raw(Clinic.DESK);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        clinic.close();
    }

    @Test
    void aDeskThatRingsIsSentACancel() throws Exception {
        try (PhoneCall call = askingForTheDesk()) {
            String invite = desk.receive("INVITE");
            desk.answer(invite, "180 Ringing", "d");
            clinic.nextLeg("desk", "invite");

            clinic.receptionist.close(Duration.ZERO);

            assertThat(callId(desk.receive("CANCEL"))).isEqualTo(callId(invite));
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
    }

    @Test
    void aDeskThatTalksToTheCallerIsSentAByeAtTheDeadline() throws Exception {
        try (PhoneCall call = askingForTheDesk()) {
            String invite = desk.receive("INVITE");
            desk.answer(invite, "200 OK", "d", Clinic.RAW_SOUND);
            clinic.nextLeg("desk", "bridged");

            clinic.receptionist.close(Duration.ofMillis(500));

            String bye = desk.receive("BYE");
            assertThat(callId(bye)).isEqualTo(callId(invite));
            desk.answer(bye, "200 OK", "d");
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
    }

    private PhoneCall askingForTheDesk() throws Exception {
        PhoneCall call = clinic.greeted();
        call.press('0');
        return call;
    }

    private static String callId(String message) {
        return RawPhone.find(message, "(?i)call-id: ([^\r]+)");
    }
}

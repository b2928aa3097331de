package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone that we have just hung up on, and that says it is busy with that, is rung once more: real SIP and RTP. */
final class BusyWithOursCallsTest {
    private static final double DOCTOR_HZ = 620;
    /** One key, so that the call is passed on well within two seconds on a busy machine too. */
    private static final String BOTH = "[oncall.keys]\npass = \"8\"\n\n" + Clinic.ONE_DOCTOR
            + "[[oncall.group.target]]\nname = \"nurse\"\nnumber = \"" + Clinic.NURSE + "\"\n";

    @TempDir
    Path folder;

    @Test
    void whoHeardThatTheCallIsTakenIsRungOnceMoreWhenItIsPassedOnAtOnce() throws Exception {
        try (Clinic clinic = Clinic.night(folder, BOTH)) {
            BlockingQueue<PhoneCall> nurses = new LinkedBlockingQueue<>();
            Phone doctor = clinic.phone(Clinic.DOCTOR);
            // Busy for one more call after the one that we hang up.
            doctor.answering(Answering.after(Duration.ZERO, call -> {
                doctor.answering(Answering.busy());
                call.awaitEnded(Clinic.SOON);
            }));
            clinic.phone(Clinic.NURSE).answering(Answering.after(Duration.ZERO, call -> {
                clinic.awaitStep("doctor", "told press-one");
                call.press('1');
                call.press('5');
                nurses.add(call);
                call.awaitEnded(Clinic.SOON.multipliedBy(2));
            }));
            try (AutoCloseable watch = clinic.pbx.watch(message -> {
                        if (message.status() == 486) {
                            doctor.answering(OnCallPerson.talking(DOCTOR_HZ));
                        }
                    });
                    PhoneCall caller = clinic.greeted()) {
                caller.press('*');
                PhoneCall nurse = nurses.poll(30, TimeUnit.SECONDS);
                assertThat(nurse).isNotNull();
                clinic.nextLeg("doctor", "dropped");
                nurse.press('8');
                clinic.nextLeg("doctor", "bridged");
                assertThat(caller.hears(DOCTOR_HZ, Clinic.SOON)).isTrue();
                assertThat(caller.ending()).isEmpty();
            }
            assertThat(clinic.steps("doctor"))
                    .containsSubsequence(
                            "told already-taken", "dropped", "invite", "refused 486", "released", "invite");
            assertThat(clinic.steps("nurse")).doesNotContain("told nobody-else");
        }
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.watch.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people who press 1 in the same moment: one has the caller, the other hears that the call is taken. */
final class TwoTakersTest {
    private static final double DOCTOR_HZ = 620;
    private static final double NURSE_HZ = 840;

    @TempDir
    Path folder;

    private final CyclicBarrier both = new CyclicBarrier(2);

    private Answering presses(double hertz) {
        return Answering.after(Duration.ZERO, call -> {
            call.awaitSpeech(Clinic.SOON);
            both.await(30, TimeUnit.SECONDS);
            call.press('1');
            call.tone(hertz, Clinic.SOON);
        });
    }

    @Test
    void oneHasTheCallerAndTheOtherHearsThatItIsTaken() throws Exception {
        try (Clinic clinic = Clinic.hasty(
                folder,
                Clinic.ONE_DOCTOR + "[[oncall.group.target]]\nname = \"nurse\"\nnumber = \"" + Clinic.NURSE + "\"\n")) {
            Phone doctor = clinic.phone(Clinic.DOCTOR);
            Phone nurse = clinic.phone(Clinic.NURSE);
            doctor.answering(presses(DOCTOR_HZ));
            nurse.answering(presses(NURSE_HZ));
            try (PhoneCall caller = clinic.greeted()) {
                CallersSide side = CallersSide.of(caller);
                caller.press('*');
                String winner = clinic.next(
                                CallEvent.Outbound.class, leg -> leg.what().equals("bridged"))
                        .target();
                side.isUnbroken();
                String loser = winner.equals("doctor") ? "nurse" : "doctor";
                assertThat(caller.hears(winner.equals("doctor") ? DOCTOR_HZ : NURSE_HZ, Clinic.SOON))
                        .as("who was faster")
                        .isTrue();
                clinic.awaitStep(loser, "told already-taken");
                clinic.awaitStep(loser, "dropped");
                assertThat(clinic.steps(loser)).doesNotContain("told disclosure", "bridged");
                assertThat(caller.ending()).isEmpty();
            }
            assertThat(clinic.records.counters().value(Metric.EMERGENCY_BRIDGED))
                    .isEqualTo(1);
            assertThat(List.of(doctor, nurse))
                    .flatExtracting(Phone::failures)
                    .as("scripts")
                    .isEmpty();
        }
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.watch.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keys of an on-call phone do in the bridge, over real SIP and RTP: the caller is never dropped by them. */
final class BridgeKeysCallsTest {
    private static final Duration SOON = Clinic.SOON;
    private static final String DOCTOR_THEN_NURSE = Clinic.ONE_DOCTOR
            + """

            [[oncall.group]]
            name = "nurses"
            ring-seconds = 20
            [[oncall.group.target]]
            name = "nurse"
            number = "202"
            """;

    @TempDir
    Path folder;

    private final BlockingQueue<PhoneCall> taken = new LinkedBlockingQueue<>();
    private Clinic clinic;

    @AfterEach
    void closeClinic() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    private void takes(String extension, String name) throws Exception {
        clinic.phone(extension).answering(Answering.after(Duration.ofMillis(200), call -> {
            clinic.nextLeg(name, "told press-one");
            call.press('1');
            clinic.nextLeg(name, "told disclosure");
            call.press('5');
            taken.add(call);
            call.awaitEnded(Duration.ofSeconds(90));
        }));
    }

    private PhoneCall bridged(PhoneCall caller, String name) throws Exception {
        caller.press('*');
        PhoneCall phone = taken.poll(30, TimeUnit.SECONDS);
        assertThat(phone).isNotNull();
        clinic.nextLeg(name, "bridged");
        return phone;
    }

    /** Whether a tone of the one reaches the other, while it sounds. */
    private static boolean hears(PhoneCall to, PhoneCall from, double hertz) throws Exception {
        CompletableFuture<Void> sounding = CompletableFuture.runAsync(() -> {
            try {
                from.tone(hertz, SOON);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return to.hears(hertz, SOON);
        } finally {
            from.hush();
            sounding.get(30, TimeUnit.SECONDS);
        }
    }

    private static void press(PhoneCall phone, String keys) {
        for (char key : keys.toCharArray()) {
            phone.press(key);
        }
    }

    @Test
    void starThreeGivesTheCallerBackToMessageTakingAndTheNextEmergencyRingsAgain() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        takes(Clinic.DOCTOR, "doctor");
        try (PhoneCall caller = clinic.greeted()) {
            PhoneCall doctor = bridged(caller, "doctor");
            press(doctor, "*3");
            clinic.nextSaid(TemplateId.TAKING_MESSAGE);
            assertThat(doctor.awaitEnded(SOON)).isTrue();
            assertThat(caller.ending()).isEmpty();
            caller.press('*');
            clinic.nextLeg("doctor", "invite");
            assertThat(taken.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void starTwoBringsTheNextPersonWhileTheFirstStaysOnTheLine() throws Exception {
        clinic = Clinic.night(folder, DOCTOR_THEN_NURSE);
        takes(Clinic.DOCTOR, "doctor");
        clinic.phone(Clinic.NURSE).answering(Answering.after(Duration.ofMillis(1_500), call -> {
            clinic.nextLeg("nurse", "told press-one");
            taken.add(call);
            call.awaitEnded(Duration.ofSeconds(90));
        }));
        try (PhoneCall caller = clinic.greeted()) {
            PhoneCall doctor = bridged(caller, "doctor");
            press(doctor, "*2");
            PhoneCall nurse = taken.poll(30, TimeUnit.SECONDS);
            assertThat(nurse).isNotNull();
            assertThat(hears(caller, doctor, 440))
                    .as("the doctor while the nurse rings")
                    .isTrue();
            press(nurse, "15");
            clinic.nextLeg("nurse", "bridged");
            assertThat(doctor.awaitEnded(SOON)).isTrue();
            assertThat(hears(caller, nurse, 660)).as("the nurse").isTrue();
            assertThat(caller.ending()).isEmpty();
        }
        assertThat(clinic.records.counters().value(Metric.EMERGENCY_BRIDGED))
                .as("one emergency, however many people had it")
                .isEqualTo(1);
    }

    @Test
    void starSevenMarksAFalseAlarmAndTheBridgeStays() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        takes(Clinic.DOCTOR, "doctor");
        try (PhoneCall caller = clinic.greeted()) {
            PhoneCall doctor = bridged(caller, "doctor");
            press(doctor, "*7");
            clinic.nextLeg("doctor", "false alarm");
            clinic.nextLeg("doctor", "told noted");
            assertThat(hears(caller, doctor, 440)).isTrue();
            assertThat(hears(doctor, caller, 880))
                    .as("after the sentence, the caller again")
                    .isTrue();
        }
    }
}

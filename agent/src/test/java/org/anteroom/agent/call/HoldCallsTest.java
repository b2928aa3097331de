package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.PacketSeen;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole emergency calls whose on-call phone presses hold: real SIP and RTP. */
final class HoldCallsTest {
    private static final Duration SOON = Clinic.SOON;
    /** Longer than the sentence, so that the tone after it is heard as well. */
    private static final Duration HELD = Duration.ofMillis(8_500);

    private static final Duration FROZEN = Duration.ofSeconds(2);
    private static final double DOCTOR_HZ = 620;
    private static final double CALLER_HZ = 440;

    @TempDir
    Path folder;

    private final BlockingQueue<PhoneCall> doctors = new LinkedBlockingQueue<>();
    private Clinic clinic;

    @AfterEach
    void closeClinic() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    @Test
    void aCallerOnHoldHearsThatTheyAreAndNoMusicUntilTheDoctorIsBack() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ofMillis(200), call -> {
            call.press('1');
            doctors.add(call);
            call.awaitEnded(SOON.multipliedBy(2));
        }));
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.CALLER))) {
            assertThat(call.awaitSpeech(SOON)).isTrue();
            call.press('*');
            PhoneCall doctor = doctors.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(doctor).isNotNull();
            clinic.nextLeg("doctor", "bridged");
            assertThat(carries(doctor, call, DOCTOR_HZ))
                    .as("the doctor is heard")
                    .isTrue();

            assertThat(clinic.pbx.hold(Clinic.DOCTOR, SOON)).isTrue();
            CallersSide held = hearsUsInstead(call, doctor, HELD);
            assertThat(clinic.pbx.resume(Clinic.DOCTOR, SOON)).isTrue();
            held.isUnbroken();
            assertThat(carries(doctor, call, DOCTOR_HZ))
                    .as("the doctor is back")
                    .isTrue();
            assertThat(carries(call, doctor, CALLER_HZ))
                    .as("the caller is back")
                    .isTrue();

            assertThat(clinic.pbx.freeze(Clinic.DOCTOR, SOON)).isTrue();
            CallersSide frozen = hearsUsInstead(call, doctor, FROZEN);
            assertThat(clinic.pbx.resume(Clinic.DOCTOR, SOON)).isTrue();
            frozen.isUnbroken();
            assertThat(carries(doctor, call, DOCTOR_HZ))
                    .as("the doctor is back again")
                    .isTrue();
        }
        clinic.nextLeg("doctor", "parted");
    }

    /** On hold, while the phone plays music: what the caller hears from the moment on. */
    private CallersSide hearsUsInstead(PhoneCall call, PhoneCall doctor, Duration time) throws Exception {
        clinic.nextSaid(TemplateId.ON_HOLD);
        CallersSide side = CallersSide.of(call);
        long held = System.nanoTime();
        doctor.tone(CallersSide.MUSIC_HZ, time);
        long until = System.nanoTime();
        assertThat(doctor.packets().stream()
                        .filter(packet -> packet.incoming() && packet.nanos() > held && packet.nanos() < until))
                .as("sound to a phone that has us on hold")
                .noneMatch(PacketSeen::loud);
        return side;
    }

    /** Whether a tone that one of the two plays is heard by the other. */
    private static boolean carries(PhoneCall from, PhoneCall to, double hertz) throws InterruptedException {
        Thread playing = new Thread(
                () -> {
                    try {
                        from.tone(hertz, SOON);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "test-tone");
        playing.start();
        try {
            return to.hears(hertz, SOON);
        } finally {
            from.hush();
            playing.join();
        }
    }
}

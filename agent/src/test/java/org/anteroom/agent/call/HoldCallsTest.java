package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.PacketSeen;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.media.ToneDetector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole emergency calls whose on-call phone presses hold: real SIP and RTP. */
final class HoldCallsTest {
    private static final Duration SOON = Clinic.SOON;
    private static final Duration HELD = Duration.ofSeconds(4);
    private static final double DOCTOR_HZ = 620;
    private static final double MUSIC_HZ = 1_500;
    private static final double CALLER_HZ = 440;
    /** Two notes of the comfort tone are less than two seconds apart. */
    private static final int LONGEST_SILENCE_MS = 2_200;

    private static final int SAMPLES_PER_MS = 8;

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
    void aCallerOnHoldHearsTheComfortToneAndNoMusicUntilTheDoctorIsBack() throws Exception {
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
            int from = call.heard().length;
            long held = System.nanoTime();
            doctor.tone(MUSIC_HZ, HELD);
            long until = System.nanoTime();
            short[] heard = call.heard();
            assertThat(longestSilence(heard, from)).as("silence on hold, ms").isLessThan(LONGEST_SILENCE_MS);
            assertThat(holds(heard, from, MUSIC_HZ))
                    .as("music on hold reaches the caller")
                    .isFalse();
            assertThat(doctor.packets().stream()
                            .filter(packet -> packet.incoming() && packet.nanos() > held && packet.nanos() < until))
                    .as("sound to a phone that only sends")
                    .noneMatch(PacketSeen::loud);

            assertThat(clinic.pbx.resume(Clinic.DOCTOR, SOON)).isTrue();
            assertThat(carries(doctor, call, DOCTOR_HZ))
                    .as("the doctor is back")
                    .isTrue();
            assertThat(carries(call, doctor, CALLER_HZ))
                    .as("the caller is back")
                    .isTrue();
        }
        clinic.nextLeg("doctor", "parted");
    }

    /** Whether a tone that one of the two plays is heard by the other. */
    private static boolean carries(PhoneCall from, PhoneCall to, double hertz) throws InterruptedException {
        Thread playing = new Thread(
                () -> {
                    try {
                        from.tone(hertz, Duration.ofSeconds(3));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "test-tone");
        playing.start();
        try {
            return to.hears(hertz, SOON);
        } finally {
            playing.join();
        }
    }

    private static int longestSilence(short[] pcm, int from) {
        int longest = 0;
        int run = 0;
        for (int i = from; i < pcm.length; i++) {
            run = Math.abs(pcm[i]) < 50 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest / SAMPLES_PER_MS;
    }

    /** Whether a tone stands for a fifth of a second anywhere behind {@code from}. */
    private static boolean holds(short[] pcm, int from, double hertz) {
        ToneDetector detector = new ToneDetector(hertz);
        int window = 200 * SAMPLES_PER_MS;
        for (int at = from; at + window <= pcm.length; at += window / 2) {
            if (detector.present(pcm, at, window, PacketSeen.SPEECH_RMS)) {
                return true;
            }
        }
        return false;
    }
}

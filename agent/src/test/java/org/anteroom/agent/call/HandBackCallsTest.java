package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.TargetKind;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.PacketSeen;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.ReferManner;
import org.anteroom.agent.rehearsal.SipSeen;
import org.anteroom.media.ToneDetector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole emergency calls that the PBX is asked to carry alone: real SIP and RTP, both sides speak all the time. */
final class HandBackCallsTest {
    private static final Duration SOON = Clinic.SOON;
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration LATER = Duration.ofSeconds(1);
    private static final double DOCTOR_HZ = 620;
    private static final double CALLER_HZ = 440;
    private static final int SAMPLES_PER_MS = 8;
    /** A busy machine may make so much of one; whoever was dropped in between hears nothing for longer. */
    private static final int LONGEST_GAP_MS = 1_000;

    @TempDir
    Path folder;

    private final BlockingQueue<PhoneCall> doctors = new LinkedBlockingQueue<>();
    private final List<Thread> speaking = new ArrayList<>();
    private final List<PhoneCall> speakers = new ArrayList<>();
    private Clinic clinic;
    private PhoneCall doctor;
    private int callerFrom;
    private int doctorFrom;

    @AfterEach
    void closeClinic() throws Exception {
        speakers.forEach(PhoneCall::hush);
        for (Thread each : speaking) {
            each.join();
        }
        clinic.close();
    }

    /** A caller and a doctor in a bridge, both speaking, at a PBX that does so with what it is asked. */
    private PhoneCall bridged(ReferManner manner) throws Exception {
        return bridged(manner, Duration.ofMillis(300), message -> {});
    }

    /**
     * @param after how long they talk before it is asked
     * @param seen told of every message that the PBX gets
     */
    private PhoneCall bridged(ReferManner manner, Duration after, Consumer<SipSeen> seen) throws Exception {
        HandBackRule rule = new HandBackRule(EnumSet.of(TargetKind.PERSON), after);
        clinic = Clinic.handing(folder, Clinic.ONE_DOCTOR, rule);
        clinic.pbx.transfers(manner);
        clinic.pbx.watch(seen);
        clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ofMillis(100), call -> {
            clinic.nextLeg("doctor", "told press-one");
            call.press('1');
            clinic.nextLeg("doctor", "told disclosure");
            call.press('5');
            doctors.add(call);
            call.awaitEnded(LONG);
        }));
        PhoneCall caller = clinic.greeted();
        caller.press('*');
        doctor = doctors.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(doctor).isNotNull();
        callerFrom = caller.heard().length;
        doctorFrom = doctor.heard().length;
        speak(caller, CALLER_HZ);
        speak(doctor, DOCTOR_HZ);
        return caller;
    }

    private void speak(PhoneCall call, double hertz) {
        Thread thread = new Thread(
                () -> {
                    try {
                        call.tone(hertz, LONG);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "test-speaker");
        speakers.add(call);
        speaking.add(thread);
        thread.start();
    }

    private void assertBothHear(PhoneCall caller) throws Exception {
        assertThat(caller.hears(DOCTOR_HZ, SOON))
                .as("the caller hears the doctor")
                .isTrue();
        assertThat(doctor.hears(CALLER_HZ, SOON))
                .as("the doctor hears the caller")
                .isTrue();
    }

    /** Both heard each other from the first moment on without a gap. */
    private void assertNoGap(PhoneCall caller) {
        assertThat(longestGap(caller.heard(), callerFrom, DOCTOR_HZ))
                .as("gap for the caller, ms")
                .isLessThan(LONGEST_GAP_MS);
        assertThat(longestGap(doctor.heard(), doctorFrom, CALLER_HZ))
                .as("gap for the doctor, ms")
                .isLessThan(LONGEST_GAP_MS);
    }

    @Test
    void thePbxTakesTheTwoOverAndNobodyNotices() throws Exception {
        try (PhoneCall caller = bridged(ReferManner.JOINS)) {
            clinic.nextLeg("doctor", "handed to the PBX");
            assertThat(clinic.next(CallEvent.Ended.class, ended -> true).why()).isEqualTo("handed to the PBX");
            int callerUntil = caller.heard().length;
            int doctorUntil = doctor.heard().length;
            awaitNoCalls();
            assertThat(grows(caller, callerUntil)).isTrue();
            assertThat(grows(doctor, doctorUntil)).isTrue();
            assertBothHear(caller);
            assertNoGap(caller);
            assertThat(caller.ending()).isEmpty();
            assertThat(doctor.ending()).isEmpty();

            doctor.hangUp();
            assertThat(caller.awaitEnded(SOON))
                    .as("the PBX ends the caller's side")
                    .isTrue();
        }
        assertThat(clinic.alarms).noneMatch(alarm -> alarm.kind() == Alarm.Kind.NOBODY_ANSWERS);
        assertThat(said("asked the PBX to take over")).hasSize(1);
    }

    @Test
    void aPbxThatDoesNotFindThePhoneLeavesTheBridge() throws Exception {
        staysBridged(ReferManner.REFUSES, "not handed to the PBX: status 404");
    }

    @Test
    void aPbxThatStaysSilentLeavesTheBridgeAndAHangUpIsOne() throws Exception {
        try (PhoneCall caller = bridged(ReferManner.SILENT)) {
            clinic.nextLeg("doctor", "asked the PBX to take over");
            assertThat(hearsFor(caller, LATER)).isTrue();
            assertBothHear(caller);
            assertNoGap(caller);
            doctor.hangUp();
            clinic.nextLeg("doctor", "ended");
            clinic.nextSaid(TemplateId.CONNECTING);
            assertThat(caller.ending()).isEmpty();
        }
    }

    @Test
    void aVerdictThatComesLateIsStillOne() throws Exception {
        try (PhoneCall caller = bridged(ReferManner.WAITS)) {
            clinic.nextLeg("doctor", "asked the PBX to take over");
            assertThat(hearsFor(caller, LATER)).isTrue();
            assertBothHear(caller);
            clinic.pbx.finishTransfer();
            clinic.nextLeg("doctor", "handed to the PBX");
            awaitNoCalls();
            assertBothHear(caller);
            assertNoGap(caller);
        }
    }

    @Test
    void aCallerWhoHangsUpBetweenQuestionAndVerdictEndsBothLegs() throws Exception {
        try (PhoneCall caller = bridged(ReferManner.SILENT)) {
            clinic.nextLeg("doctor", "asked the PBX to take over");
            caller.hangUp();
            assertThat(doctor.awaitEnded(SOON)).isTrue();
            assertThat(clinic.next(CallEvent.Ended.class, ended -> true).why()).isEqualTo("REMOTE_HANG_UP");
            awaitNoCalls();
        }
    }

    @Test
    void holdAndKeysWorkBetweenQuestionAndVerdictAndAHangUpBringsTheNextRound() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (PhoneCall caller = bridged(ReferManner.WAITS, Duration.ofMillis(300), message -> {
            if (message.method().equals("REFER")) {
                asked.countDown();
            }
        })) {
            // Not before it has arrived: a call that is being put on hold is not offered to the PBX.
            assertThat(asked.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            clinic.nextLeg("doctor", "asked the PBX to take over");
            assertThat(clinic.pbx.hold(Clinic.DOCTOR, SOON)).isTrue();
            assertThat(clinic.pbx.resume(Clinic.DOCTOR, SOON)).isTrue();
            assertBothHear(caller);
            doctor.press('*');
            doctor.press('7');
            clinic.nextLeg("doctor", "told noted");
            assertBothHear(caller);
            CountDownLatch bye = new CountDownLatch(1);
            try (AutoCloseable watch = clinic.pbx.watch(message -> {
                if (message.method().equals("BYE")) {
                    bye.countDown();
                }
            })) {
                doctor.hangUp();
                assertThat(bye.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            }
            clinic.pbx.finishTransfer();
            clinic.nextLeg("doctor", "not handed to the PBX: status 481");
            clinic.nextLeg("doctor", "invite");
            assertThat(caller.ending()).isEmpty();
        }
    }

    @Test
    void aStopBetweenQuestionAndVerdictWaitsForThePbxAndCutsNobody() throws Exception {
        try (PhoneCall caller = bridged(ReferManner.WAITS)) {
            clinic.nextLeg("doctor", "asked the PBX to take over");

            CompletableFuture<Void> stopped = stop();

            clinic.awaitRegistered(false);
            assertThat(hearsFor(caller, LATER)).isTrue();
            assertBothHear(caller);
            assertThat(stopped).isNotDone();
            clinic.pbx.finishTransfer();
            clinic.nextLeg("doctor", "handed to the PBX");
            goesOnWithoutUs(caller, stopped);
        }
    }

    @Test
    void aCallIsHandedToThePbxWhileTheServiceStopsToo() throws Exception {
        try (PhoneCall caller = bridged(ReferManner.JOINS, Duration.ofSeconds(3), message -> {})) {
            CompletableFuture<Void> stopped = stop();

            clinic.nextLeg("doctor", "handed to the PBX");
            goesOnWithoutUs(caller, stopped);
        }
    }

    private CompletableFuture<Void> stop() {
        return CompletableFuture.runAsync(() -> {
            try {
                clinic.receptionist.finish(Duration.ZERO);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The service is gone; the two go on talking. */
    private void goesOnWithoutUs(PhoneCall caller, CompletableFuture<Void> stopped) throws Exception {
        stopped.get(SOON.toSeconds(), TimeUnit.SECONDS);
        clinic.receptionist.close(Duration.ZERO);
        assertThat(clinic.receptionist.calls()).isZero();
        int callerUntil = caller.heard().length;
        int doctorUntil = doctor.heard().length;
        assertThat(grows(caller, callerUntil)).isTrue();
        assertThat(grows(doctor, doctorUntil)).isTrue();
        assertNoGap(caller);
        assertThat(caller.ending()).isEmpty();
        assertThat(doctor.ending()).isEmpty();
    }

    private void staysBridged(ReferManner manner, String told) throws Exception {
        try (PhoneCall caller = bridged(manner)) {
            clinic.nextLeg("doctor", told);
            assertThat(hearsFor(caller, Duration.ofMillis(500))).isTrue();
            assertBothHear(caller);
            assertNoGap(caller);
            caller.hangUp();
            assertThat(doctor.awaitEnded(SOON)).isTrue();
            awaitNoCalls();
        }
        assertThat(said("handed to the PBX")).isEmpty();
        assertThat(clinic.alarms).noneMatch(alarm -> alarm.kind() == Alarm.Kind.NOBODY_ANSWERS);
    }

    private List<CallEvent> said(String what) {
        return clinic.all.stream()
                .filter(event ->
                        event instanceof CallEvent.Outbound leg && leg.what().equals(what))
                .toList();
    }

    /** The capacity of the call is free again. */
    private void awaitNoCalls() throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (clinic.receptionist.calls() > 0 && System.nanoTime() < deadline) {
            clinic.events.poll(20, TimeUnit.MILLISECONDS);
        }
        assertThat(clinic.receptionist.calls()).isZero();
    }

    private static boolean grows(PhoneCall call, int from) throws Exception {
        return hearsUntil(call, from + 500 * SAMPLES_PER_MS);
    }

    private static boolean hearsFor(PhoneCall call, Duration time) throws Exception {
        return hearsUntil(call, call.heard().length + (int) time.toMillis() * SAMPLES_PER_MS);
    }

    private static boolean hearsUntil(PhoneCall call, int samples) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (call.heard().length < samples && System.nanoTime() < deadline) {
            call.awaitEnded(Duration.ofMillis(20));
        }
        return call.heard().length >= samples;
    }

    /** The longest time without the tone, from where it first stood for a fifth of a second. */
    private static int longestGap(short[] pcm, int from, double hertz) {
        ToneDetector detector = new ToneDetector(hertz);
        int window = 100 * SAMPLES_PER_MS;
        int at = from;
        while (at + 2 * window <= pcm.length && !detector.present(pcm, at, 2 * window, PacketSeen.SPEECH_RMS)) {
            at += window;
        }
        assertThat(at + 2 * window).as("the tone was heard").isLessThanOrEqualTo(pcm.length);
        int end = at + 2 * window;
        int longest = 0;
        for (; at + window <= pcm.length; at += window / 2) {
            if (detector.present(pcm, at, window, PacketSeen.SPEECH_RMS)) {
                longest = Math.max(longest, at - end);
                end = at + window;
            }
        }
        return Math.max(longest, pcm.length - end) / SAMPLES_PER_MS;
    }
}

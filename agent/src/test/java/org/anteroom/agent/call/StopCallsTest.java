package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Undelivered;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole calls while the service is told to stop: real SIP and RTP. */
final class StopCallsTest {
    private static final Duration SOON = Clinic.SOON;
    private static final String WITH_DESK = "[desk]\nnumber = \"300\"\nring-seconds = 10\n" + Clinic.ONE_DOCTOR;

    @TempDir
    Path folder;

    private Clinic clinic;

    @AfterEach
    void closeClinic() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    @Test
    void aBridgedEmergencySurvivesTheStopWhichWaitsForIt() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR).answering(OnCallPerson.talking(620));
        CompletableFuture<Void> stopped;
        try (PhoneCall call = clinic.greeted()) {
            call.press('*');
            clinic.nextLeg("doctor", "bridged");

            stopped = stop(Duration.ZERO);

            clinic.awaitRegistered(false);
            call.listenAfresh();
            assertThat(call.hears(620, SOON)).as("the doctor is heard").isTrue();
            assertThat(clinic.receptionist.emergencies()).isEqualTo(1);
            assertThat(stopped).isNotDone();
            assertThat(call.ending()).isEmpty();
        }
        stopped.get(60, TimeUnit.SECONDS);
        assertThat(clinic.receptionist.calls()).isZero();
        assertThat(clinic.steps("doctor")).contains("bridged");
    }

    @Test
    void anEmergencyThatRingsIsWaitedForAndConnected() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        CompletableFuture<Void> stopped;
        clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ofSeconds(2), call -> {
            call.press('1');
            call.press('5');
            call.awaitEnded(SOON);
        }));
        try (PhoneCall call = clinic.greeted()) {
            call.press('*');
            clinic.nextLeg("doctor", "invite");

            stopped = stop(Duration.ZERO);

            clinic.nextLeg("doctor", "bridged");
            assertThat(stopped).isNotDone();
        }
        stopped.get(60, TimeUnit.SECONDS);
    }

    @Test
    void anOrdinaryCallGoesToTheDeskInOpeningHoursAndWhatWasSaidIsKept() throws Exception {
        clinic = Clinic.open(folder, WITH_DESK);
        clinic.phone(Clinic.DESK)
                .answering(Answering.after(Duration.ofMillis(300), desk -> desk.tone(620, Duration.ofSeconds(60))));
        CompletableFuture<Void> stopped;
        try (PhoneCall call = clinic.greeted()) {
            call.say(CallerAudio.clip("message-wish"));
            clinic.nextSaid(TemplateId.ASK_NAME);
            call.say(CallerAudio.clip("message-name"));
            clinic.nextSaid(TemplateId.ASK_SAME_NUMBER);

            stopped = stop(Duration.ofSeconds(1));

            clinic.nextSaid(TemplateId.STOPPING_TO_DESK);
            clinic.nextLeg("desk", "bridged");
            call.listenAfresh();
            assertThat(call.hears(620, SOON)).as("the desk is heard").isTrue();
            assertThat(clinic.receptionist.emergencies()).isZero();
        }
        stopped.get(60, TimeUnit.SECONDS);
        assertThat(clinic.messages()).hasSize(1);
    }

    @Test
    void anOrdinaryCallIsToldToCallAgainWhereNobodyTakesIt() throws Exception {
        clinic = Clinic.night(folder, WITH_DESK);
        try (PhoneCall call = clinic.greeted()) {
            CompletableFuture<Void> stopped = stop(Duration.ofMillis(500));

            clinic.nextSaid(TemplateId.GOODBYE_STOPPING);
            assertThat(call.awaitEnded(SOON)).isTrue();
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void anEmergencyInTheGoodbyeStillRingsTheDoctor() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR).answering(OnCallPerson.talking(620));
        CompletableFuture<Void> stopped;
        try (PhoneCall call = clinic.greeted()) {
            stopped = stop(Duration.ZERO);
            clinic.nextSaid(TemplateId.GOODBYE_STOPPING);
            call.press('*');

            clinic.nextLeg("doctor", "bridged");
            assertThat(call.ending()).isEmpty();
        }
        stopped.get(60, TimeUnit.SECONDS);
    }

    /** What the service calls people for by itself is not cut off in the middle of a sentence either. */
    @Test
    void whoIsOnThePhoneAboutAnAlarmOrACallBackIsWaitedFor() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        CountDownLatch answered = new CountDownLatch(2);
        CountDownLatch stopAsked = new CountDownLatch(1);
        Answering takes = Answering.after(Duration.ZERO, call -> {
            answered.countDown();
            stopAsked.await(SOON.toSeconds(), TimeUnit.SECONDS);
            call.press('1');
            call.awaitEnded(SOON);
        });
        clinic.phone(Clinic.NURSE).answering(takes);
        clinic.phone(Clinic.DOCTOR).answering(takes);
        CompletableFuture<Boolean> alarm = new CompletableFuture<>();
        Thread telling = new Thread(() -> tellOfAnAlarm(alarm), "test-alarm");
        telling.start();
        CompletableFuture<CallBackRing.Outcome> callBack = clinic.receptionist
                .phoning()
                .forCallBack(new CallBackRing.Matter(
                        TemplateId.CALL_BACK_ASKED,
                        "6145550192",
                        List.of(new CallBackOwner("doctor", Clinic.DOCTOR)),
                        () -> CompletableFuture.completedFuture(true)));
        assertThat(answered.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> stopped = stop(Duration.ZERO);

        clinic.awaitRegistered(false);
        assertThat(clinic.receptionist.awaited()).isTrue();
        assertThat(stopped).isNotDone();
        stopAsked.countDown();
        assertThat(alarm.get(60, TimeUnit.SECONDS)).as("the alarm was taken").isTrue();
        assertThat(callBack.get(60, TimeUnit.SECONDS)).isEqualTo(CallBackRing.Outcome.TAKEN);
        stopped.get(60, TimeUnit.SECONDS);
        telling.join(10_000);
    }

    private void tellOfAnAlarm(CompletableFuture<Boolean> taken) {
        try {
            clinic.receptionist
                    .phoning()
                    .alarmPhone()
                    .tell(Clinic.NURSE, Alarm.Kind.RECORDS, () -> taken.complete(true));
        } catch (Undelivered | InterruptedException e) {
            taken.completeExceptionally(e);
        }
    }

    private CompletableFuture<Void> stop(Duration ordinary) {
        return CompletableFuture.runAsync(() -> {
            try {
                clinic.receptionist.finish(ordinary);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}

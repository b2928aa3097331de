package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.BesideOthers;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Whole calls: real SIP, RTP, recognition, synthesis, database. */
final class CallsTest {
    private static final Duration SOON = Clinic.SOON;
    private static final Duration QUIET = Duration.ofMillis(800);
    private static final String DOCTOR_THEN_NURSE = Clinic.ONE_DOCTOR
            + """

                    [[oncall.group]]
                    name = "nurses"
                    ring-seconds = 10
                    [[oncall.group.target]]
                    name = "nurse"
                    number = "202"
                    """;

    @TempDir
    Path folder;

    private Clinic clinic;

    @AfterEach
    void closeClinic() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    @BesideOthers
    void anEmergencyOverTheGreetingReachesTheDoctorAndTheCallerIsNeverDropped() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        BlockingQueue<PhoneCall> taken = new LinkedBlockingQueue<>();
        BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        Phone doctor = clinic.phone(Clinic.DOCTOR);
        doctor.answering(Answering.after(Duration.ofMillis(300), call -> {
            taken.add(call);
            heard.add(call.awaitTurn(QUIET, SOON));
            call.press('1');
            call.press('5');
            heard.add(call.hears(440, SOON));
            call.tone(620, Duration.ofSeconds(2));
        }));
        Phone phone = clinic.phone(Clinic.CALLER);
        try (PhoneCall call = clinic.call(phone)) {
            assertThat(call.awaitSpeech(SOON)).isTrue();
            call.say(CallerAudio.clip("hours-chest-pain"));
            CallEvent.Decided decided = clinic.next(CallEvent.Decided.class, one -> true);
            CallersSide side = CallersSide.of(call);
            assertThat(decided.grade()).isEqualTo("ALARM");
            clinic.nextLeg("doctor", "bridged");
            side.isUnbroken();
            assertThat(taken.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).as("the announcement").isTrue();
            call.tone(440, Duration.ofSeconds(1));
            assertThat(heard.poll(30, TimeUnit.SECONDS)).as("the caller's tone").isTrue();
            assertThat(call.hears(620, SOON)).as("the doctor's tone").isTrue();

            clinic.nextLeg("doctor", "parted");
            clinic.nextSaid(TemplateId.CONNECTING);
            clinic.nextLeg("doctor", "invite");
            assertThat(call.ending()).as("the caller is still there").isEmpty();
        }
        clinic.next(CallEvent.Ended.class, one -> true);
        assertThat(clinic.held().afterwards()).isEmpty();
        assertThat(doctor.failures()).isEmpty();
        assertThat(saidBetweenDecisionAndBridge()).containsOnly(TemplateId.CONNECTING.key());
    }

    @BesideOthers
    void whatACallerMeansRingsTheDoctorThoughNoRuleKnowsTheWords() throws Exception {
        Score.Near near = new Score.Near("m-1", "she keeled over", "unconscious", true, 0.8);
        clinic = Clinic.judging(folder, text -> new Score(text.contains("message") ? 0.9 : -1, List.of(near)));
        clinic.phone(Clinic.DOCTOR).answering(Answering.never());
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.CALLER))) {
            assertThat(call.awaitSpeech(SOON)).isTrue();
            call.say(CallerAudio.clip("message-wish"));
            CallEvent.Decided decided = clinic.next(CallEvent.Decided.class, one -> true);
            assertThat(decided.rule()).isEqualTo("meaning");
            assertThat(decided.category()).isEqualTo("unconscious");
            clinic.nextLeg("doctor", "invite");
        }
    }

    @BesideOthers
    void aVoicemailThatSaysYesAndBeepsNeverGetsTheCallerAndEverybodyIsTriedAgain() throws Exception {
        clinic = Clinic.hasty(folder, DOCTOR_THEN_NURSE);
        Phone doctor = clinic.phone(Clinic.DOCTOR);
        doctor.answering(Answering.voicemail(
                Duration.ofMillis(200), CallerAudio.clip("voicemail-yes").pcm()));
        Phone nurse = clinic.phone(Clinic.NURSE);
        nurse.answering(Answering.busy());
        Phone phone = clinic.phone(Clinic.CALLER);
        try (PhoneCall call = clinic.call(phone)) {
            assertThat(call.awaitSpeech(SOON)).isTrue();
            call.press('*');
            clinic.nextLeg("doctor", "answered");
            clinic.nextLeg("nurse", "refused 486");
            clinic.next(CallEvent.Said.class, said -> said.template().startsWith("all-failed"));
            clinic.nextLeg("doctor", "invite");
            assertThat(call.ending()).as("the line stays open").isEmpty();
        }
        assertThat(clinic.all.stream()
                        .filter(CallEvent.Outbound.class::isInstance)
                        .map(CallEvent.Outbound.class::cast)
                        .filter(leg -> leg.what().equals("bridged")))
                .isEmpty();
        assertThat(clinic.alarms).extracting(Alarm::kind).contains(Alarm.Kind.NOBODY_ANSWERS);
        assertThat(clinic.records.counters().value(Metric.EMERGENCY_ROUNDS_FAILED))
                .isEqualTo(1);
    }

    @BesideOthers
    void aCallerWhoHangsUpMidWayLeavesAnIncompleteRequestAndAnEndedCall() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        Phone phone = clinic.phone(Clinic.CALLER);
        try (PhoneCall call = clinic.call(phone)) {
            assertThat(call.awaitSpeech(SOON)).isTrue();
            call.say(CallerAudio.clip("message-wish"));
            assertThat(call.awaitTurn(QUIET, SOON)).isTrue();
            call.say(CallerAudio.clip("message-name"));
            clinic.nextSaid(TemplateId.ASK_SAME_NUMBER);
        }
        clinic.next(CallEvent.Stored.class, stored -> true);
        List<Message> messages = clinic.messages();
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.content().incomplete()).isTrue();
            assertThat(message.content().callerName()).isPresent();
        });
        List<CallLog.Call> calls = OpenStore.await(clinic.calls.list("test", 10));
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.caller()).contains(Clinic.CALLER);
            assertThat(call.ended()).isPresent();
        });
        Optional<CallLog.Whole> whole = OpenStore.await(clinic.calls.show("test", 1));
        assertThat(whole.orElseThrow().lines()).anyMatch(line -> line.kind().equals("HEARD"));
    }

    @BesideOthers
    void anUnfitReceptionistUnregistersAndComesBack() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        clinic.records.health().report(Condition.VOICE, false, "test");
        clinic.awaitRegistered(false);
        assertThat(clinic.alarms).extracting(Alarm::kind).contains(Alarm.Kind.HEALTH);
        assertThat(ServedLine.withdrawn("Sound leaves late."))
                .endsWith("the PBX's fall-back takes them. Sound leaves late.");
        clinic.records.health().report(Condition.VOICE, true, "test");
        clinic.awaitRegistered(true);
    }

    @BesideOthers
    void anOrderlyStopRaisesNoAlarm() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        // A machine that stood still for a moment withdrew it before, rightly with an alarm: that is none of the
        // stop's.
        clinic.alarms.clear();
        clinic.receptionist.close();
        clinic.awaitRegistered(false);
        assertThat(clinic.alarms).extracting(Alarm::kind).doesNotContain(Alarm.Kind.LINE);
    }

    @BesideOthers
    void theOnCallTestRingsEveryPhoneAndTellsWhoConfirmed() throws Exception {
        clinic = Clinic.night(folder, DOCTOR_THEN_NURSE);
        Phone doctor = clinic.phone(Clinic.DOCTOR);
        doctor.answering(Answering.after(Duration.ofMillis(100), call -> {
            call.awaitTurn(QUIET, SOON);
            call.press('1');
            call.awaitEnded(SOON);
        }));
        clinic.phone(Clinic.NURSE).answering(Answering.busy());

        List<OncallTest.Result> results =
                clinic.receptionist.phoning().oncallTest().run().get(60, TimeUnit.SECONDS);

        assertThat(results)
                .extracting(OncallTest.Result::outcome)
                .containsExactly(OncallTest.Outcome.CONFIRMED, OncallTest.Outcome.FAILED);
    }

    private List<String> saidBetweenDecisionAndBridge() {
        int from = index(CallEvent.Decided.class, event -> true);
        int to = index(
                CallEvent.Outbound.class,
                event -> ((CallEvent.Outbound) event).what().equals("bridged"));
        return clinic.all.subList(from, to).stream()
                .filter(CallEvent.Said.class::isInstance)
                .map(event -> ((CallEvent.Said) event).template())
                .toList();
    }

    private int index(Class<?> type, java.util.function.Predicate<CallEvent> fits) {
        for (int i = 0; i < clinic.all.size(); i++) {
            CallEvent event = clinic.all.get(i);
            if (type.isInstance(event) && fits.test(event)) {
                return i;
            }
        }
        throw new AssertionError("no " + type.getSimpleName());
    }
}

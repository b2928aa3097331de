package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.BesideOthers;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.records.Recorded;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Whole calls on their way to a person, and calls without records: real SIP, RTP, recognition, synthesis, database. */
final class HandoverCallsTest {
    private static final Duration SOON = Clinic.SOON;
    private static final Duration QUIET = Duration.ofMillis(800);
    /** Who asks for a person again and again at night is put through. */
    private static final Set<String> ANSWERS_TO_ZERO =
            Set.of(TemplateId.OFFICE_CLOSED.key(), TemplateId.CONNECTING.key());

    private static final String DESK = "[desk]\nnumber = \"300\"\nring-seconds = 5\n";

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
    void keyZeroReachesTheDeskInHoursAndTheCallEndsWithIt() throws Exception {
        clinic = Clinic.open(folder, DESK + Clinic.ONE_DOCTOR);
        BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        clinic.phone(Clinic.DESK).answering(Answering.after(Duration.ofMillis(200), call -> {
            heard.add(call.hears(440, SOON));
        }));
        try (PhoneCall call = clinic.greeted()) {
            call.press('0');
            clinic.nextLeg("desk", "bridged");
            call.tone(440, Duration.ofSeconds(2));
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isTrue();
            assertThat(call.awaitEnded(SOON)).isTrue();
        }
    }

    @BesideOthers
    void aDeskThatDoesNotAnswerGivesTheCallerBackToTheConversation() throws Exception {
        clinic = Clinic.open(folder, DESK + Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DESK).answering(Answering.never());
        try (PhoneCall call = clinic.greeted()) {
            call.press('0');
            clinic.nextLeg("desk", "invite");
            clinic.nextSaid(TemplateId.DESK_FAILED);
            clinic.nextSaid(TemplateId.OFFER_MESSAGE_OR_PERSON);
            assertThat(call.ending()).isEmpty();
        }
    }

    @BesideOthers
    void theEmergencyKeyTakesTheCallFromARingingDesk() throws Exception {
        clinic = Clinic.open(folder, DESK + Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DESK).answering(Answering.never());
        clinic.phone(Clinic.DOCTOR).answering(Answering.never());
        try (PhoneCall call = clinic.greeted()) {
            call.press('0');
            clinic.nextLeg("desk", "invite");
            call.press('*');
            clinic.nextSaid(TemplateId.CONNECTING);
            clinic.awaitStep("doctor", "ringing");
        }
    }

    @BesideOthers
    void aCallerWhoHangsUpWhileItRingsLeavesTheNumberWithTheDoctor() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        BlockingQueue<PhoneCall> taken = new LinkedBlockingQueue<>();
        BlockingQueue<Boolean> go = new LinkedBlockingQueue<>();
        clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ofMillis(200), call -> {
            taken.add(call);
            go.poll(30, TimeUnit.SECONDS);
            call.listenAfresh();
            call.awaitTurn(QUIET, SOON);
            call.press('1');
            call.awaitEnded(SOON);
        }));
        try (PhoneCall call = clinic.greeted()) {
            call.press('*');
            assertThat(taken.poll(30, TimeUnit.SECONDS)).isNotNull();
            clinic.nextLeg("doctor", "told press-one");
        }
        clinic.nextLeg("doctor", "told caller-hung-up");
        go.add(true);
        clinic.nextLeg("doctor", "told caller-number");
        clinic.nextLeg("doctor", "dropped");
    }

    @BesideOthers
    void whoTakesACallThatRangForLessHearsTheGravestMatter() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        BlockingQueue<Boolean> go = new LinkedBlockingQueue<>();
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ofMillis(200), call -> {
            go.poll(30, TimeUnit.SECONDS);
            call.press('1');
            clinic.nextLeg("doctor", "bridged");
            told.add(Senses.words(call.heard()));
            call.awaitEnded(SOON);
        }));
        try (PhoneCall call = clinic.greeted()) {
            String answer = "";
            while (!answer.equals(TemplateId.CONNECTING.key())) {
                call.press('0');
                answer = clinic.next(CallEvent.Said.class, said -> ANSWERS_TO_ZERO.contains(said.template()))
                        .template();
            }
            clinic.nextLeg("doctor", "told press-one");
            assertThat(clinic.all).noneMatch(CallEvent.Decided.class::isInstance);
            call.say(CallerAudio.clip("hours-chest-pain"));
            clinic.next(CallEvent.Decided.class, one -> one.category().equals("chest-pain"));
            go.add(true);
            assertThat(told.poll(30, TimeUnit.SECONDS)).contains("chest");
        }
        assertThat(clinic.all.stream()
                        .filter(CallEvent.Outbound.class::isInstance)
                        .filter(leg -> ((CallEvent.Outbound) leg).what().equals("invite")))
                .as("the phone that rang is not rung anew")
                .hasSize(1);
    }

    @BesideOthers
    void withoutRecordsOnlyEmergenciesAreServedAndNothingIsStored() throws Exception {
        clinic = Clinic.emergencyOnly(folder, Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR).answering(Answering.never());
        Phone phone = clinic.phone(Clinic.CALLER);
        try (PhoneCall call = clinic.call(phone)) {
            clinic.nextSaid(TemplateId.GREETING_EMERGENCY);
            clinic.nextSaid(TemplateId.EMERGENCY_ONLY);
            call.press('*');
            clinic.nextLeg("doctor", "ringing");
        }
        clinic.next(CallEvent.Ended.class, ended -> true);
        assertThat(clinic.messages()).isEmpty();
        assertThat(clinic.calls.list("test", 10).get(30, TimeUnit.SECONDS)).isEmpty();
    }

    @BesideOthers
    void aRecordedCallHoldsBothSidesAndIsSealed() throws Exception {
        clinic = Clinic.night(folder, "[recording]\nenabled = true\n" + Clinic.ONE_DOCTOR);
        String id;
        Phone phone = clinic.phone(Clinic.CALLER);
        try (PhoneCall call = clinic.call(phone)) {
            id = clinic.nextSaid(TemplateId.GREETING_RECORDED).call();
            call.tone(440, Duration.ofSeconds(1));
        }
        clinic.next(CallEvent.Ended.class, ended -> true);
        clinic.receptionist.close();
        Recorded recorded = clinic.recordings.read(id, 0, 8_000 * 2 * 60).orElseThrow();
        assertThat(recorded.finished()).isTrue();
        assertThat(loudest(recorded.pcm(), 0)).as("the caller").isGreaterThan(2_000);
        assertThat(loudest(recorded.pcm(), 1)).as("we").isGreaterThan(2_000);
    }

    @BesideOthers
    void nothingIsRecordedWhileTheCallerTalksToTheDesk() throws Exception {
        clinic = Clinic.open(folder, "[recording]\nenabled = true\n" + DESK + Clinic.ONE_DOCTOR);
        BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        clinic.phone(Clinic.DESK)
                .answering(Answering.after(Duration.ofMillis(200), call -> heard.add(call.hears(440, SOON))));
        String id;
        try (PhoneCall call = clinic.greeted()) {
            id = clinic.nextSaid(TemplateId.GREETING_RECORDED).call();
            call.press('0');
            clinic.nextLeg("desk", "bridged");
            call.tone(440, Duration.ofSeconds(2));
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isTrue();
        }
        clinic.next(CallEvent.Ended.class, ended -> true);
        clinic.receptionist.close();
        Recorded recorded = clinic.recordings.read(id, 0, 8_000 * 2 * 60).orElseThrow();
        assertThat(loudest(recorded.pcm(), 1)).as("our greeting").isGreaterThan(2_000);
        assertThat(loudest(recorded.pcm(), 0)).as("the caller to the desk").isLessThan(500);
    }

    @BesideOthers
    void aServiceThatStopsKeepsAHalfTakenMessageAndTheJournal() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        try (PhoneCall call = clinic.greeted()) {
            call.say(CallerAudio.clip("message-wish"));
            assertThat(call.awaitTurn(QUIET, SOON)).isTrue();
            call.say(CallerAudio.clip("message-name"));
            clinic.nextSaid(TemplateId.ASK_SAME_NUMBER);
            clinic.receptionist.close();
            assertThat(call.awaitEnded(SOON)).isTrue();
        }
        assertThat(clinic.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content().incomplete()).isTrue());
        assertThat(OpenStore.await(clinic.calls.show("test", 1)).orElseThrow().lines())
                .extracting(CallLog.Line::kind)
                .as("the last page")
                .contains("REQUEST");
    }

    private static int loudest(short[] pcm, int channel) {
        int loudest = 0;
        for (int i = channel; i < pcm.length; i += 2) {
            loudest = Math.max(loudest, Math.abs(pcm[i]));
        }
        return loudest;
    }
}

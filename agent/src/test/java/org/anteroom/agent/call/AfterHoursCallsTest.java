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
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.practice.CallBack;
import org.anteroom.agent.practice.CallBackStage;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A caller who asks for the clinician on call on a Saturday night, over real SIP and RTP, by what is configured. */
final class AfterHoursCallsTest {
    private static final Duration SOON = Clinic.SOON;
    private static final Duration QUIET = Duration.ofMillis(800);

    @TempDir
    Path folder;

    private Clinic clinic;

    @AfterEach
    void closeClinic() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    /** The call after the caller has asked for the doctor on call. */
    private PhoneCall asking(String weekend) throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR + "\n[after-hours]\nweekend = \"" + weekend + "\"\n");
        return clinic.call(clinic.phone(Clinic.CALLER));
    }

    /** Over the greeting, as who calls often does; who is misheard says it again. */
    private void ask(PhoneCall call, TemplateId hoped) throws Exception {
        Set<String> answers = Set.of(hoped.key(), TemplateId.OFFER_MESSAGE.key(), TemplateId.NOT_UNDERSTOOD.key());
        assertThat(call.awaitSpeech(SOON)).isTrue();
        String answer = "";
        for (int times = 0; times < 3 && !answer.equals(hoped.key()); times++) {
            call.say(CallerAudio.clip("on-call-wish"));
            answer = clinic.next(CallEvent.Said.class, said -> answers.contains(said.template()))
                    .template();
        }
        assertThat(answer).as("what was heard: " + clinic.all).isEqualTo(hoped.key());
    }

    @BesideOthers
    void isConnected() throws Exception {
        try (PhoneCall call = asking("connect")) {
            clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ofMillis(200), doctor -> {
                doctor.awaitSpeech(SOON);
                doctor.press('1');
                doctor.tone(620, SOON);
                doctor.awaitEnded(SOON);
            }));
            ask(call, TemplateId.CONNECTING);

            clinic.nextLeg("doctor", "bridged");
            assertThat(call.hears(620, SOON)).as("the doctor's tone").isTrue();
        }
    }

    @BesideOthers
    void isOfferedAMessageAndHearsWhenTheOfficeOpens() throws Exception {
        try (PhoneCall call = asking("message")) {
            ask(call, TemplateId.OFFICE_CLOSED);

            clinic.nextSaid(TemplateId.OPENS);
            clinic.nextSaid(TemplateId.OFFER_MESSAGE);
            assertThat(clinic.all).as("nobody is rung").noneMatch(CallEvent.Outbound.class::isInstance);
        }
    }

    /** The promise is spoken after it is on disk; then the doctor's phone rings, which says that it was done by key. */
    @BesideOthers
    void isPromisedACallBackOfWhichTheDoctorIsRungAndDoneByKey() throws Exception {
        BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        try (PhoneCall call = asking("page")) {
            clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ofMillis(200), doctor -> {
                heard.add(doctor.awaitSpeech(SOON));
                doctor.press('1');
                heard.add(doctor.awaitTurn(QUIET, SOON));
                doctor.press('2');
                heard.add(doctor.awaitEnded(SOON));
            }));
            ask(call, TemplateId.TAKING_PAGE);
            assertThat(call.awaitTurn(QUIET, SOON)).isTrue();
            call.say(CallerAudio.clip("message-name"));
            clinic.nextSaid(TemplateId.ASK_SAME_NUMBER);
            call.press('1');
            clinic.nextSaid(TemplateId.ASK_ABOUT);
            assertThat(call.awaitTurn(QUIET, SOON)).isTrue();
            call.say(CallerAudio.clip("message-about"));
            clinic.nextSaid(TemplateId.ASK_MORE);
            call.press('2');
            clinic.next(CallEvent.Stored.class, stored -> true);
            clinic.nextSaid(TemplateId.CALL_BACK_PROMISED);
        }
        CallBack promised = clinic.callBacks().waiting().get(0);
        assertThat(promised.stage()).isEqualTo(CallBackStage.PROMISED);
        assertThat(promised.caller()).isEqualTo(Clinic.CALLER);

        try (CallBackRounds rounds = clinic.callBackRounds()) {
            for (String what : new String[] {"the announcement", "the number", "the end"}) {
                assertThat(heard.poll(SOON.toSeconds(), TimeUnit.SECONDS))
                        .as(what)
                        .isTrue();
            }
            assertThat(clinic.alarms).extracting(Alarm::kind).contains(Alarm.Kind.CALL_BACK);
            awaitDone();
        }
    }

    /** What the caller asked for stands, though the line broke: somebody must call back. */
    @BesideOthers
    void isCalledBackAllTheSameAfterHangingUpOnceTheNumberIsConfirmed() throws Exception {
        try (PhoneCall call = asking("page")) {
            ask(call, TemplateId.TAKING_PAGE);
            assertThat(call.awaitTurn(QUIET, SOON)).isTrue();
            call.say(CallerAudio.clip("message-name"));
            clinic.nextSaid(TemplateId.ASK_SAME_NUMBER);
            call.press('1');
            clinic.nextSaid(TemplateId.ASK_ABOUT);
        }
        clinic.next(CallEvent.Stored.class, stored -> true);
        assertThat(clinic.callBacks().waiting()).singleElement().satisfies(owed -> {
            assertThat(owed.stage()).isEqualTo(CallBackStage.PROMISED);
            assertThat(owed.caller()).isEqualTo(Clinic.CALLER);
        });
        assertThat(clinic.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content().incomplete()).isTrue());
    }

    private void awaitDone() throws Exception {
        BlockingQueue<Boolean> never = new LinkedBlockingQueue<>();
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!clinic.callBacks().waiting().isEmpty()) {
            assertThat(System.nanoTime()).as("it is done").isLessThan(deadline);
            never.poll(50, TimeUnit.MILLISECONDS);
        }
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.BesideOthers;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.watch.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A caller shows who they are by being called back at the number on file, over real SIP and RTP. */
final class CalledBackByPhoneTest {
    private static final Duration QUIET = Duration.ofMillis(800);
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final double DOCTOR_HZ = 700;
    private static final LocalDate BORN = LocalDate.parse("1984-03-03");
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");
    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");

    private static final String CALLING_BACK =
            """
            [[practice.visit-type]]
            name = "checkup"
            minutes = 30
            by-phone = "open"

            [[practice.provider]]
            id = "ortiz"
            name = "Doctor Ortiz"
            visit-types = ["checkup"]
            [practice.provider.hours]
            tuesday = ["08:00-12:00"]

            [identity]
            factor = "call-back"

            """;

    @TempDir
    Path folder;

    private Clinic clinic;
    private Phone caller;
    private Phone home;

    @BeforeEach
    void openClinic() throws Exception {
        clinic = Clinic.open(folder, CALLING_BACK + Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR).answering(OnCallPerson.talking(DOCTOR_HZ));
        caller = clinic.phone(Clinic.CALLER);
        home = clinic.phone(Clinic.HOME);
        home.answering(Answering.after(Duration.ZERO, call -> call.awaitEnded(LONG)));
    }

    @AfterEach
    void closeClinic() throws Exception {
        clinic.close();
    }

    private void enrol() throws Exception {
        enrol("Robert Miller", TEN);
    }

    /** All live in one house, and were born on one day. */
    private void enrol(String name, Instant visit) throws Exception {
        Offer offer = new Offer("ortiz", Optional.empty(), "checkup", visit, visit.plusSeconds(1_800));
        var unused = clinic.enrol(name, BORN, Clinic.HOME, offer);
    }

    /** Wants to cancel as Robert Miller, and hangs up when it is said goodbye. */
    private void asksToCancel() throws Exception {
        int before = clinic.messages().size();
        try (PhoneCall call = clinic.call(caller)) {
            assertThat(call.awaitSpeech(Clinic.SOON)).isTrue();
            assertThat(call.awaitTurn(QUIET, Clinic.SOON)).isTrue();
            call.say(Senses.shared()
                    .voice
                    .render("I need to cancel my appointment.")
                    .pcm());
            clinic.nextSaid(TemplateId.ASK_NAME);
            assertThat(call.awaitTurn(QUIET, Clinic.SOON)).isTrue();
            call.say(CallerAudio.clip("message-name"));
            clinic.nextSaid(TemplateId.ASK_BIRTH);
            type(call, "03031984#");
            clinic.nextSaid(TemplateId.ASK_CALL_BACK);
            call.press('1');
            clinic.nextSaid(TemplateId.CALL_BACK_COMING);
            assertThat(clinic.messages())
                    .as("staff have it before that is said")
                    .hasSize(before + 1);
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
        assertThat(home.rung()).as("the line is free first").isZero();
    }

    private static void type(PhoneCall call, String keys) {
        keys.chars().forEach(key -> call.press((char) key));
    }

    /** Somebody takes it at home, and is asked who they are. */
    private PhoneCall answered() throws Exception {
        PhoneCall call = home.nextTaken(Clinic.SOON).orElseThrow();
        assertThat(call.awaitSpeech(Clinic.SOON)).isTrue();
        call.press('1');
        clinic.nextSaid(TemplateId.ASK_BIRTH);
        return call;
    }

    private Message left() throws Exception {
        List<Message> messages = clinic.messages();
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    @BesideOthers
    void whoAnswersAtTheNumberOnFileAndKnowsTheDateOfBirthCancels() throws Exception {
        enrol();
        asksToCancel();
        try (PhoneCall call = answered()) {
            assertThat(clinic.booked(DAY)).hasSize(1);
            type(call, "03031984#");
            clinic.nextSaid(TemplateId.VISIT_TO_CANCEL);
            assertThat(left().settled()).isEmpty();
            call.press('1');
            clinic.nextSaid(TemplateId.VISIT_CANCELLED);
            assertThat(clinic.booked(DAY)).isEmpty();
            assertThat(left().settled()).isPresent();
            assertThat(call.awaitTurn(QUIET, Clinic.SOON)).isTrue();
            call.say(CallerAudio.clip("message-bye"));
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
        clinic.next(CallEvent.Ended.class, ended -> true);
        assertThat(home.rung()).isOne();
        assertThat(clinic.held().afterwards()).isEmpty();
    }

    @BesideOthers
    void somebodyElseInTheHouseHearsNothingAndStaffKeepTheRequest() throws Exception {
        enrol();
        asksToCancel();
        try (PhoneCall call = answered()) {
            type(call, "03031985#");
            clinic.nextSaid(TemplateId.RETURN_BIRTH_AGAIN);
            type(call, "06091970#");
            clinic.nextSaid(TemplateId.RETURN_WITH_OFFICE);
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
        assertThat(clinic.booked(DAY)).hasSize(1);
        assertThat(left().settled()).isEmpty();
        assertThat(clinic.all)
                .noneMatch(event -> event instanceof CallEvent.Said said
                        && said.template().equals(TemplateId.VISIT_TO_CANCEL.key()));
    }

    /** What it says over the announcement, "press one" too, takes nothing: keys alone do. */
    @BesideOthers
    void aVoicemailHearsNothingOfThePatient() throws Exception {
        enrol();
        home.answering(Answering.voicemail(
                Duration.ZERO, CallerAudio.clip("voicemail-yes").pcm()));
        asksToCancel();
        PhoneCall box = home.nextTaken(Clinic.SOON).orElseThrow();
        assertThat(box.awaitEnded(LONG)).isTrue();
        assertThat(Senses.words(box.heard()))
                .contains("press one")
                .doesNotContain("cancel")
                .doesNotContain("miller")
                .doesNotContain("appointment");
        assertThat(clinic.records.counters().value(Metric.CALLS_ANSWERED)).isOne();
        assertThat(left().settled()).isEmpty();
    }

    @BesideOthers
    void anEmergencyInTheCallBackReachesTheDoctor() throws Exception {
        enrol();
        asksToCancel();
        try (PhoneCall call = answered()) {
            assertThat(call.awaitTurn(QUIET, Clinic.SOON)).isTrue();
            call.say(CallerAudio.clip("emergency-breathe"));
            clinic.nextLeg("doctor", "bridged");
            assertThat(call.hears(DOCTOR_HZ, Clinic.SOON)).isTrue();
        }
    }

    @BesideOthers
    void anEmergencyOfSomebodyElseEndsARingThatNobodyHasTaken() throws Exception {
        enrol();
        asksToCancel();
        PhoneCall ringing = home.nextTaken(Clinic.SOON).orElseThrow();
        assertThat(ringing.awaitSpeech(Clinic.SOON)).isTrue();
        long begun = System.nanoTime();
        try (PhoneCall other = clinic.call(clinic.phone("298"))) {
            other.press('*');
            assertThat(ringing.awaitEnded(Clinic.SOON)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            clinic.nextLeg("doctor", "bridged");
        }
    }

    /** Who lives with somebody on file, born on the same day, is still a stranger. */
    @BesideOthers
    void forAStrangerNobodyIsRung() throws Exception {
        enrol("Helen Barker", TEN.plusSeconds(3_600));
        asksToCancel();
        awaitLookedUp();

        enrol();
        asksToCancel();
        assertThat(home.nextTaken(Clinic.SOON)).as("a patient's ring").isPresent();
        assertThat(home.rung())
                .as("a stranger's would have come long before it")
                .isOne();
        assertThat(clinic.messages()).hasSize(2).allMatch(message -> message.settled()
                .isEmpty());
    }

    /** Until it was found out that there is nobody to ring. */
    private void awaitLookedUp() throws Exception {
        long deadline = System.nanoTime() + Clinic.SOON.toNanos();
        while (System.nanoTime() < deadline) {
            boolean found = OpenStore.await(clinic.records
                    .store()
                    .write(unit -> unit.handle()
                                    .createQuery("select count(*) from audit where action = 'identity.call-back'"
                                            + " and subject = 'none'")
                                    .mapTo(Integer.class)
                                    .one()
                            > 0));
            if (found) {
                return;
            }
        }
        throw new AssertionError("nobody was looked for");
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.DutyChoice;
import org.anteroom.agent.emergency.HandOver;
import org.anteroom.agent.emergency.HandOverRule;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.Outlet;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The on-call phone is handed over by phone, over real SIP and RTP: Dr. Reed has it, Dr. Yu is to take it. */
final class HandOverByPhoneTest {
    /** The number that everybody calls is the code here: whoever isn't let in must get an ordinary call. */
    private static final String ONCALL =
            """
            [[oncall.group]]
            name = "doctors"
            [[oncall.group.target]]
            name = "whoever is on call"
            rota = "doctors"
            [[oncall.person]]
            name = "Dr. Reed"
            numbers = ["201"]
            [[oncall.person]]
            name = "Dr. Yu"
            numbers = ["211", "202"]
            [[oncall.rota]]
            name = "doctors"
            turns = ["Dr. Reed", "Dr. Yu"]
            first-week = 2026-11-20
            [oncall.hand-over]
            code = "5550100"
            """;

    private static final Instant NIGHT = Instant.parse("2026-11-21T23:00:00Z");

    @TempDir
    Path folder;

    private final BlockingQueue<String> book = new LinkedBlockingQueue<>();
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private Clinic clinic;
    private HandOvers handOvers;
    private Phone reed;
    private Phone yu;
    /** Of Dr. Yu as well: it answers at once, and nobody listens. */
    private Phone voicemail;

    @BeforeEach
    void openClinic() throws Exception {
        clinic = Clinic.night(folder, ONCALL);
        OncallConfig oncall = Config.load(folder.resolve("anteroom.toml")).oncall();
        Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);
        Counters counters = new Counters();
        Alarms alarming = new Alarms(
                List.of(Outlet.direct("test", (notice, desk) -> alarms.addAll(notice.alarms()), counters)),
                AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)),
                clock,
                counters);
        handOvers = new HandOvers(oncall, ZoneOffset.UTC, new Book(oncall), Senses.shared().catalogue, alarming, clock);
        clinic.receptionist.handOvers(Optional.of(handOvers));
        reed = clinic.phone(Clinic.DOCTOR);
        yu = clinic.phone(Clinic.NURSE);
        voicemail = clinic.phone("211");
        voicemail.answering(Answering.after(Duration.ZERO, call -> call.awaitSpeech(Clinic.SOON)));
    }

    @AfterEach
    void closeClinic() throws Exception {
        clinic.close();
        handOvers.close();
    }

    private static void type(PhoneCall call, String keys) {
        keys.chars().forEach(key -> call.press((char) key));
    }

    /** Up to the moment that the other one is rung. */
    private void give(PhoneCall call) throws Exception {
        type(call, "2468#");
        clinic.nextSaid(TemplateId.DUTY_ON_CALL);
        type(call, "1");
        clinic.nextSaid(TemplateId.DUTY_UNTIL);
        type(call, "1");
        clinic.nextSaid(TemplateId.DUTY_CALLING);
    }

    private PhoneCall welcomed(Phone phone) throws Exception {
        PhoneCall call = clinic.call(phone);
        clinic.nextSaid(TemplateId.DUTY_WELCOME);
        return call;
    }

    private List<String> journal() throws Exception {
        long newest = OpenStore.await(clinic.calls.list("test", 1)).get(0).number();
        return OpenStore.await(clinic.calls.show("test", newest)).orElseThrow().lines().stream()
                .map(line -> line.kind() + " " + line.detail())
                .toList();
    }

    @Test
    void bothHearThatItIsDoneAndNobodyTheirPin() throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        yu.answering(Answering.after(Duration.ofMillis(200), call -> {
            call.awaitTurn(Duration.ofMillis(600), Clinic.SOON);
            call.press('1');
            call.awaitEnded(Clinic.SOON);
            heard.complete(Senses.words(call.heard()));
        }));
        try (PhoneCall call = welcomed(reed)) {
            give(call);
            assertThat(book.poll(30, TimeUnit.SECONDS)).isEqualTo("Dr. Reed > Dr. Yu until 2026-11-23T08:00");
            CallEvent.Said done = clinic.nextSaid(TemplateId.DUTY_DONE);
            assertThat(done.words()).contains("Dr. Yu has the on-call phone until Monday at eight");
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
        assertThat(heard.get(30, TimeUnit.SECONDS))
                .contains("to take the on call phone until monday", "press one", "you have the");
        clinic.next(CallEvent.Ended.class, ended -> true);
        assertThat(journal())
                .contains("CALL hand-over")
                .noneMatch(line -> line.matches("KEY .*[0-9].*"))
                .noneMatch(line -> line.contains("2468"));
        assertThat(clinic.all)
                .filteredOn(CallEvent.Keyed.class::isInstance)
                .extracting(event -> ((CallEvent.Keyed) event).key())
                .containsOnly('#');
    }

    @Test
    void theGiverWhoHangsUpIsCalledBackWithTheOutcome() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        CompletableFuture<Void> gone = new CompletableFuture<>();
        yu.answering(Answering.after(Duration.ZERO, call -> {
            gone.get(30, TimeUnit.SECONDS);
            call.press('1');
            call.awaitEnded(Clinic.SOON);
        }));
        reed.answering(Answering.after(Duration.ZERO, call -> {
            call.awaitTurn(Duration.ofMillis(600), Clinic.SOON);
            call.press('1');
            call.awaitEnded(Clinic.SOON);
            told.complete(Senses.words(call.heard()));
        }));
        try (PhoneCall call = welcomed(reed)) {
            give(call);
            call.hangUp();
            clinic.next(CallEvent.Ended.class, ended -> true);
        }
        assertThat(book).isEmpty();
        gone.complete(null);

        assertThat(told.get(60, TimeUnit.SECONDS)).contains("the on call phone until monday at eight", "press one");
        assertThat(book).hasSize(1);
    }

    @Test
    void whatIsNoKeyOrTheWrongOneLeavesTheGiverOnCall() throws Exception {
        yu.answering(Answering.after(Duration.ZERO, call -> {
            call.tone(440, Duration.ofMillis(500));
            type(call, "73");
            call.awaitSpeech(Clinic.SOON);
        }));
        try (PhoneCall call = welcomed(reed)) {
            give(call);
            assertThat(clinic.nextSaid(TemplateId.DUTY_NOT_TAKEN).words())
                    .isEqualTo("Dr. Yu has not taken it. You are still on call.");
        }
        assertThat(book).isEmpty();
    }

    @Test
    void theThirdWrongPinEndsTheCallWithAnAlarmAndTheRightOneIsNoUseThen() throws Exception {
        try (PhoneCall call = welcomed(reed)) {
            type(call, "1357#");
            clinic.nextSaid(TemplateId.DUTY_WRONG_PIN);
            type(call, "8642#");
            clinic.nextSaid(TemplateId.DUTY_WRONG_PIN);
            type(call, "9753#");
            clinic.nextSaid(TemplateId.DUTY_LOCKED);
        }
        assertThat(book).containsExactly("wrong Dr. Reed", "wrong Dr. Reed", "wrong Dr. Reed", "locked Dr. Reed");
        assertThat(alarms).extracting(Alarm::kind).containsExactly(Alarm.Kind.WRONG_PINS);
        assertThat(alarms.get(0).sentence()).contains("oncall.person[1]").doesNotContain("Reed", "201");
        try (PhoneCall call = welcomed(reed)) {
            type(call, "2468#");
            clinic.nextSaid(TemplateId.DUTY_LOCKED);
        }
    }

    @Test
    void theEmergencyKeyRingsWhoIsOnCallInTheMiddleOfAPinAndOthersGetAnOrdinaryCall() throws Exception {
        yu.answering(Answering.never());
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.CALLER))) {
            clinic.nextSaid(TemplateId.GREETING_EMERGENCY);
        }
        reed.answering(Answering.never());
        try (PhoneCall call = welcomed(yu)) {
            type(call, "24*");
            clinic.nextLeg("Dr. Reed", "invite");
        }
    }

    @Test
    void whoIsNotOnCallTakesItAndTheGiverIsTold() throws Exception {
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        reed.answering(Answering.after(Duration.ZERO, call -> {
            told.complete(call.awaitSpeech(Clinic.SOON));
            call.press('1');
            call.awaitEnded(Clinic.SOON);
        }));
        try (PhoneCall call = welcomed(yu)) {
            type(call, "1379#");
            clinic.nextSaid(TemplateId.DUTY_ON_CALL);
            type(call, "1");
            clinic.nextSaid(TemplateId.DUTY_UNTIL);
            type(call, "2");
            clinic.nextSaid(TemplateId.DUTY_CONFIRM);
            type(call, "1");
            assertThat(clinic.nextSaid(TemplateId.DUTY_YOURS).words()).contains("until tomorrow at eight");
        }
        assertThat(book).containsExactly("Dr. Reed > Dr. Yu until 2026-11-22T08:00");
        assertThat(told.get(60, TimeUnit.SECONDS)).isTrue();
    }

    /** The plan as a service keeps it, in memory. */
    private final class Book implements DutyBook {
        private final OncallConfig oncall;
        private final List<OncallPin> pins = List.of(
                OncallPin.of("Dr. Reed", "2468".toCharArray(), new SecureRandom()),
                OncallPin.of("Dr. Yu", "1379".toCharArray(), new SecureRandom()));
        private List<OncallOverride> overrides = List.of();

        private Book(OncallConfig oncall) {
            this.oncall = oncall;
        }

        @Override
        public List<OncallPin> pins() {
            return pins;
        }

        @Override
        public List<DutyChoice> choices(String who) {
            return new HandOverRule(oncall, overrides, ZoneOffset.UTC).choices(who, NIGHT);
        }

        @Override
        public DutyNews handOver(HandOver wanted) {
            overrides = new HandOverRule(oncall, overrides, ZoneOffset.UTC)
                    .applied(wanted, NIGHT)
                    .orElseThrow();
            LocalDateTime until = wanted.until();
            book.add(wanted.giver() + " > " + wanted.taker() + " until " + until);
            return new DutyNews.Done();
        }

        @Override
        public void wrongPin(String who) {
            book.add("wrong " + who);
        }

        @Override
        public void locked(String who) {
            book.add("locked " + who);
        }
    }
}

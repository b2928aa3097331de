package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.BesideOthers;
import org.anteroom.agent.config.DeskFirst;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.config.StaffConfig;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.StaffChoices;
import org.anteroom.agent.dialogue.StaffNews;
import org.anteroom.agent.dialogue.StaffOverride;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Staff put all calls to the desk by phone, and what callers get then, over real SIP and RTP. */
final class StaffByPhoneTest {
    private static final String DESK = "[desk]\nnumber = \"300\"\nring-seconds = 5\n";
    /** A Monday, 15:00; the clinic closes at five. */
    private static final LocalDateTime FOUR = LocalDateTime.parse("2026-11-23T16:00");

    private static final StaffOverride.ToDesk TO_DESK = new StaffOverride.ToDesk(FOUR);

    @TempDir
    Path folder;

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private volatile Optional<DeskFirst> first = Optional.empty();
    private Clinic clinic;
    private StaffOverrides overrides;
    private Phone ana;
    private Phone desk;

    @BeforeEach
    void openClinic() throws Exception {
        clinic = Clinic.deskFirst(folder, DESK + Clinic.ONE_DOCTOR, () -> first);
        Counters counters = new Counters();
        Clock clock = Clock.systemUTC();
        // The number that everybody calls is the code here: whoever isn't let in must get an ordinary call.
        overrides = new StaffOverrides(
                new StaffConfig(Optional.of(Clinic.NUMBER), List.of(Clinic.NURSE), List.of("Ana", "Bo")),
                ZoneOffset.UTC,
                new Book(),
                new Alarms(List.of(), AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)), clock, counters),
                clock);
        clinic.receptionist.overrides(Optional.of(overrides));
        ana = clinic.phone(Clinic.NURSE);
        desk = clinic.phone(Clinic.DESK);
        desk.answering(Answering.never());
    }

    @AfterEach
    void closeClinic() throws Exception {
        clinic.close();
        overrides.close();
    }

    private static void type(PhoneCall call, String keys) {
        keys.chars().forEach(key -> call.press((char) key));
    }

    private PhoneCall welcomed() throws Exception {
        PhoneCall call = clinic.call(ana);
        clinic.nextSaid(TemplateId.STAFF_WELCOME);
        return call;
    }

    private void toDesk() {
        first = Optional.of(new DeskFirst(FOUR.minusHours(3), FOUR));
    }

    private List<String> journal() throws Exception {
        long newest = OpenStore.await(clinic.calls.list("test", 1)).get(0).number();
        return OpenStore.await(clinic.calls.show("test", newest)).orElseThrow().lines().stream()
                .map(line -> line.kind() + " " + line.detail())
                .toList();
    }

    @BesideOthers
    void aPinAndThreeKeysPutTheNextCallToTheDesk() throws Exception {
        try (PhoneCall call = welcomed()) {
            type(call, "2468#");
            clinic.nextSaid(TemplateId.STAFF_MENU_IN_FORCE);
            type(call, "1");
            clinic.nextSaid(TemplateId.STAFF_BACK);
            type(call, "1");
            clinic.nextSaid(TemplateId.STAFF_CONFIRM);
            assertThat(done).isEmpty();
            type(call, "1");
            assertThat(done.poll(30, TimeUnit.SECONDS)).isEqualTo("Ana puts " + TO_DESK);
            clinic.nextSaid(TemplateId.STAFF_DONE);
            assertThat(clinic.nextSaid(TemplateId.STAFF_DESK).words()).contains("until today at four in the afternoon");
        }
        clinic.next(CallEvent.Ended.class, ended -> true);
        assertThat(journal())
                .contains("CALL staff override")
                .noneMatch(line -> line.matches("KEY .*[0-9].*"))
                .noneMatch(line -> line.contains("2468"));

        BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        desk.answering(Answering.after(Duration.ofMillis(200), call -> {
            heard.add(call.hears(440, Clinic.SOON));
        }));
        try (PhoneCall call = clinic.greeted()) {
            clinic.nextLeg("desk", "bridged");
            call.tone(440, Duration.ofSeconds(2));
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @BesideOthers
    void aButtonThatSendsPinAndChoicesAtOnceDoesTheSame() throws Exception {
        try (PhoneCall call = welcomed()) {
            type(call, "2468#111");
            assertThat(done.poll(30, TimeUnit.SECONDS)).isEqualTo("Ana puts " + TO_DESK);
            clinic.nextSaid(TemplateId.STAFF_DONE);
            assertThat(call.ending()).isEmpty();
        }
    }

    @BesideOthers
    void whoeverTheDeskDoesNotTakeIsGreetedAsEver() throws Exception {
        toDesk();
        try (PhoneCall call = clinic.greeted()) {
            clinic.nextLeg("desk", "invite");
            clinic.nextSaid(TemplateId.GREETING_EMERGENCY);
            clinic.nextSaid(TemplateId.GREETING_PRACTICE);
            clinic.nextSaid(TemplateId.GREETING_EMERGENCY);
            clinic.nextSaid(TemplateId.GREETING_PRACTICE);
            clinic.nextSaid(TemplateId.HOW_CAN_I_HELP);
            assertThat(call.ending()).isEmpty();
        }
    }

    @BesideOthers
    void theEmergencyKeyTakesTheCallFromTheDeskThatRingsFirst() throws Exception {
        toDesk();
        clinic.phone(Clinic.DOCTOR).answering(Answering.never());
        try (PhoneCall call = clinic.greeted()) {
            clinic.nextLeg("desk", "invite");
            call.press('*');
            clinic.nextSaid(TemplateId.CONNECTING);
            clinic.nextLeg("doctor", "invite");
        }
    }

    @BesideOthers
    void aCallFromTheDeskItselfAndOneOutOfHoursAreAnsweredAtOnce() throws Exception {
        toDesk();
        try (PhoneCall call = clinic.call(desk)) {
            clinic.nextSaid(TemplateId.GREETING_PRACTICE);
        }
        first = Optional.of(new DeskFirst(FOUR.minusHours(3), FOUR.minusHours(2)));
        try (PhoneCall call = clinic.greeted()) {
            clinic.nextSaid(TemplateId.GREETING_PRACTICE);
        }
        assertThat(clinic.all)
                .filteredOn(CallEvent.Said.class::isInstance)
                .extracting(event -> ((CallEvent.Said) event).template())
                .doesNotContain(TemplateId.TO_DESK.key());
    }

    @BesideOthers
    void theThirdWrongPinLocksTheExtensionOutAndOthersGetAnOrdinaryCall() throws Exception {
        try (PhoneCall call = welcomed()) {
            type(call, "1357#");
            clinic.nextSaid(TemplateId.DUTY_WRONG_PIN);
            type(call, "8642#");
            clinic.nextSaid(TemplateId.DUTY_WRONG_PIN);
            type(call, "9753#");
            clinic.nextSaid(TemplateId.DUTY_LOCKED);
        }
        assertThat(done).containsExactly("wrong ", "wrong ", "wrong ", "locked ");
        try (PhoneCall call = welcomed()) {
            type(call, "2468#");
            clinic.nextSaid(TemplateId.DUTY_LOCKED);
        }
        try (PhoneCall call = clinic.greeted()) {
            clinic.nextSaid(TemplateId.GREETING_PRACTICE);
        }
    }

    /** What is in force as a service keeps it, in memory. */
    private final class Book implements StaffBook {
        private final List<OncallPin> pins = List.of(OncallPin.of("Ana", "2468".toCharArray(), new SecureRandom()));

        @Override
        public List<OncallPin> pins() {
            return pins;
        }

        @Override
        public DutyNews welcome(String who) {
            return new StaffNews.Welcome(who, choices());
        }

        private StaffChoices choices() {
            return new StaffChoices(
                    true, List.of(FOUR), List.of(), first.isPresent() ? List.<StaffOverride>of(TO_DESK) : List.of());
        }

        @Override
        public DutyNews put(String who, StaffOverride what) {
            toDesk();
            done.add(who + " puts " + what);
            return new StaffNews.Put(what, List.of(), choices());
        }

        @Override
        public DutyNews lift(String who, StaffOverride what) {
            return new DutyNews.NotNow();
        }

        @Override
        public void wrongPin(String who) {
            done.add("wrong " + who);
        }

        @Override
        public void locked(String who) {
            done.add("locked " + who);
        }
    }
}

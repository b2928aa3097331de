package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.DrillAccounts;
import org.anteroom.agent.rehearsal.DrillAgent;
import org.anteroom.agent.rehearsal.DrillDial;
import org.anteroom.agent.rehearsal.DrillFallback;
import org.anteroom.agent.rehearsal.DrillPhones;
import org.anteroom.agent.rehearsal.DrillResult;
import org.anteroom.agent.rehearsal.DrillRun;
import org.anteroom.agent.rehearsal.Happening;
import org.anteroom.agent.rehearsal.PbxFault;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.sip.Transport;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills over real SIP and sound: what a drill call rings, says and leaves behind, and when it stands back. */
final class DrillCallsTest {
    private static final String ACCOUNT = Clinic.CALLER;
    private static final String AUTO = Clinic.NURSE;

    /** A service, which a drill may never ring. */
    private static final String PLAN = Clinic.ONE_DOCTOR
            + """
            [[oncall.group.target]]
            name = "county"
            number = "202"
            kind = "service"
            state-law-checked = 2026-01-15
            """;

    @TempDir
    Path folder;

    private Clinic clinic;
    private final List<Happening> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeClinic() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    private DrillPhones phones() throws Exception {
        return DrillPhones.open(
                new DrillAccounts(
                        clinic.pbx.address(),
                        "practice.test",
                        Transport.UDP,
                        InetAddress.getLoopbackAddress(),
                        new DrillAccounts.Account(ACCOUNT, "pw"),
                        Optional.of(new DrillAccounts.Account(AUTO, "pw"))),
                '1');
    }

    /** The service's side of a drill, told what the call tells. */
    private final class Agent implements DrillAgent {
        private final String account;
        private final List<DrillOrder.Phone> phones;

        Agent(String account, DrillOrder.Phone... phones) {
            this.account = account;
            this.phones = List.of(phones);
        }

        @Override
        public Leave ask(Consumer<Happening> happening) {
            DrillPass pass = clinic.receptionist.drill(new DrillOrder(account, phones, event -> {
                Optional<Happening> one = happening(event);
                one.ifPresent(told::add);
                one.ifPresent(happening);
            }));
            return new Leave() {
                @Override
                public String token() {
                    return pass.token();
                }

                @Override
                public void close() {
                    pass.close();
                }
            };
        }
    }

    private static Optional<Happening> happening(CallEvent event) {
        Happening.Kind kind;
        String what = "";
        String words = "";
        if (event instanceof CallEvent.Answered) {
            kind = Happening.Kind.ANSWERED;
        } else if (event instanceof CallEvent.Decided decided) {
            kind = Happening.Kind.DECIDED;
            what = decided.rule();
            words = decided.grade();
        } else if (event instanceof CallEvent.Outbound leg) {
            kind = Happening.Kind.OUTBOUND;
            what = leg.what();
            words = leg.target();
        } else if (event instanceof CallEvent.Ended ended) {
            kind = Happening.Kind.ENDED;
            what = ended.why();
        } else {
            return Optional.empty();
        }
        return Optional.of(new Happening(event.nanos(), 1, kind, what, words));
    }

    private static DrillOrder.Phone auto() {
        return new DrillOrder.Phone("automatic phone", AUTO);
    }

    private List<DrillResult> play(DrillPhones phones, DrillAgent agent, Set<String> only) throws Exception {
        List<DrillResult> results = new ArrayList<>();
        DrillRun.play(
                phones,
                agent,
                PracticeType.MEDICAL,
                Clinic.NUMBER,
                Config.load(folder.resolve("anteroom.toml")).oncall(),
                only,
                results::add);
        return results;
    }

    @Test
    void aDrillBringsBothOnTheLineAndLeavesNothingThatCountsAsACall() throws Exception {
        clinic = Clinic.open(folder, Clinic.ONE_DOCTOR + "[desk]\nnumber = \"300\"\n");
        Phone doctor = clinic.phone(Clinic.DOCTOR);
        Phone desk = clinic.phone(Clinic.DESK);

        List<DrillResult> results;
        try (DrillPhones phones = phones()) {
            results = play(phones, new Agent(ACCOUNT, auto()), Set.of("emergency-breathe"));
        }

        assertThat(results).hasSize(1).allSatisfy(result -> {
            assertThat(result.problem()).isEmpty();
            assertThat(result.grade()).isEqualTo("ALARM");
            assertThat(result.rangMs()).isPresent();
            assertThat(result.acceptedMs().getAsLong())
                    .isGreaterThan(result.rangMs().getAsLong());
            assertThat(result.bridgedMs().getAsLong())
                    .isGreaterThan(result.acceptedMs().getAsLong());
        });
        assertThat(told)
                .as("what the phone hears first")
                .filteredOn(each -> each.what().startsWith("told "))
                .first()
                .extracting(Happening::what)
                .isEqualTo("told press-one");
        assertThat(doctor.rung()).as("nobody on call is rung").isZero();
        assertThat(desk.rung()).as("nor the front desk").isZero();
        assertThat(clinic.all).as("who counts calls is told nothing").isEmpty();
        assertThat(clinic.messages()).isEmpty();
        List<CallLog.Call> calls = OpenStore.await(clinic.calls.list("test", 10));
        assertThat(calls).hasSize(1).allMatch(CallLog.Call::drill);
        EmergencyLog emergencies =
                new EmergencyLog(clinic.records.store(), clinic.records.vault(), clinic.recordings, Clock.systemUTC());
        assertThat(OpenStore.await(emergencies.list("test", 10)))
                .as("nobody was woken for nothing")
                .isEmpty();
    }

    @Test
    void aStrangerCannotMakeARealCallADrill() throws Exception {
        clinic = Clinic.night(folder, PLAN);
        Phone doctor = clinic.phone(Clinic.DOCTOR);
        doctor.answering(Answering.never());
        DrillPass pass = clinic.receptionist.drill(new DrillOrder("298", List.of(auto()), CallObserver.NONE));
        try (PhoneCall call = DrillDial.dial(clinic.phone(ACCOUNT), Clinic.NUMBER, pass.token())) {
            assertThat(call.awaitAnswered(Clinic.SOON)).isTrue();

            call.press('*');

            clinic.nextLeg("doctor", "ringing");
            assertThat(doctor.rung()).isOne();
        }
        assertThat(OpenStore.await(clinic.calls.list("test", 10))).noneMatch(CallLog.Call::drill);
    }

    @Test
    void aCallThatIsNotTakenForADrillIsNotSpokenTo() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        Phone doctor = clinic.phone(Clinic.DOCTOR);

        List<DrillResult> results;
        try (DrillPhones phones = phones()) {
            results = play(phones, new Agent("298", auto()), Set.of());
        }

        assertThat(results)
                .as("every further call would be real too")
                .hasSize(1)
                .allSatisfy(result -> assertThat(result.problem()).contains("nothing was said"));
        assertThat(clinic.all).noneMatch(CallEvent.Decided.class::isInstance);
        assertThat(doctor.rung()).isZero();
    }

    @Test
    void aDrillGivesWayToARealEmergency() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR).answering(Answering.never());
        Phone drilling = clinic.phone(ACCOUNT);
        Phone caller = clinic.phone(Clinic.DESK);
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        DrillPass pass = clinic.receptionist.drill(new DrillOrder(ACCOUNT, List.of(auto()), event -> {
            if (event instanceof CallEvent.Answered) {
                answered.countDown();
            } else if (event instanceof CallEvent.Ended end && end.why().equals("gave way")) {
                ended.countDown();
            }
        }));
        try (PhoneCall drill = DrillDial.dial(drilling, Clinic.NUMBER, pass.token());
                PhoneCall real = clinic.call(caller)) {
            assertThat(answered.await(Clinic.SOON.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();

            real.press('*');

            assertThat(ended.await(Clinic.SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(drill.awaitEnded(Clinic.SOON)).isTrue();
            clinic.nextLeg("doctor", "invite");
            assertThatThrownBy(() ->
                            clinic.receptionist.drill(new DrillOrder(ACCOUNT, List.of(auto()), CallObserver.NONE)))
                    .hasMessageContaining("an emergency is ringing or connected");
        }
    }

    @Test
    void aDrillLetsGoOfTheVeryPhoneThatARealEmergencyRings() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        Phone doctor = clinic.phone(Clinic.DOCTOR);
        doctor.answering(Answering.never());
        CountDownLatch rings = new CountDownLatch(1);
        DrillOrder order = new DrillOrder(ACCOUNT, List.of(new DrillOrder.Phone("doctor", Clinic.DOCTOR)), event -> {
            if (event instanceof CallEvent.Outbound leg && leg.what().startsWith("ringing")) {
                rings.countDown();
            }
        });
        DrillPass pass = clinic.receptionist.drill(order);
        try (PhoneCall drill = DrillDial.dial(clinic.phone(ACCOUNT), Clinic.NUMBER, pass.token());
                PhoneCall real = clinic.call(clinic.phone(Clinic.DESK))) {
            assertThat(drill.awaitAnswered(Clinic.SOON)).isTrue();
            drill.press('*');
            assertThat(rings.await(Clinic.SOON.toSeconds(), TimeUnit.SECONDS))
                    .as("rings for the drill")
                    .isTrue();

            real.press('*');

            clinic.nextLeg("doctor", "ringing");
            assertThat(drill.awaitEnded(Clinic.SOON)).as("the drill ends").isTrue();
            assertThat(doctor.rung()).isEqualTo(2);
            assertThat(real.ending()).isEmpty();
        }
    }

    @Test
    void aDrillTakesNoCallersPlace() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR + "[calls]\nsimultaneous = 1\n");
        Phone drilling = clinic.phone(ACCOUNT);
        Phone caller = clinic.phone(Clinic.DESK);
        CountDownLatch ended = new CountDownLatch(1);
        DrillPass pass = clinic.receptionist.drill(new DrillOrder(ACCOUNT, List.of(auto()), event -> {
            if (event instanceof CallEvent.Ended) {
                ended.countDown();
            }
        }));
        try (PhoneCall drill = DrillDial.dial(drilling, Clinic.NUMBER, pass.token())) {
            assertThat(drill.awaitAnswered(Clinic.SOON)).isTrue();
            try (PhoneCall real = clinic.call(caller)) {
                assertThat(real.answered()).isTrue();
                assertThat(ended.await(Clinic.SOON.toSeconds(), TimeUnit.SECONDS))
                        .as("the next caller would find no place")
                        .isTrue();
            }
        }
        assertThat(clinic.receptionist.registered()).isTrue();
        CountDownLatch gone = new CountDownLatch(1);
        try (Health.Subscription watch = clinic.records.health().onChange(report -> {
            if (report.condition() == Condition.LINE && !report.ok()) {
                gone.countDown();
            }
        })) {
            clinic.records.health().report(Condition.VOICE, false, "A sentence failed its check.");
            assertThatThrownBy(() ->
                            clinic.receptionist.drill(new DrillOrder(ACCOUNT, List.of(auto()), CallObserver.NONE)))
                    .as("it is not the calls' number that keeps it from drilling")
                    .hasMessageContaining("could not be served well");
            assertThat(gone.await(Clinic.SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(clinic.receptionist.registered()).isFalse();
        }
    }

    @Test
    void theFallbackOfThePbxIsMeasuredUntilAPhoneRings() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        try (DrillPhones phones = phones()) {
            assertThat(DrillFallback.measure(phones, Clinic.NUMBER, Duration.ofSeconds(20))
                            .problem())
                    .as("while Anteroom is there, nothing is proved")
                    .contains("answered at once");
            clinic.pbx.divert("100", AUTO);
            DrillFallback fallback = DrillFallback.measure(phones, Clinic.NUMBER, Duration.ofSeconds(20));
            assertThat(fallback.problem()).isEmpty();
            assertThat(fallback.rangMs().getAsLong()).isLessThan(15_000);
            clinic.pbx.fail(AUTO, PbxFault.SILENT);
            assertThat(DrillFallback.measure(phones, Clinic.NUMBER, Duration.ofSeconds(2))
                            .problem())
                    .contains("no phone rang");
            clinic.pbx.fail(AUTO, PbxFault.UNAVAILABLE);
            assertThat(DrillFallback.measure(phones, Clinic.NUMBER, Duration.ofSeconds(20))
                            .problem())
                    .contains("480");
        }
    }
}

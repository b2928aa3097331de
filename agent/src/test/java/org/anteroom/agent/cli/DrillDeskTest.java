package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.anteroom.agent.call.DrillLog;
import org.anteroom.agent.call.DrillLog.Outcome;
import org.anteroom.agent.config.DrillConfig;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.emergency.TargetKind;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.HealthAlarms;
import org.anteroom.agent.notice.Outlet;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.rehearsal.DrillResult;
import org.anteroom.agent.watch.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When drills are made, what is kept of them, and who is told of a failed or a missing one. */
class DrillDeskTest {

    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final String GAVE_WAY = "the drill gave way";
    private static final String WHO = "uid:1000(manager)";
    private static final Target DOCTOR = new Target("doctor", "301", TargetKind.PERSON);
    private static final Target COUNTY = new Target("county", "911", TargetKind.SERVICE);
    /** A Sunday. */
    private static final Instant DUE = Instant.parse("2026-03-01T13:00:00Z");

    @TempDir
    Path folder;

    private final Moved clock = new Moved(DUE.minus(Duration.ofHours(1)));
    private final List<String> lines = new ArrayList<>();
    private final List<List<Target>> rung = new ArrayList<>();
    private final List<Set<String>> played = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private DrillBout next = new DrillBout(List.of(result("")), "");
    private OpenStore records;
    private HealthAlarms watching;

    /** A clock that is set by hand. */
    private static final class Moved extends Clock {
        private Instant now;

        Moved(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final class Practice implements DrillDesk.Service {
        @Override
        public List<String> phrases() {
            return List.of("emergency-chest", "emergency-breathe");
        }

        @Override
        public DrillBout bout(List<Target> targets, Set<String> only, Consumer<String> told) {
            rung.add(targets);
            played.add(only);
            return next;
        }

        @Override
        public int calls() {
            return 2;
        }

        @Override
        public List<Target> plan() {
            return List.of(DOCTOR, COUNTY);
        }

        @Override
        public List<Target> onCallNow() {
            return List.of(DOCTOR, COUNTY);
        }
    }

    @BeforeEach
    void open() throws Exception {
        records = new OpenStore(folder);
        watch();
    }

    /** What the service does when it starts. */
    private void watch() {
        Alarms all = new Alarms(
                List.of(Outlet.direct("test", (notice, desk) -> alarms.addAll(notice.alarms()), records.counters())),
                AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)),
                clock,
                records.counters());
        watching = HealthAlarms.watch(records.health(), all);
    }

    @AfterEach
    void close() {
        watching.close();
        records.close();
    }

    private static DrillResult result(String problem) {
        return new DrillResult(
                "emergency-chest",
                "i am having chest pain",
                "ALARM",
                "chest-pain",
                OptionalLong.of(300),
                OptionalLong.of(4_000),
                OptionalLong.of(7_000),
                problem,
                problem.equals(GAVE_WAY),
                false);
    }

    private static DrillConfig config(Optional<String> auto, String... phones) {
        return new DrillConfig(
                Optional.of("299"),
                Optional.of(Path.of("drill-password")),
                Optional.empty(),
                Optional.empty(),
                List.of(phones),
                auto,
                Optional.empty(),
                Optional.of(DayOfWeek.SUNDAY),
                LocalTime.of(13, 0),
                LocalTime.of(20, 0),
                LocalTime.of(8, 0),
                9);
    }

    private DrillDesk desk(DrillConfig config) {
        return new DrillDesk(
                (request, actor, told) -> told.accept("passed on"),
                config,
                UTC,
                new Practice(),
                log(),
                records.health(),
                clock);
    }

    private DrillLog log() {
        return new DrillLog(records.store());
    }

    private DrillDesk desk() {
        return desk(config(Optional.of("298")));
    }

    /** Stops the service and starts it again: only what was stored is known. */
    private void restart() throws Exception {
        close();
        alarms.clear();
        open();
    }

    private void failed(DrillDesk desk, ControlRequest request) {
        assertThatThrownBy(() -> desk.serve(request, WHO, lines::add)).isInstanceOf(Failure.class);
    }

    private static ControlRequest run(boolean real, boolean json) {
        return run(real, json, "");
    }

    private static ControlRequest run(boolean real, boolean json, String phrases) {
        return new ControlRequest(
                ControlRequest.Verb.RUN_DRILL,
                0,
                Map.of("real-phones", Boolean.toString(real), "json", Boolean.toString(json), "phrases", phrases));
    }

    @Test
    void isMadeOnceAtItsTimeAndKept() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(rung).isEmpty();
            clock.now = DUE;
            desk.look();
            clock.now = DUE.plusSeconds(60);
            desk.look();
        }
        assertThat(rung).hasSize(1);
        assertThat(log().newest(10)).singleElement().satisfies(drill -> {
            assertThat(drill.how()).isEqualTo("scheduled");
            assertThat(drill.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(drill.phrases()).singleElement().satisfies(phrase -> assertThat(phrase.rangMs())
                    .hasValue(300));
        });
    }

    @Test
    void madeUpForInQuietHoursItRingsNoPhoneOfAPerson() throws Exception {
        clock.now = DUE.plus(Duration.ofHours(5));
        DrillConfig late = new DrillConfig(
                Optional.of("299"),
                Optional.of(Path.of("drill-password")),
                Optional.empty(),
                Optional.empty(),
                List.of("302"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(DayOfWeek.SUNDAY),
                LocalTime.of(13, 0),
                LocalTime.of(17, 0),
                LocalTime.of(8, 0),
                9);
        try (DrillDesk desk = desk(late)) {
            desk.look();
        }
        assertThat(rung).isEmpty();
    }

    @Test
    void aFailedDrillRaisesAnAlarmUntilOnePasses() throws Exception {
        next = new DrillBout(List.of(result(""), result("no phone rang")), "");
        try (DrillDesk desk = desk()) {
            assertThatThrownBy(() -> desk.serve(run(false, false), WHO, lines::add))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("1 of 2 phrases");
            assertThat(records.health().ok(Condition.DRILL_PASSED)).isFalse();
            assertThat(alarms).anyMatch(alarm -> alarm.kind() == Alarm.Kind.DRILL_FAILED);
            next = new DrillBout(List.of(result("")), "");
            desk.serve(run(false, false), WHO, lines::add);
        }
        assertThat(records.health().ok(Condition.DRILL_PASSED)).isTrue();
    }

    @Test
    void anOverdueDrillRaisesAnAlarm() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(alarms).as("none was ever made").anyMatch(alarm -> alarm.kind() == Alarm.Kind.DRILL_OVERDUE);
            desk.serve(run(false, false), WHO, lines::add);
            assertThat(records.health().ok(Condition.DRILL_DUE)).isTrue();
            next = DrillBout.notMade("the PBX is gone");
            clock.now = clock.now.plus(Duration.ofDays(9));
            desk.look();
        }
        assertThat(records.health().ok(Condition.DRILL_DUE)).isFalse();
    }

    @Test
    void aFailedDrillIsAnAlarmAgainAfterARestartUntilAWholeOnePasses() throws Exception {
        next = new DrillBout(List.of(result("no phone rang")), "");
        try (DrillDesk desk = desk()) {
            failed(desk, run(false, false));
        }
        restart();
        try (DrillDesk desk = desk()) {
            assertThat(records.health().ok(Condition.DRILL_PASSED)).isTrue();
            desk.look();
            assertThat(alarms).anySatisfy(alarm -> {
                assertThat(alarm.kind()).isEqualTo(Alarm.Kind.DRILL_FAILED);
                assertThat(alarm.sentence()).contains("1 of 1 phrases", "anteroom drill report");
            });

            next = new DrillBout(List.of(result("")), "");
            desk.serve(run(false, false, "emergency-chest"), WHO, lines::add);
            assertThat(records.health().ok(Condition.DRILL_PASSED))
                    .as("one phrase makes nothing good")
                    .isFalse();
            desk.serve(run(false, false), WHO, lines::add);
        }
        assertThat(records.health().ok(Condition.DRILL_PASSED)).isTrue();
    }

    @Test
    void aDrillThatWasMissedWhileTheServiceWasOffIsAnAlarmAfterItsStart() throws Exception {
        clock.now = DUE;
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(rung).hasSize(1);
        }
        restart();
        clock.now = DUE.plus(Duration.ofDays(7)).plus(Duration.ofHours(7));
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(rung).as("too late to make up for it").hasSize(1);
            assertThat(alarms).as("it may still be made by hand").isEmpty();
        }
        restart();
        clock.now = DUE.plus(Duration.ofDays(9));
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(alarms).anySatisfy(alarm -> {
                assertThat(alarm.kind()).isEqualTo(Alarm.Kind.DRILL_OVERDUE);
                assertThat(alarm.sentence()).contains("more than 9 days ago", "anteroom drill run");
            });
        }
    }

    @Test
    void theAlarmOfAnOverdueDrillSaysWhyTheLastTryCameToNothing() throws Exception {
        next = DrillBout.notMade("phone 299 was not registered");
        try (DrillDesk desk = desk()) {
            failed(desk, run(false, false));
        }
        restart();
        try (DrillDesk desk = desk()) {
            desk.look();
        }
        assertThat(alarms)
                .anyMatch(alarm -> alarm.kind() == Alarm.Kind.DRILL_OVERDUE
                        && alarm.sentence().contains("phone 299 was not registered"));
    }

    @Test
    void oneOfSomePhrasesIsKeptButStandsForNoneThatIsDue() throws Exception {
        clock.now = DUE;
        try (DrillDesk desk = desk()) {
            desk.serve(run(false, false, "emergency-chest"), WHO, lines::add);
            assertThat(records.health().ok(Condition.DRILL_DUE)).isFalse();
            desk.look();
        }
        assertThat(played).containsExactly(Set.of("emergency-chest"), Set.of());
        assertThat(log().newest(10)).extracting(DrillLog.Drill::how).containsExactly("scheduled", "in part");
    }

    @Test
    void oneOfSomePhrasesThatFailsIsAnAlarm() throws Exception {
        next = new DrillBout(List.of(result("no phone rang")), "");
        try (DrillDesk desk = desk()) {
            failed(desk, run(false, false, "emergency-chest"));
        }
        assertThat(alarms).anyMatch(alarm -> alarm.kind() == Alarm.Kind.DRILL_FAILED);
    }

    @Test
    void aPhraseThatIsNotThereIsRefusedWithTheNamesOfAll() throws Exception {
        try (DrillDesk desk = desk()) {
            assertThatThrownBy(() -> desk.serve(run(false, false, "emergency-chest,x"), WHO, lines::add))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("emergency-chest, emergency-breathe");
        }
        assertThat(rung).isEmpty();
        assertThat(log().newest(1)).as("it was no drill").isEmpty();
    }

    @Test
    void oneThatGaveWayIsNoDrillAndIsTriedAgain() throws Exception {
        clock.now = DUE;
        next = new DrillBout(List.of(result(GAVE_WAY)), "");
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(records.health().ok(Condition.DRILL_PASSED)).isTrue();
            clock.now = DUE.plus(Duration.ofMinutes(61));
            desk.look();
        }
        assertThat(rung).hasSize(2);
    }

    @Test
    void aPhraseThatFailedBeforeTheDrillGaveWayIsAFailure() throws Exception {
        next = new DrillBout(List.of(result("no phone rang"), result(GAVE_WAY)), "");
        try (DrillDesk desk = desk()) {
            failed(desk, run(false, false));
        }
        assertThat(alarms).anyMatch(alarm -> alarm.kind() == Alarm.Kind.DRILL_FAILED);
    }

    @Test
    void theRealPhonesArePersonsOnly() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.serve(run(true, false), WHO, lines::add);
        }
        assertThat(rung).containsExactly(List.of(DOCTOR));
    }

    @Test
    void tellsMonitoringInOneLineOfJson() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.serve(run(false, true), WHO, lines::add);
        }
        assertThat(lines).hasSize(1);
        assertThat(new ObjectMapper().readTree(lines.get(0)).path("number").asInt())
                .as("as the report names it")
                .isOne();
        assertThat(new ObjectMapper()
                        .readTree(lines.get(0))
                        .path("phrases")
                        .get(0)
                        .path("rang-ms")
                        .asInt())
                .isEqualTo(300);
    }

    @Test
    void reportShowsTheLastDrillsAndScheduleTheNext() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.serve(ControlRequest.of(ControlRequest.Verb.REPORT_DRILLS), WHO, lines::add);
            assertThat(lines).singleElement().asString().startsWith("No drill was made yet");
            desk.serve(run(false, false), WHO, lines::add);
            lines.clear();
            desk.serve(ControlRequest.of(ControlRequest.Verb.REPORT_DRILLS), WHO, lines::add);
            assertThat(lines)
                    .anyMatch(line -> line.contains("passed, 1 of 1 phrases"))
                    .anyMatch(line -> line.contains("emergency-chest") && line.contains("0.3 s"));
            lines.clear();
            desk.serve(ControlRequest.of(ControlRequest.Verb.SCHEDULE_DRILL), WHO, lines::add);
            assertThat(lines.get(0)).contains("every Sunday at 13:00").contains("2026-03-01 13:00");
        }
    }

    @Test
    void aFallbackThatFailedIsKeptAndRaisesAnAlarm() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.serve(
                    new ControlRequest(
                            ControlRequest.Verb.KEEP_DRILL,
                            21_000,
                            Map.of("outage", "frozen", "problem", "later than 15 s")),
                    WHO,
                    lines::add);
            assertThat(log().newest(1)).singleElement().satisfies(drill -> assertThat(drill.outcome())
                    .isEqualTo(Outcome.FAILED));
            assertThatThrownBy(() -> desk.serve(
                            new ControlRequest(ControlRequest.Verb.KEEP_DRILL, 0, Map.of("outage", "x")),
                            WHO,
                            lines::add))
                    .isInstanceOf(Failure.class);
        }
        assertThat(alarms).anyMatch(alarm -> alarm.kind() == Alarm.Kind.DRILL_FAILED);
    }

    @Test
    void passesOnWhatIsNotAboutDrills() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.serve(ControlRequest.of(ControlRequest.Verb.LIST_CALLS), WHO, lines::add);
            desk.serve(ControlRequest.of(ControlRequest.Verb.STANDING_FOR_DRILL), WHO, lines::add);
        }
        assertThat(lines)
                .containsExactly(
                        "passed on", Long.toString(ProcessHandle.current().pid()), "2");
    }
}

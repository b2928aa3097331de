package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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
import org.anteroom.agent.config.DrillConfig;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.emergency.TargetKind;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.HandClock;
import org.anteroom.agent.notice.HealthAlarms;
import org.anteroom.agent.notice.Outlet;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.rehearsal.DrillResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A practice whose drills are played by hand: what came of one is said by the test, records and alarms are real. */
abstract class DrillPractice {

    static final ZoneId UTC = ZoneOffset.UTC;
    static final String GAVE_WAY = "the drill gave way";
    static final String WHO = "uid:1000(manager)";
    static final Target DOCTOR = new Target("doctor", "301", TargetKind.PERSON);
    static final Target COUNTY = new Target("county", "911", TargetKind.SERVICE);
    /** A Sunday. */
    static final Instant DUE = Instant.parse("2026-03-01T13:00:00Z");

    @TempDir
    Path folder;

    final HandClock clock = new HandClock(DUE.minus(Duration.ofHours(1)));
    final List<String> lines = new ArrayList<>();
    final List<List<Target>> rung = new ArrayList<>();
    final List<Set<String>> played = new ArrayList<>();
    final List<Alarm> alarms = new ArrayList<>();
    DrillBout next = new DrillBout(List.of(result("")), "");
    OpenStore records;
    private HealthAlarms watching;

    final class Practice implements DrillDesk.Service {
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

    static DrillResult result(String problem) {
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

    /** Each Sunday. */
    static DrillConfig config(Optional<String> auto, String... phones) {
        return config(Optional.of("299"), auto, Optional.of(DayOfWeek.SUNDAY), LocalTime.of(20, 0), phones);
    }

    static DrillConfig config(
            Optional<String> user,
            Optional<String> auto,
            Optional<DayOfWeek> day,
            LocalTime quietFrom,
            String... phones) {
        return new DrillConfig(
                user,
                user.map(each -> Path.of("drill-password")),
                Optional.empty(),
                Optional.empty(),
                List.of(phones),
                auto,
                Optional.empty(),
                day,
                LocalTime.of(13, 0),
                quietFrom,
                LocalTime.of(8, 0),
                9);
    }

    DrillDesk desk(DrillConfig config) {
        return new DrillDesk(
                (request, actor, told) -> told.accept("passed on"),
                config,
                UTC,
                new Practice(),
                log(),
                records.health(),
                clock);
    }

    DrillLog log() {
        return new DrillLog(records.store());
    }

    DrillDesk desk() {
        return desk(config(Optional.of("298")));
    }

    /** Stops the service and starts it again: only what was stored is known. */
    void restart() throws Exception {
        close();
        alarms.clear();
        open();
    }

    void failed(DrillDesk desk, ControlRequest request) {
        assertThatThrownBy(() -> desk.serve(request, WHO, lines::add)).isInstanceOf(Failure.class);
    }

    static ControlRequest run(boolean real, boolean json) {
        return run(real, json, "");
    }

    static ControlRequest run(boolean real, boolean json, String phrases) {
        return new ControlRequest(
                ControlRequest.Verb.RUN_DRILL,
                0,
                Map.of("real-phones", Boolean.toString(real), "json", Boolean.toString(json), "phrases", phrases));
    }
}

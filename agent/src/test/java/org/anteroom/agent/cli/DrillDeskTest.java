package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.call.DrillLog.Outcome;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.watch.Condition;
import org.junit.jupiter.api.Test;

/** What is kept of drills that are asked for, who is told of a failed one, and what is refused. */
class DrillDeskTest extends DrillPractice {

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
    void oneInPartIsNoWholeDrillAndIsNotForgotten() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.serve(
                    new ControlRequest(ControlRequest.Verb.RUN_DRILL, 0, Map.of("phrases", "emergency-chest")),
                    WHO,
                    lines::add);
            desk.look();
        }
        assertThat(records.health().reports())
                .filteredOn(report -> report.condition() == Condition.DRILL_DUE)
                .singleElement()
                .satisfies(report -> assertThat(report.sentence())
                        .startsWith("No whole drill was made yet (one of 2 phrases passed at "));
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

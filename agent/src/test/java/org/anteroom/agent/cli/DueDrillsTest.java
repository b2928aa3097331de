package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.call.DrillLog;
import org.anteroom.agent.call.DrillLog.Outcome;
import org.anteroom.agent.config.DrillConfig;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.watch.Condition;
import org.junit.jupiter.api.Test;

/** When drills are made by themselves, and who is told of a missing one. */
class DueDrillsTest extends DrillPractice {

    @Test
    void isMadeOnceAtItsTimeAndKept() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(rung).isEmpty();
            clock.set(DUE);
            desk.look();
            clock.set(DUE.plusSeconds(60));
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
        clock.set(DUE.plus(Duration.ofHours(5)));
        DrillConfig late =
                config(Optional.of("299"), Optional.empty(), Optional.of(DayOfWeek.SUNDAY), LocalTime.of(17, 0), "302");
        try (DrillDesk desk = desk(late)) {
            desk.look();
        }
        assertThat(rung).isEmpty();
    }

    @Test
    void anOverdueDrillRaisesAnAlarm() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(alarms).as("none was ever made").anyMatch(alarm -> alarm.kind() == Alarm.Kind.DRILL_OVERDUE);
            desk.serve(run(false, false), WHO, lines::add);
            assertThat(records.health().ok(Condition.DRILL_DUE)).isTrue();
            next = DrillBout.notMade("the PBX is gone");
            clock.set(clock.instant().plus(Duration.ofDays(9)));
            desk.look();
        }
        assertThat(records.health().ok(Condition.DRILL_DUE)).isFalse();
    }

    @Test
    void aDrillThatWasMissedWhileTheServiceWasOffIsAnAlarmAfterItsStart() throws Exception {
        clock.set(DUE);
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(rung).hasSize(1);
        }
        restart();
        clock.set(DUE.plus(Duration.ofDays(7)).plus(Duration.ofHours(7)));
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(rung).as("too late to make up for it").hasSize(1);
            assertThat(alarms).as("it may still be made by hand").isEmpty();
        }
        restart();
        clock.set(DUE.plus(Duration.ofDays(9)));
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
        clock.set(DUE);
        try (DrillDesk desk = desk()) {
            desk.serve(run(false, false, "emergency-chest"), WHO, lines::add);
            assertThat(records.health().ok(Condition.DRILL_DUE)).isFalse();
            desk.look();
        }
        assertThat(played).containsExactly(Set.of("emergency-chest"), Set.of());
        assertThat(log().newest(10)).extracting(DrillLog.Drill::how).containsExactly("scheduled", "in part");
    }

    @Test
    void oneThatGaveWayIsNoDrillAndIsTriedAgain() throws Exception {
        clock.set(DUE);
        next = new DrillBout(List.of(result(GAVE_WAY)), "");
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(records.health().ok(Condition.DRILL_PASSED)).isTrue();
            clock.set(DUE.plus(Duration.ofMinutes(61)));
            desk.look();
        }
        assertThat(rung).hasSize(2);
    }
}

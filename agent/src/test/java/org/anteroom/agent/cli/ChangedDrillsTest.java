package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.anteroom.agent.call.DrillLog.Outcome;
import org.anteroom.agent.config.DrillConfig;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.emergency.TargetKind;
import org.anteroom.agent.watch.Condition;
import org.junit.jupiter.api.Test;

/** Drills whose section of the configuration is replaced while the service runs. */
class ChangedDrillsTest extends DrillPractice {

    private static final Target NURSE = new Target("nurse", "302", TargetKind.PERSON);

    /** Rings somebody else, and does something meanwhile. */
    private final class Other implements DrillDesk.Service {
        private final Practice practice = new Practice();
        private final Runnable meanwhile;

        Other(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public List<String> phrases() {
            return practice.phrases();
        }

        @Override
        public DrillBout bout(List<Target> targets, Set<String> only, Consumer<String> told) {
            meanwhile.run();
            return practice.bout(targets, only, told);
        }

        @Override
        public int calls() {
            return practice.calls();
        }

        @Override
        public List<Target> plan() {
            return List.of(NURSE);
        }

        @Override
        public List<Target> onCallNow() {
            return List.of(NURSE);
        }
    }

    @Test
    void theNewScheduleIsInForceAtOnce() throws Exception {
        DrillConfig monday = on(DayOfWeek.MONDAY);
        clock.set(DUE);
        try (DrillDesk desk = desk()) {
            desk.goBy(monday, new Practice());
            desk.look();
            assertThat(rung).as("on Sunday").isEmpty();
            desk.serve(ControlRequest.of(ControlRequest.Verb.SCHEDULE_DRILL), WHO, lines::add);
            assertThat(lines.get(0)).contains("every Monday");

            clock.set(DUE.plus(Duration.ofDays(1)));
            desk.look();
        }
        assertThat(rung).hasSize(1);
    }

    @Test
    void drillsThatAreSetUpAreMadeAndThoseThatAreNotArePassedOn() throws Exception {
        DrillConfig none = unset();
        try (DrillDesk desk = desk(none)) {
            clock.set(DUE);
            desk.look();
            desk.serve(run(false, false), WHO, lines::add);
            assertThat(lines).containsExactly("passed on");
            assertThat(alarms).as("none is missing").isEmpty();

            desk.goBy(config(Optional.of("298")), new Practice());
            desk.look();
        }
        assertThat(rung).hasSize(1);
    }

    @Test
    void onceTheyAreNotSetUpAnyMoreNoneIsMissing() throws Exception {
        try (DrillDesk desk = desk()) {
            desk.look();
            assertThat(records.health().ok(Condition.DRILL_DUE)).isFalse();
            next = new DrillBout(List.of(result("no phone rang")), "");
            failed(desk, run(false, false));

            desk.goBy(unset(), new Practice());
            assertThat(records.health().ok(Condition.DRILL_DUE)).isTrue();
            assertThat(records.health().ok(Condition.DRILL_PASSED)).isTrue();
            clock.set(DUE.plus(Duration.ofDays(20)));
            desk.look();
        }
        assertThat(records.health().ok(Condition.DRILL_DUE)).isTrue();
        assertThat(records.health().ok(Condition.DRILL_PASSED)).isTrue();
    }

    @Test
    void oneThatRunsEndsByWhatItBeganWith() throws Exception {
        AtomicReference<DrillDesk> changed = new AtomicReference<>();
        DrillConfig nurse = config(Optional.empty(), "302");
        Other before = new Other(() -> changed.get().goBy(config(Optional.of("298")), new Practice()));
        try (DrillDesk desk = desk(nurse)) {
            changed.set(desk);
            desk.goBy(nurse, before);
            desk.serve(run(true, false), WHO, lines::add);
            assertThat(log().newest(1)).singleElement().satisfies(drill -> assertThat(drill.outcome())
                    .isEqualTo(Outcome.PASSED));
            desk.serve(run(true, false), WHO, lines::add);
        }
        assertThat(rung).containsExactly(List.of(NURSE), List.of(DOCTOR));
    }

    private static DrillConfig on(DayOfWeek day) {
        return config(Optional.of("299"), Optional.of("298"), Optional.of(day), LocalTime.of(20, 0));
    }

    private static DrillConfig unset() {
        return config(Optional.empty(), Optional.of("298"), Optional.empty(), LocalTime.of(20, 0));
    }
}

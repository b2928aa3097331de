package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.junit.jupiter.api.Test;

class HealthAlarmsTest {
    private final Health health = new Health();
    private final Alarms alarms = new Alarms(
            List.of(Outlet.direct("log", new LogChannel(), new Counters())),
            AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)),
            Clock.systemUTC(),
            new Counters());

    @Test
    void raisesWhenSomethingBreaksAndClearsWhenItIsMended() {
        try (HealthAlarms ignored = HealthAlarms.watch(health, alarms)) {
            health.report(Condition.MEDIA_CLOCK, false, "The media clock is late.");
            health.report(Condition.RECOGNISER, false, "The recogniser lags.");
            assertThat(alarms.open()).extracting(Alarm::subject).containsExactly("media clock", "recogniser");

            health.report(Condition.MEDIA_CLOCK, true, "The media clock is on time.");
            assertThat(alarms.open()).extracting(Alarm::sentence).containsExactly("The recogniser lags.");
        }
        health.report(Condition.LINE, false, "Not registered.");
        assertThat(alarms.open()).hasSize(1);
    }

    @Test
    void raisesWhatWasBrokenBeforeItLooked() {
        health.report(Condition.RECORDS, false, "The disk is full.");

        HealthAlarms.watch(health, alarms).close();

        assertThat(alarms.open()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.RECORDS);
            assertThat(alarm.sentence())
                    .isEqualTo("The disk is full. Until then only emergencies are served and nothing is stored.");
        });
    }

    @Test
    void raisesAKeyThatIsGoneGravelyAndAlone() {
        try (HealthAlarms ignored = HealthAlarms.watch(health, alarms)) {
            health.report(Condition.KEY, false, "The key is missing.");
        }

        assertThat(alarms.open()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind().grave()).isTrue();
            assertThat(alarm.subject()).isEqualTo("key");
            assertThat(alarm.sentence()).isEqualTo("The key is missing.");
        });
    }

    @Test
    void raisesEmergencyOnlyModeOnceAndGravely() {
        try (HealthAlarms ignored = HealthAlarms.watch(health, alarms)) {
            health.report(Condition.FULL_SERVICE, false, "The key is missing.");
        }

        assertThat(alarms.open())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo(Alarm.Kind.EMERGENCY_ONLY))
                .satisfies(alarm -> assertThat(alarm.kind().grave()).isTrue());
    }
}

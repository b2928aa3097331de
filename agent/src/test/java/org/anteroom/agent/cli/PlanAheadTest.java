package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.Outlet;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rota that comes to its end while the service runs. */
class PlanAheadTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final List<String> sent = new ArrayList<>();
    private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
    private final Alarms alarms = new Alarms(
            List.of(Outlet.direct(
                    "test",
                    (notice, desk) -> sent.add(
                            notice.reason() + " " + notice.alarms().get(0).sentence()),
                    new Counters())),
            AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)),
            clock,
            new Counters());
    private Instant now = START;
    private EmergencyPlan plan;
    private PlanAhead ahead;

    @BeforeEach
    void start() throws Exception {
        plan = EmergencyPlan.of(
                Config.load(
                        Files.writeString(
                                folder.resolve("anteroom.toml"),
                                """
                [practice]
                name = "Test Clinic"
                type = "medical"
                timezone = "America/New_York"
                [sip]
                pbx = "192.0.2.1"
                user = "100"
                password = "secret"
                [[oncall.group]]
                name = "on call"
                [[oncall.group.target]]
                name = "whoever"
                rota = "doctors"
                [[oncall.person]]
                name = "Reed"
                numbers = ["201"]
                [[oncall.rota]]
                name = "doctors"
                [[oncall.rota.shift]]
                who = "Reed"
                from = "2026-01-01 08:00"
                to = "2026-05-01 08:00"
                """)));
        ahead = new PlanAhead(alarms, clock, plan);
    }

    @Test
    void raisesNothingWhileThePlanIsWholeForSixtyDays() {
        ahead.look();

        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void namesRotaFromAndToOnTheFirstDayThatSeesTheHoleAndAgainEachDay() {
        now = START.plus(Duration.ofDays(2));
        ahead.look();

        assertThat(alarms.open()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.CONFIGURATION);
            assertThat(alarm.subject()).isEqualTo("on-call plan");
            assertThat(alarm.sentence())
                    .startsWith("Nobody is on call by the rota doctors from Fri 2026-05-01 08:00 on (America/New_York)")
                    .contains("anteroom oncall override");
        });
        for (int day = 1; day <= 3; day++) {
            now = now.plus(PlanAhead.EVERY);
            ahead.look();
            alarms.tick();
        }
        assertThat(alarms.open()).extracting(Alarm::number).as("one alarm").containsExactly(1L);
        assertThat(sent).hasSize(4).filteredOn(line -> line.startsWith("AGAIN")).hasSize(3);
    }

    @Test
    void isOverAsSoonAsAnOverrideFillsTheHoleAndBackWhenItIsRemoved() {
        now = START.plus(Duration.ofDays(30));
        ahead.look();

        ahead.changed(plan.with(List.of(new OncallOverride(
                1,
                "doctors",
                "Reed",
                LocalDateTime.parse("2026-05-01T08:00"),
                LocalDateTime.parse("2026-05-20T08:00")))));
        assertThat(alarms.open()).singleElement().satisfies(alarm -> assertThat(alarm.sentence())
                .as("half of it is left")
                .contains("from Wed 2026-05-20 08:00 on"));

        ahead.changed(plan.with(List.of(new OncallOverride(
                1,
                "doctors",
                "Reed",
                LocalDateTime.parse("2026-05-01T08:00"),
                LocalDateTime.parse("2026-07-01T08:00")))));
        assertThat(alarms.open()).isEmpty();
        assertThat(sent).last().asString().startsWith("OVER");

        ahead.changed(plan);
        assertThat(alarms.open()).hasSize(1);
    }

    @Test
    void acknowledgedItIsNotSentAgain() {
        now = START.plus(Duration.ofDays(2));
        ahead.look();
        alarms.acknowledge(1, "uid:1000(kim)");

        now = now.plus(PlanAhead.EVERY);
        ahead.look();

        assertThat(sent).hasSize(1);
    }
}

package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.anteroom.agent.cli.ControlRequest.Verb;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.Channel;
import org.anteroom.agent.notice.Outlet;
import org.anteroom.agent.notice.Retry;
import org.anteroom.agent.notice.Route;
import org.anteroom.agent.notice.Undelivered;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class AlarmDeskTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T14:00:00Z"), ZoneOffset.UTC);

    private static final Trail NO_TRAIL =
            new Trail(Optional.empty(), CLOCK, LoggerFactory.getLogger(AlarmDeskTest.class));

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    private Trail trail = NO_TRAIL;

    @Test
    void listsWithAgeTimesAndWhereItWasSentAndTakes() throws Exception {
        try (Alarms alarms = alarms((notice, desk) -> {})) {
            alarms.raise(Kind.LINE, "Not registered.", "line");
            alarms.raise(Kind.LINE, "Not registered.", "line");

            ask(alarms, ControlRequest.of(Verb.LIST_ALARMS));
            assertThat(lines.get(0)).isEqualTo("   1  LINE [line]  GRAVE  since 2026-03-02 14:00 (0 min), 2 times");
            assertThat(lines.get(1)).isEqualTo("      Not registered.");
            assertThat(lines.get(2)).startsWith("      sent: log 2026-03-02 14:00 delivered, mail 2026-03-02 14:00 ");
            assertThat(lines.get(3)).isEqualTo("      acknowledged by nobody: anteroom alarms ack 1");

            ask(alarms, new ControlRequest(Verb.ACK_ALARM, 1));
            assertThat(lines.get(0)).startsWith("Alarm 1 is yours");
            ask(alarms, ControlRequest.of(Verb.LIST_ALARMS));
            assertThat(lines.get(3)).isEqualTo("      acknowledged by uid:1000(kim) at 2026-03-02 14:00");

            assertThatThrownBy(() -> ask(alarms, new ControlRequest(Verb.ACK_ALARM, 2)))
                    .hasMessageContaining("No alarm 2 is open");
        }
    }

    @Test
    void testsEveryChannelAndTellsWhatEachMadeOfIt() throws Exception {
        try (Alarms good = alarms((notice, desk) -> {});
                Alarms bad = alarms((notice, desk) -> {
                    throw Undelivered.forGood("Wrong password.");
                })) {
            ask(good, ControlRequest.of(Verb.TEST_ALARMS));
            assertThat(lines)
                    .containsExactly(
                            "Sending a test on every channel.",
                            "  log                      carried",
                            "  mail                     carried");

            assertThatThrownBy(() -> ask(bad, ControlRequest.of(Verb.TEST_ALARMS)))
                    .isInstanceOf(Failure.class)
                    .hasMessage("1 of 2 channels did not carry the test.");
            assertThat(lines).last().isEqualTo("  mail                     FAILED  Wrong password.");
            assertThat(bad.open()).isEmpty();
        }
    }

    @Test
    void writesWhoTestedAndWhatCameOfItToTheAuditTrail() throws Exception {
        try (OpenStore records = new OpenStore(folder);
                Alarms bad = alarms((notice, desk) -> {
                    throw Undelivered.forGood("Wrong password.");
                })) {
            trail = new Trail(Optional.of(records.store()), CLOCK, LoggerFactory.getLogger(AlarmDeskTest.class));

            assertThatThrownBy(() -> ask(bad, ControlRequest.of(Verb.TEST_ALARMS)))
                    .isInstanceOf(Failure.class);

            List<String> audited = records.store()
                    .read(handle -> handle.createQuery("select actor || ' ' || action || ' ' || subject from audit")
                            .mapTo(String.class)
                            .list());
            assertThat(audited).containsExactly("uid:1000(kim) alarm.test carried-1-of-2");
        }
    }

    @Test
    void doesNotWaitForAChannelThatHangs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Alarms alarms = alarms((notice, desk) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            AlarmDesk desk = new AlarmDesk(alarms, NO_TRAIL, CLOCK, 0);

            assertThatThrownBy(() -> desk.test("uid:1000(kim)", lines::add)).hasMessageContaining("1 of 2 channels");
            assertThat(lines).last().asString().contains("said nothing within");
        }
    }

    @Test
    void saysThatTheLogAloneTellsNobody() throws Exception {
        Counters counters = new Counters();
        try (Alarms alarms = new Alarms(
                List.of(Outlet.direct("log", (notice, desk) -> {}, counters)),
                AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)),
                CLOCK,
                counters)) {
            ask(alarms, ControlRequest.of(Verb.TEST_ALARMS));
        }
        assertThat(lines).last().asString().contains("nobody is told");
    }

    private void ask(Alarms alarms, ControlRequest request) throws Failure {
        lines.clear();
        new Desk(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new AlarmDesk(alarms, trail, CLOCK)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ZoneOffset.UTC)
                .serve(request, "uid:1000(kim)", lines::add);
    }

    private static Alarms alarms(Channel mail) {
        Counters counters = new Counters();
        return new Alarms(
                List.of(
                        Outlet.direct("log", (notice, desk) -> {}, counters),
                        Outlet.queued(
                                new Route("mail", Duration.ZERO, true),
                                mail,
                                new Retry(1, Duration.ZERO, Duration.ZERO),
                                counters)),
                AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)),
                CLOCK,
                counters);
    }
}

package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.notice.AlarmEvent.What;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmLogTest {
    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final Told it = new Told("it", 0);

    @Test
    void keepsWhatHappenedAcrossARestartAndNumbersGoOn() throws Exception {
        try (OpenStore open = new OpenStore(folder)) {
            Alarms before = alarms();
            before.keep(new AlarmLog(open.store()));
            before.raise(Kind.LINE, "Not registered.", "line");
            before.acknowledge(1, "uid:1000(kim)");
            before.clear(Kind.LINE, "line");
            written(open);

            open.reopen();
            AlarmLog log = new AlarmLog(open.store());
            assertThat(log.newest(100))
                    .extracting(event -> event.what() + " " + event.alarm() + " " + event.actor())
                    .containsExactly(
                            "DELIVERED 1 it",
                            "CLEARED 1 anteroom",
                            "ACKNOWLEDGED 1 uid:1000(kim)",
                            "DELIVERED 1 it",
                            "RAISED 1 anteroom");
            assertThat(log.newest(100).get(0).detail()).isEqualTo("over: LINE [line]: Not registered.");

            Alarms after = alarms();
            after.keep(log);
            after.raise(Kind.LINE, "Not registered.", "line");
            assertThat(after.open()).extracting(Alarm::number).containsExactly(2L);
        }
    }

    @Test
    void writesWhoAcknowledgedToTheAuditTrail() throws Exception {
        try (OpenStore open = new OpenStore(folder)) {
            Alarms alarms = alarms();
            alarms.keep(new AlarmLog(open.store()));
            alarms.raise(Kind.LINE, "Not registered.", "line");
            alarms.acknowledge(1, "uid:1000(kim)");
            alarms.acknowledge(1, "uid:1001(lee)");
            written(open);

            assertThat(audited(open)).containsExactly("uid:1000(kim) alarm.acknowledge 1");
            assertThat(open.store().verifyAudit()).isEmpty();
        }
    }

    @Test
    void takesWhatHappenedBeforeItWasOpened() throws Exception {
        try (OpenStore open = new OpenStore(folder)) {
            Alarms alarms = alarms();
            alarms.raise(Kind.LINE, "Not registered.", "line");
            AlarmLog log = new AlarmLog(open.store());
            alarms.keep(log);
            written(open);

            assertThat(log.newest(100)).extracting(AlarmEvent::what).containsExactly(What.DELIVERED, What.RAISED);
        }
    }

    @Test
    void deletesWhatIsTooOldSaysSoInTheAuditTrailAndLetsNumbersGoOn() throws Exception {
        try (OpenStore open = new OpenStore(folder)) {
            Alarms alarms = alarms();
            AlarmLog log = new AlarmLog(open.store());
            alarms.keep(log);
            alarms.raise(Kind.LINE, "Not registered.", "line");
            alarms.clear(Kind.LINE, "line");
            Instant first = clock.instant();
            clock.pass(Duration.ofDays(1));
            alarms.raise(Kind.HEALTH, "Late.", "media clock");
            written(open);

            assertThat(OpenStore.await(log.forget(first, clock.instant()))).isZero();
            Instant now = first.plus(Duration.ofDays(900));
            assertThat(OpenStore.await(log.forget(now.minusSeconds(1), now))).isEqualTo(4);

            assertThat(log.newest(100)).extracting(AlarmEvent::alarm).containsOnly(2L);
            assertThat(log.lastNumber()).isEqualTo(2);
            assertThat(audited(open)).containsExactly("anteroom alarm.delete 4-lines-before-" + now.minusSeconds(1));
            assertThat(open.store().verifyAudit()).isEmpty();
        }
    }

    @Test
    void keepsNoAlarmFromGoingOutWhenItCannotBeWritten() throws Exception {
        OpenStore open = new OpenStore(folder);
        Alarms alarms = alarms();
        alarms.keep(new AlarmLog(open.store()));
        open.close();

        alarms.raise(Kind.RECORDS, "The disk is gone.", "records");
        alarms.acknowledge(1, "uid:0(root)");

        assertThat(it.titles()).containsExactly("Anteroom alarm 1: RECORDS");
        assertThat(alarms.list().get(0).taken()).isPresent();
    }

    private Alarms alarms() {
        return new Alarms(
                List.of(it.outlet()),
                AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)),
                clock,
                new Counters());
    }

    private static List<String> audited(OpenStore open) {
        return open.store()
                .read(handle -> handle.createQuery("select actor || ' ' || action || ' ' || subject from audit")
                        .mapTo(String.class)
                        .list());
    }

    private static void written(OpenStore open) throws Exception {
        OpenStore.await(open.store().write(unit -> true));
    }
}

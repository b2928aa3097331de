package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.config.AlarmsConfig;
import org.anteroom.agent.config.PhoneAlarmConfig;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a phone is rung for an alarm, and what its key does. */
class PhoneChannelTest {
    private record Rung(String number, Kind kind, Runnable taken) {}

    private final BlockingQueue<Rung> rung = new LinkedBlockingQueue<>();
    private final HandClock clock = new HandClock();
    private final Alarms alarms = alarms();

    @AfterEach
    void close() {
        alarms.close();
    }

    private Alarms alarms() {
        AlarmsConfig config = new AlarmsConfig(
                15, 5, 730, List.of(), List.of(), List.of(new PhoneAlarmConfig("owner", 2, 10, "302")));
        Counters counters = new Counters();
        List<Outlet> outlets = AlarmOutlets.open(
                        config, (number, kind, taken) -> rung.add(new Rung(number, kind, taken)), counters)
                .outlets();
        return new Alarms(outlets, AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)), clock, counters);
    }

    private Rung next() throws InterruptedException {
        return Optional.ofNullable(rung.poll(30, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("no phone was rung"));
    }

    @Test
    void aPhoneIsRungForWhatNobodyTookAndItsKeyTakesTheAlarm() throws Exception {
        alarms.raise(Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-7");
        clock.pass(Duration.ofMinutes(10));
        alarms.tick();

        Rung owner = next();
        assertThat(owner.number()).isEqualTo("302");
        assertThat(owner.kind()).isEqualTo(Kind.NOBODY_ANSWERS);
        owner.taken().run();
        assertThat(alarms.list().get(0).taken())
                .hasValueSatisfying(taken -> assertThat(taken.actor()).isEqualTo("phone:owner"));
    }

    @Test
    void noPhoneIsRungForWhatIsNotGraveNorWhenItIsOver() throws Exception {
        alarms.raise(Kind.CONFIGURATION, "A setting will hurt.", "sip.expires");
        alarms.raise(Kind.RECORDS, "Records can't be stored.", "");
        clock.pass(Duration.ofMinutes(10));
        alarms.tick();
        assertThat(next().kind()).isEqualTo(Kind.RECORDS);

        alarms.clear(Kind.RECORDS, "");
        clock.pass(Duration.ofHours(1));
        alarms.tick();
        alarms.raise(Kind.LINE, "The PBX is gone.", "");
        clock.pass(Duration.ofMinutes(10));
        alarms.tick();

        assertThat(next().kind()).as("the next that rings").isEqualTo(Kind.LINE);
    }

    @Test
    void aTestRingsIt() throws Exception {
        assertThat(alarms.test().get("owner").get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(next().kind()).isEqualTo(Kind.TEST);
    }
}

package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.notice.Notice.Reason;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    private final List<String> sent = new ArrayList<>();
    private final Counters counters = new Counters();
    private final HandClock clock = new HandClock();
    private final Alarms alarms = new Alarms(
            List.of(
                    Outlet.direct(
                            "down",
                            (notice, desk) -> {
                                throw new IllegalStateException("a channel that is down");
                            },
                            counters),
                    Outlet.direct(
                            "log",
                            (notice, desk) -> notice.alarms()
                                    .forEach(alarm -> sent.add((notice.reason() == Reason.AGAIN ? "again " : "")
                                            + (notice.reason() == Reason.OVER ? "over " : "")
                                            + alarm.line())),
                            counters)),
            AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)),
            clock,
            counters);

    @Test
    void sendsTheSameAlarmOnceWithinTheWindow() {
        raiseFull();
        clock.pass(Duration.ofMinutes(1));
        raiseFull();

        assertThat(sent).containsExactly("RECORDS: The disk is full.");
        assertThat(counters.value(Metric.ALARMS_REPEATED)).isEqualTo(1);
        assertThat(alarms.open()).singleElement().satisfies(alarm -> assertThat(alarm.times())
                .isEqualTo(2));
    }

    @Test
    void sendsItAgainWithItsCountWhenTheWindowIsOver() {
        raiseFull();
        clock.pass(Duration.ofMinutes(3));
        raiseFull();
        clock.pass(Duration.ofMinutes(3));
        raiseFull();

        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).startsWith("again RECORDS: The disk is full. (3 times since");
    }

    @Test
    void sendsAlarmsAboutDifferentSubjectsEach() {
        alarms.raise(Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-1");
        alarms.raise(Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-2");

        assertThat(sent)
                .containsExactly(
                        "NOBODY_ANSWERS [call-1]: No on-call phone took the call.",
                        "NOBODY_ANSWERS [call-2]: No on-call phone took the call.");
    }

    @Test
    void sendsItAnewAfterItWasCleared() {
        raiseFull();
        alarms.clear(Kind.RECORDS, "");
        assertThat(alarms.open()).isEmpty();
        raiseFull();

        assertThat(sent)
                .containsExactly(
                        "RECORDS: The disk is full.", "over RECORDS: The disk is full.", "RECORDS: The disk is full.");
    }

    @Test
    void goesOnWhenAChannelFailsAndCountsIt() {
        raiseFull();

        assertThat(sent).hasSize(1);
        assertThat(counters.value(Metric.ALARMS_CHANNEL_FAILURES)).isEqualTo(1);
    }

    @Test
    void keepsTheGraveOnesWhenThereAreTooMany() {
        raiseFull();
        for (int i = 0; i < 1000; i++) {
            alarms.raise(Kind.CALL_FAILED, "The call ended by an error.", "call-" + i);
        }

        assertThat(alarms.open())
                .hasSizeLessThanOrEqualTo(200)
                .extracting(Alarm::kind)
                .contains(Kind.RECORDS);
    }

    @Test
    void losesNoGraveOneWhenEvenThoseAreTooMany() {
        for (int i = 0; i < 1000; i++) {
            alarms.raise(Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-" + i);
        }

        assertThat(alarms.open()).hasSize(AlarmBook.MOST_OPEN + 1);
        assertThat(alarms.open().get(AlarmBook.MOST_OPEN)).satisfies(others -> {
            assertThat(others.subject()).isEqualTo(AlarmBook.OTHERS);
            assertThat(others.times()).isEqualTo(1000 - AlarmBook.MOST_OPEN);
        });
        assertThat(sent).hasSizeGreaterThan(AlarmBook.MOST_OPEN);
    }

    private void raiseFull() {
        alarms.raise(Kind.RECORDS, "The disk is full.", "");
    }
}

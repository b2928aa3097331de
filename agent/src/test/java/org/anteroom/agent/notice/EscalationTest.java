package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.anteroom.agent.notice.AckDesk.Answer;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.junit.jupiter.api.Test;

class EscalationTest {
    private final HandClock clock = new HandClock();
    private final Counters counters = new Counters();
    private final Told it = new Told("it", 0);
    private final Told owner = new Told("owner", 10);
    private final Alarms alarms = new Alarms(
            List.of(it.outlet(), owner.outlet()),
            AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)),
            clock,
            counters);

    @Test
    void goesToTheNextLevelWhenNobodyTakesAGraveAlarm() {
        alarms.raise(Kind.LINE, "Not registered.", "line");
        pass(9);
        assertThat(owner.notices).isEmpty();

        pass(1);
        assertThat(owner.titles()).containsExactly("Anteroom alarm 1: LINE (escalated)");
        assertThat(it.titles()).containsExactly("Anteroom alarm 1: LINE");
        assertThat(counters.value(Metric.ALARMS_UNACKNOWLEDGED)).isEqualTo(1);
    }

    @Test
    void isRepeatedOnEveryLevelAfterEachWindowUntilSomebodyTakesIt() {
        alarms.raise(Kind.LINE, "Not registered.", "line");
        pass(60);
        assertThat(it.titles())
                .startsWith("Anteroom alarm 1: LINE", "Anteroom alarm 1: LINE (again)")
                .hasSize(5);
        assertThat(owner.notices).hasSize(4);

        assertThat(alarms.acknowledge(1, "uid:1000(kim)")).isEqualTo(Answer.TAKEN);
        pass(120);
        assertThat(it.notices).hasSize(5);
        assertThat(owner.notices).hasSize(4);
        assertThat(counters.value(Metric.ALARMS_UNACKNOWLEDGED)).isZero();
    }

    @Test
    void staysListedWithWhoTookItAndWhereItWasSent() {
        alarms.raise(Kind.LINE, "Not registered.", "line");
        alarms.acknowledge(1, "uid:1000(kim)");

        assertThat(alarms.list()).singleElement().satisfies(open -> {
            assertThat(open.taken()).hasValueSatisfying(taken -> {
                assertThat(taken.actor()).isEqualTo("uid:1000(kim)");
                assertThat(taken.when()).isEqualTo(clock.instant());
            });
            assertThat(open.sent()).singleElement().satisfies(sent -> {
                assertThat(sent.channel()).isEqualTo("it");
                assertThat(sent.state()).isEqualTo(OpenAlarm.State.DELIVERED);
            });
        });
        assertThat(alarms.acknowledge(1, "uid:1001(lee)")).isEqualTo(Answer.TAKEN_BEFORE);
        assertThat(alarms.acknowledge(2, "uid:1001(lee)")).isEqualTo(Answer.NOT_OPEN);
    }

    @Test
    void leavesTheLaterLevelsAloneWhenTheAlarmIsNotGrave() {
        alarms.raise(Kind.CALL_FAILED, "A call met an error.", "call-1");
        pass(60);

        assertThat(it.notices).hasSize(1);
        assertThat(owner.notices).isEmpty();
    }

    @Test
    void saysThatItIsOverWhereItHadBeenSentAndNowhereElse() {
        alarms.raise(Kind.LINE, "Not registered.", "line");
        pass(1);
        alarms.clear(Kind.LINE, "line");
        pass(60);

        assertThat(it.titles()).containsExactly("Anteroom alarm 1: LINE", "Anteroom alarm 1: LINE (over)");
        assertThat(owner.notices).isEmpty();
    }

    @Test
    void makesOneMessageOfAFloodAndCountsIt() {
        for (int i = 1; i <= 50; i++) {
            alarms.raise(Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-" + i);
        }
        assertThat(it.titles()).containsExactly("Anteroom alarm 1: NOBODY_ANSWERS");

        pass(1);
        assertThat(it.titles()).hasSize(2).last().isEqualTo("Anteroom alarms 2 and 48 more: NOBODY_ANSWERS");
        assertThat(it.notices.get(1).text()).contains("and 39 more of this kind");
    }

    @Test
    void foldsRepeatsOfManyIntoOneMessagePerWindow() {
        for (int i = 1; i <= 20; i++) {
            alarms.raise(Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-" + i);
            pass(1);
        }
        int before = it.notices.size();
        pass(60);

        assertThat(it.notices.size() - before).isLessThanOrEqualTo(5);
    }

    @Test
    void tellsTheOthersOfAChannelThatFailsAndWhenItWorksAgain() {
        it.broken(true);
        alarms.raise(Kind.LINE, "Not registered.", "line");
        pass(4);
        assertThat(alarms.open()).extracting(Alarm::kind).containsExactly(Kind.LINE);

        pass(1);
        assertThat(alarms.open()).extracting(Alarm::kind).containsExactly(Kind.LINE, Kind.CHANNEL);
        pass(10);
        assertThat(owner.titles()).contains("Anteroom alarm 2: CHANNEL (escalated)");
        assertThat(owner.notices.get(owner.notices.size() - 1).text()).contains("The server is down.");

        it.broken(false);
        alarms.test();
        assertThat(alarms.open()).extracting(Alarm::kind).containsExactly(Kind.LINE);
        assertThat(it.titles()).noneMatch(title -> title.contains("CHANNEL"));
    }

    @Test
    void letsAChannelAcknowledgeAsAPhoneWouldWithAKey() {
        Alarms ringing = new Alarms(
                List.of(Outlet.direct(
                        "phone",
                        (notice, desk) ->
                                notice.alarms().forEach(alarm -> desk.acknowledge(alarm.number(), "phone:key 1")),
                        counters)),
                AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)),
                clock,
                counters);

        ringing.raise(Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-1");

        assertThat(ringing.list()).singleElement().satisfies(open -> assertThat(open.taken())
                .hasValueSatisfying(taken -> assertThat(taken.actor()).isEqualTo("phone:key_1")));
    }

    @Test
    void forgetsAfterADayWhatNobodyWaitsFor() {
        alarms.raise(Kind.CALL_FAILED, "A call met an error.", "call-1");
        alarms.raise(Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-2");
        alarms.raise(Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-3");
        alarms.acknowledge(2, "uid:0(root)");
        pass(24 * 60 + 1);

        assertThat(alarms.open()).extracting(Alarm::subject).containsExactly("call-3");
    }

    /** A minute at a time, as the rounds of the service do. */
    private void pass(int minutes) {
        for (int i = 0; i < minutes; i++) {
            clock.pass(Duration.ofMinutes(1));
            alarms.tick();
        }
    }
}

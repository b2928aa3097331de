package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.call.CallJournal.Kind;
import org.anteroom.agent.call.Judgement.Verdict;
import org.junit.jupiter.api.Test;

class WakeUpsTest {
    private static Emergency emergency(String when, String rule, List<String> rung, List<Verdict> said) {
        List<CallLog.Line> lines = new ArrayList<>();
        lines.add(new CallLog.Line(0, Kind.DECISION.name(), "CONCERN " + rule + " distress"));
        for (int i = 0; i < rung.size(); i++) {
            lines.add(new CallLog.Line(10, Kind.LEG.name(), i + " invite " + rung.get(i)));
        }
        Instant began = Instant.parse(when);
        return new Emergency(
                1,
                "call",
                1,
                began,
                true,
                new FlightRecord(lines),
                said.stream().map(each -> new Judgement(began, "kim", each)).toList());
    }

    @Test
    void countsEachEmergencyOnceForItsMonthItsRuleAndEveryPersonItRang() {
        WakeUps wakeUps = WakeUps.of(
                List.of(
                        emergency(
                                "2026-11-21T23:00:00Z",
                                "wrong",
                                List.of("Yu", "Yu (2)", "Reed"),
                                List.of(Verdict.REAL)),
                        emergency("2026-11-22T23:00:00Z", "wrong", List.of("Yu"), List.of(Verdict.FALSE_ALARM)),
                        emergency("2026-12-01T00:30:00Z", "meaning", List.of("Reed"), List.of())),
                ZoneOffset.UTC);

        assertThat(wakeUps.months())
                .containsExactly(new WakeUps.Count("2026-11", 2, 1, 1), new WakeUps.Count("2026-12", 1, 0, 0));
        assertThat(wakeUps.rules())
                .containsExactly(new WakeUps.Count("meaning", 1, 0, 0), new WakeUps.Count("wrong", 2, 1, 1));
        assertThat(wakeUps.people())
                .containsExactly(new WakeUps.Count("Reed", 2, 1, 0), new WakeUps.Count("Yu", 2, 1, 1));
        assertThat(wakeUps.people().get(0).open()).isEqualTo(1);
    }

    @Test
    void theNewestOutcomeCounts() {
        WakeUps wakeUps = WakeUps.of(
                List.of(emergency(
                        "2026-11-21T23:00:00Z", "wrong", List.of("Yu"), List.of(Verdict.FALSE_ALARM, Verdict.REAL))),
                ZoneOffset.UTC);
        assertThat(wakeUps.months()).containsExactly(new WakeUps.Count("2026-11", 1, 1, 0));
    }

    @Test
    void whereOnlyTheDeskRangNobodyWasWoken() {
        WakeUps wakeUps = WakeUps.of(
                List.of(
                        emergency("2026-11-21T23:00:00Z", "wrong", List.of("front desk"), List.of()),
                        emergency("2026-11-21T23:00:00Z", "wrong", List.of(), List.of()),
                        emergency("2026-11-21T23:00:00Z", "help", List.of("front desk", "Yu"), List.of())),
                ZoneOffset.UTC);
        assertThat(wakeUps.rules()).containsExactly(new WakeUps.Count("help", 1, 0, 0));
        assertThat(wakeUps.people()).containsExactly(new WakeUps.Count("Yu", 1, 0, 0));
    }

    @Test
    void aMonthBeginsInThePracticesOwnTime() {
        WakeUps wakeUps = WakeUps.of(
                List.of(emergency("2026-12-01T00:30:00Z", "wrong", List.of("Yu"), List.of())),
                ZoneId.of("America/New_York"));
        assertThat(wakeUps.months()).extracting(WakeUps.Count::name).containsExactly("2026-11");
    }
}

package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.anteroom.agent.call.CallLog;
import org.anteroom.agent.call.Emergency;
import org.anteroom.agent.call.EmergencyLog;
import org.anteroom.agent.call.FlightRecord;
import org.anteroom.agent.call.Judgement;
import org.anteroom.agent.call.WakeUps;
import org.junit.jupiter.api.Test;

class EmergencyLinesTest {
    private static final Instant BEGAN = Instant.parse("2026-11-21T23:00:00Z");

    private static Emergency emergency(boolean callEnded, List<Judgement> judgements, CallLog.Line... lines) {
        return new Emergency(
                12, "20261121-230000-abc", 40, BEGAN, callEnded, new FlightRecord(List.of(lines)), judgements);
    }

    private static CallLog.Line line(long atMs, String kind, String detail) {
        return new CallLog.Line(atMs, kind, detail);
    }

    private static Emergency taken(List<Judgement> judgements) {
        return emergency(
                true,
                judgements,
                line(5_092, "DECISION", "ALARM meaning chest-pain"),
                line(5_000, "WORD", "ends at 4300 ms of the call's sound"),
                line(5_092, "EVIDENCE", "a truck\u001b[2J on my chest"),
                line(5_092, "EVIDENCE", "found at 4390 ms of the call's sound by weights 3969fea2"),
                line(5_092, "EVIDENCE", "meaning 0.83 near m-chest-weight-03, gone-01"),
                line(5_095, "LEG", "1 invite doctor"),
                line(13_500, "LEG", "1 bridged"),
                line(75_001, "LADDER", "the caller talked to a human"));
    }

    @Test
    void aPageHoldsDecisionOutcomeAndTimeline() {
        List<String> lines = EmergencyLines.show(
                new EmergencyLog.Page(
                        taken(List.of(new Judgement(BEGAN, "doctor", Judgement.Verdict.FALSE_ALARM))), true),
                ZoneOffset.UTC);

        assertThat(lines)
                .containsExactly(
                        "emergency  12  (call 40, 20261121-230000-abc)",
                        "decisive   2026-11-21 23:00:05.000, 0 ms of the timeline",
                        "decided    alarm, chest-pain, by meaning",
                        "  words    a truck [2J on my chest",
                        "  data     found at 4390 ms of the call's sound by weights 3969fea2",
                        "  score    0.83, nearest known sentences:",
                        "             m-chest-weight-03  somebody parked a truck on my chest oh god",
                        "             gone-01  (not in this version)",
                        "taken by   doctor after 8.5 s",
                        "ended      the caller talked to a human",
                        "recording  sealed, until a person took the call; the caller was told; the decisive word ends at"
                                + " 4.3 s of it",
                        "outcome    false-alarm, says doctor, 2026-11-21 23:00",
                        "timeline, ms:",
                        "        0  caller               the decisive word ends at 4300 ms of the call's sound",
                        "       92  we                   decided: alarm by meaning, chest-pain",
                        "       95  doctor               INVITE out",
                        "     8500  doctor               bridged: the caller and this phone hear each other",
                        "    70001  we                   over: the caller talked to a human");
    }

    @Test
    void aPageWithoutRecordingOrOutcomeSaysSo() {
        List<String> lines = EmergencyLines.show(new EmergencyLog.Page(taken(List.of()), false), ZoneOffset.UTC);

        assertThat(lines)
                .contains("outcome    not said yet: anteroom emergencies outcome 12 real, or: false-alarm")
                .anyMatch(line -> line.startsWith("recording  none"));
    }

    @Test
    void theListTellsSinceWhenWhoAfterHowLongAndWhatStaffSay() {
        assertThat(EmergencyLines.list(List.of(taken(List.of())), ZoneOffset.UTC))
                .last()
                .asString()
                .containsSubsequence(
                        "12",
                        "2026-11-21 23:00",
                        "alarm",
                        "chest-pain",
                        "doctor",
                        "8.5",
                        "not yet",
                        "talked to a human");
        assertThat(EmergencyLines.list(List.of(), ZoneOffset.UTC)).contains("There are no emergencies.");
    }

    @Test
    void oneThatNobodyTookSaysWhy() {
        CallLog.Line decision = line(1_000, "DECISION", "ALARM emergency-key key");
        CallLog.Line rung = line(1_002, "LEG", "1 invite doctor");
        assertThat(ended(emergency(false, List.of(), decision, rung)))
                .contains("nobody")
                .contains("going on");
        assertThat(ended(emergency(true, List.of(), decision, rung))).contains("phones ring on");
        assertThat(ended(emergency(true, List.of(), decision))).contains("nobody was rung");
    }

    private static String ended(Emergency emergency) {
        return EmergencyLines.list(List.of(emergency), ZoneOffset.UTC).get(1);
    }

    @Test
    void wakeUpsAreThreeTables() {
        List<String> lines = EmergencyLines.wakeUps(WakeUps.of(List.of(taken(List.of())), ZoneOffset.UTC));

        assertThat(lines).anyMatch(line -> line.matches("2026-11 +1 +0 +0 +1"));
        assertThat(lines).anyMatch(line -> line.matches("meaning +1 +0 +0 +1"));
        assertThat(lines).anyMatch(line -> line.matches("doctor +1 +0 +0 +1"));
        assertThat(EmergencyLines.wakeUps(WakeUps.of(List.of(), ZoneOffset.UTC)))
                .containsExactly("No emergency has rung anybody on call.");
    }
}

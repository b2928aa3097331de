package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.call.CallJournal.Kind;
import org.junit.jupiter.api.Test;

class FlightRecordTest {
    private final List<CallLog.Line> lines = new ArrayList<>();

    private void line(long atMs, Kind kind, String detail) {
        lines.add(new CallLog.Line(atMs, kind.name(), detail));
    }

    /** Two phones ring; the doctor takes it, whereupon the caller and she talk for a minute. */
    private FlightRecord taken() {
        line(2_000, Kind.SAID, "greeting-emergency");
        line(5_092, Kind.DECISION, "ALARM chest-pain chest-pain");
        line(5_000, Kind.WORD, "ends at 4300 ms of the call's sound");
        line(5_092, Kind.EVIDENCE, "pain in my chest");
        line(5_092, Kind.EVIDENCE, "found at 4390 ms of the call's sound by phrases 0a1b2c3d, weights 3969fea2");
        line(5_092, Kind.EVIDENCE, "meaning 0.83 near m-chest-tight-01, q-chest-arm-02");
        line(5_095, Kind.LEG, "1 invite doctor");
        line(5_096, Kind.LEG, "2 invite nurse");
        line(5_104, Kind.LATENCY, "DECISION_TO_SILENCE 12");
        line(5_180, Kind.LEG, "1 ringing");
        line(5_190, Kind.LEG, "2 ringing 183");
        line(8_000, Kind.LEG, "1 answered");
        line(8_001, Kind.LEG, "1 told press-one");
        line(8_030, Kind.LEG, "1 hears it");
        line(11_000, Kind.LEG, "1 key 1");
        line(11_001, Kind.LEG, "1 told disclosure");
        line(13_500, Kind.LEG, "1 bridged");
        line(13_501, Kind.LEG, "2 cancelled");
        line(60_000, Kind.LEG, "1 false alarm");
        line(75_000, Kind.CALL, "ended REMOTE_HANG_UP");
        line(75_001, Kind.LADDER, "the caller talked to a human");
        return new FlightRecord(lines);
    }

    @Test
    void timesAreCountedFromTheEndOfTheDecisiveWord() {
        FlightRecord flight = taken();

        assertThat(flight.zeroMs()).isEqualTo(5_000);
        assertThat(flight.reason().soundMs()).contains(4_300L);
        assertThat(flight.moments())
                .extracting(moment -> moment.ms() + " " + moment.who() + " " + moment.what())
                .containsExactly(
                        "-3000 we to the caller: greeting-emergency",
                        "0 caller the decisive word ends at 4300 ms of the call's sound",
                        "92 we decided: alarm by chest-pain, chest-pain",
                        "95 doctor INVITE out",
                        "96 nurse INVITE out",
                        "104 we our speech has stopped",
                        "180 doctor rings (180)",
                        "190 nurse rings (183)",
                        "3000 doctor answered (200)",
                        "3001 doctor is to hear: press-one",
                        "3030 doctor first sound of it sent",
                        "6000 doctor key 1",
                        "6001 doctor is to hear: disclosure",
                        "8500 doctor bridged: the caller and this phone hear each other",
                        "8501 nurse stopped ringing it (CANCEL)",
                        "55000 doctor marked it a false alarm",
                        "70000 we the call: ended REMOTE_HANG_UP",
                        "70001 we over: the caller talked to a human");
    }

    @Test
    void theDecisionIsToldWithWordsDataScoreAndNearestSentences() {
        FlightRecord.Reason reason = taken().reason();

        assertThat(reason.grade()).isEqualTo("ALARM");
        assertThat(reason.rule()).isEqualTo("chest-pain");
        assertThat(reason.words()).isEqualTo("pain in my chest");
        assertThat(reason.found()).contains("phrases 0a1b2c3d").contains("weights 3969fea2");
        assertThat(reason.score()).isEqualTo("0.83");
        assertThat(reason.nearest()).containsExactly("m-chest-tight-01", "q-chest-arm-02");
        assertThat(reason).hasToString("ALARM chest-pain chest-pain");
    }

    @Test
    void whoTookItIsThePhoneThatWasBridgedFirst() {
        FlightRecord flight = taken();

        assertThat(flight.takenBy()).contains("doctor");
        assertThat(flight.takenAfterMs()).contains(8_500L);
        assertThat(flight.rung()).containsExactly("doctor", "nurse");
        assertThat(flight.over()).contains("the caller talked to a human");
    }

    @Test
    void aKeyDecidesInItsOwnMoment() {
        line(5_000, Kind.KEY, "*");
        line(5_001, Kind.DECISION, "ALARM emergency-key key");
        line(5_002, Kind.LEG, "1 invite doctor");
        FlightRecord flight = new FlightRecord(lines);

        assertThat(flight.zeroMs()).isEqualTo(5_001);
        assertThat(flight.reason().soundMs()).isEmpty();
        assertThat(flight.takenBy()).isEmpty();
        assertThat(flight.takenAfterMs()).isEmpty();
        assertThat(flight.over()).isEmpty();
    }

    @Test
    void aPhoneThatRangForALesserMatterCountsFromTheGraveOne() {
        line(1_000, Kind.DECISION, "NONE conversation.caller-asked caller-asked");
        line(1_001, Kind.LEG, "1 invite doctor");
        line(4_000, Kind.DECISION, "CONCERN ear.lost caller");
        line(9_000, Kind.DECISION, "ALARM emergency-key key");
        line(9_500, Kind.LEG, "1 told caller-number");
        FlightRecord flight = new FlightRecord(lines);

        assertThat(flight.zeroMs()).isEqualTo(4_000);
        assertThat(flight.reason().rule()).isEqualTo("emergency-key");
        assertThat(flight.takenBy()).contains("doctor");
        assertThat(flight.takenAfterMs()).contains(5_500L);
    }

    @Test
    void aNumberThatIsUsedAgainIsAnotherLeg() {
        line(1_000, Kind.DECISION, "CONCERN wrong distress");
        line(1_001, Kind.LEG, "1 invite front desk");
        line(2_000, Kind.LEG, "1 refused 486");
        line(3_000, Kind.LEG, "1 invite doctor");
        line(3_500, Kind.LEG, "1 bridged");
        line(3_600, Kind.LEG, "7 released");
        FlightRecord flight = new FlightRecord(lines);

        assertThat(flight.rung()).containsExactly("front desk", "doctor");
        assertThat(flight.takenBy()).contains("doctor");
        assertThat(flight.moments())
                .extracting(Moment::what)
                .contains("did not take it (486)")
                .doesNotContain("its leg let go");
    }

    @Test
    void whatTheCallerSaysIsNeverTakenForEvidenceOfOurs() {
        line(1_000, Kind.DECISION, "ALARM meaning chest-pain");
        line(1_000, Kind.EVIDENCE, "found at home on the floor meaning to call near midnight");
        FlightRecord.Reason reason = new FlightRecord(lines).reason();

        assertThat(reason.words()).startsWith("found at home");
        assertThat(reason.found()).isEmpty();
        assertThat(reason.score()).isEmpty();
    }

    @Test
    void aJournalWithoutADecisionIsNoFault() {
        FlightRecord flight = new FlightRecord(List.of());

        assertThat(flight.moments()).isEmpty();
        assertThat(flight.reason().grade()).isEqualTo("NONE");
        assertThat(flight.takenBy()).isEqualTo(Optional.empty());
    }
}

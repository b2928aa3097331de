package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.call.CallJournal.Kind;
import org.anteroom.agent.call.Judgement.Verdict;
import org.anteroom.agent.emergency.Redaction;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private final Candidates candidates = new Candidates(Redaction.load(), "medical");

    private static Emergency emergency(String rule, List<Verdict> said, String decisive, String... turns) {
        List<CallLog.Line> lines = new ArrayList<>();
        for (String turn : turns) {
            lines.add(new CallLog.Line(0, Kind.HEARD.name(), turn));
        }
        lines.add(new CallLog.Line(0, Kind.DECISION.name(), "ALARM " + rule + " chest-pain"));
        if (!decisive.isEmpty()) {
            lines.add(new CallLog.Line(0, Kind.EVIDENCE.name(), decisive));
        }
        Instant began = Instant.parse("2026-11-21T23:00:00Z");
        return new Emergency(
                12,
                "20261121-230000-abc",
                40,
                began,
                true,
                new FlightRecord(lines),
                said.stream().map(each -> new Judgement(began, "kim", each)).toList());
    }

    @Test
    void writesTheTurnThatDecidedWithoutWhoAndWhen() {
        assertThat(candidates.lines(List.of(emergency(
                        "chest-pain",
                        List.of(Verdict.REAL),
                        "pain in my chest",
                        "my name is jennifer martinez",
                        "jennifer here i've got a pain in my chest since monday at nine"))))
                .containsExactly(
                        "id\tpractice\tlabel\tcategory\ttext\tnote",
                        "x-emergency-chest-pain-01\tmedical\temergency\tchest-pain\t"
                                + "* here i've got a pain in my chest since * at *"
                                + "\tdecided by chest-pain; fill in or drop each *");
    }

    @Test
    void aFalseAlarmIsALookalike() {
        assertThat(candidates.lines(List.of(emergency(
                        "meaning",
                        List.of(Verdict.REAL, Verdict.FALSE_ALARM),
                        "my chest hurts",
                        "my chest hurts ha ha"))))
                .last()
                .asString()
                .startsWith("x-not-lookalike-01\tmedical\tnot\tlookalike\tmy chest hurts ");
    }

    @Test
    void nothingLeavesThatNobodyHasJudgedOrThatKeysDecidedOrThatIsNotOurs() {
        assertThat(candidates.lines(List.of(
                        emergency("chest-pain", List.of(), "pain in my chest", "pain in my chest"),
                        emergency("emergency-key", List.of(Verdict.REAL), "", "pain in my chest"),
                        emergency("meaning", List.of(Verdict.REAL), "jennifer martinez", "jennifer martinez"))))
                .containsExactly(Candidates.HEADER);
    }

    @Test
    void theOrderTellsNothingAndEqualSentencesAreOne() {
        List<Verdict> real = List.of(Verdict.REAL);
        assertThat(candidates.lines(List.of(
                        emergency("chest-pain", real, "my chest hurts", "you my chest hurts"),
                        emergency("chest-pain", real, "my chest hurts", "and my chest hurts"),
                        emergency("chest-pain", real, "my chest hurts", "you my chest hurts"))))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).contains("\tand my chest hurts\t"));
    }

    @Test
    void theWordsOfTheDecisionStandInWhereItsTurnNeverEnded() {
        assertThat(candidates.lines(List.of(
                        emergency("chest-pain", List.of(Verdict.REAL), "pain in my chest", "what is your address"))))
                .last()
                .asString()
                .contains("\tpain in my chest\t");
    }
}

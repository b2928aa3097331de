package org.anteroom.agent.rehearsal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.cli.ConverseRecords;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;
import org.junit.jupiter.api.Test;

/** Whole calls of strangers, without the sentence model: patterns and phrases alone. */
class CallsEvaluationTest {
    private static final List<TextPractice> PRACTICES =
            Stream.of(PracticeType.values()).map(TextPractice::example).toList();

    @Test
    void everyCallEndsAndIsJudged() throws Exception {
        try (ConverseRecords records = ConverseRecords.open()) {
            CallsReport report = evaluation(records).run(40, 1);

            assertThat(report.json()).containsEntry("cases", 40);
            assertThat(report.json().get("success")).isInstanceOf(Double.class);
            assertThat(report.json().get("wrongCommitments"))
                    .isEqualTo(report.verdicts().stream()
                            .filter(each -> !each.wrong().isEmpty())
                            .count());
            assertThat(report.verdicts()).noneMatch(each -> each.account().ending() == Ending.TURN_LIMIT);
            assertThat(report.verdicts()).anyMatch(each -> each.outcome() == Outcome.IN_BOOK);
            assertThat(report.verdicts().stream().map(Verdict::type).distinct()).hasSize(4);
            assertThat(report.text()).contains("success", "over-informative", "veterinary");
        }
    }

    @Test
    void theSameSeedHoldsTheSameCallAlsoAlone() throws Exception {
        try (ConverseRecords records = ConverseRecords.open()) {
            List<Verdict> first = evaluation(records).run(3, 11).verdicts();
            List<Verdict> last = evaluation(records).run(1, 13).verdicts();

            assertThat(last.get(0).account().lines())
                    .isEqualTo(first.get(2).account().lines());
            assertThat(last.get(0).outcome()).isEqualTo(first.get(2).outcome());
        }
    }

    private static CallsEvaluation evaluation(ConverseRecords records) {
        return new CallsEvaluation(PRACTICES, Optional.empty(), Optional.empty(), records.callerRecords());
    }
}

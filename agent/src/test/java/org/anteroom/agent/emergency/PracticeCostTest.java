package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.emergency.PracticeCost.Judged;
import org.junit.jupiter.api.Test;

class PracticeCostTest {
    private static final List<Judged> SENTENCES = List.of(
            new Judged(SentenceKind.EMERGENCY, 0.9, Ruling.FIRM),
            new Judged(SentenceKind.EMERGENCY, 0.5, Ruling.NONE),
            new Judged(SentenceKind.EMERGENCY, 0.1, Ruling.FIRM),
            new Judged(SentenceKind.EMERGENCY, -0.3, Ruling.NONE),
            new Judged(SentenceKind.LOOKALIKE, 0.6, Ruling.NONE),
            new Judged(SentenceKind.LOOKALIKE, 0.2, Ruling.NONE),
            new Judged(SentenceKind.ORDINARY, 0.5, Ruling.NONE),
            new Judged(SentenceKind.ORDINARY, -0.8, Ruling.FIRM),
            new Judged(SentenceKind.ORDINARY, -0.9, Ruling.NONE),
            new Judged(SentenceKind.ORDINARY, -1, Ruling.NONE));

    @Test
    void rulesAndScoreTogetherDecideWhatEitherOfThemDecides() {
        assertThat(PracticeCost.at(0.5, SENTENCES)).isEqualTo(new PracticeCost(0.5, 0.75, 0.5, 0.25, 0.5));
    }

    @Test
    void aScoreThatReachesTheThresholdCounts() {
        assertThat(PracticeCost.at(0.51, SENTENCES)).isEqualTo(new PracticeCost(0.25, 0.5, 0.5, 0, 0.25));
        assertThat(PracticeCost.at(-1, SENTENCES)).isEqualTo(new PracticeCost(1, 1, 1, 1, 1));
    }

    @Test
    void withoutAScoreTheRulesAreLeft() {
        assertThat(PracticeCost.rulesAlone(SENTENCES)).isEqualTo(new PracticeCost(0, 0.5, 0, 0, 0.25));
    }

    @Test
    void aDoubtfulRuleCountsUnlessTheScoreSpeaksAgainstIt() {
        List<Judged> doubtful = List.of(
                new Judged(SentenceKind.EMERGENCY, -0.29, Ruling.DOUBTFUL),
                new Judged(SentenceKind.LOOKALIKE, -0.3, Ruling.DOUBTFUL),
                new Judged(SentenceKind.ORDINARY, -0.9, Ruling.DOUBTFUL));
        assertThat(PracticeCost.at(0.5, doubtful)).isEqualTo(new PracticeCost(0, 1, 0, 0, 0));
        assertThat(PracticeCost.rulesAlone(doubtful)).isEqualTo(new PracticeCost(0, 1, 1, 0, 1));
    }

    @Test
    void partsOfNothingAreUnknown() {
        PracticeCost cost = PracticeCost.at(0, SENTENCES.subList(0, 4));
        assertThat(cost.scoreFinds()).isEqualTo(0.75);
        assertThat(cost.lookalikes()).isNaN();
        assertThat(cost.scoreTakes()).isNaN();
        assertThat(cost.bothTake()).isNaN();
    }
}

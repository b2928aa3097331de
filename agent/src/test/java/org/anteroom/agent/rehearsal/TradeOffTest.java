package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.emergency.Score;
import org.junit.jupiter.api.Test;

class TradeOffTest {

    private static TopScore scored(double value, boolean whole) {
        return new TopScore("words", whole, new Score(value, List.of()));
    }

    private static Standing whole(double value) {
        return new Standing(false, Optional.of(scored(value, true)));
    }

    private static Standing running(double value) {
        return new Standing(false, Optional.of(scored(value, false)));
    }

    @Test
    void theEndOfARunningTurnNeedsItsOwnThreshold() {
        assertThat(whole(0.5).fires(0.5)).isTrue();
        assertThat(whole(0.49).fires(0.5)).isFalse();
        assertThat(running(0.8).fires(0.5)).isTrue();
        assertThat(running(0.79).fires(0.5)).isFalse();
        assertThat(running(0.55).fires(0.2)).isTrue();
    }

    @Test
    void aRuleCountsAtEveryThresholdAndNoWordsAtNone() {
        assertThat(new Standing(true, Optional.empty()).fires(1.5)).isTrue();
        assertThat(new Standing(false, Optional.empty()).fires(-1.5)).isFalse();
    }

    @Test
    void theBestScoreIsTheOneNearestToADecision() {
        assertThat(TopScore.of(List.of(scored(0.6, false), scored(0.45, true), scored(0.45, true))))
                .contains(scored(0.45, true));
        assertThat(TopScore.of(List.of(scored(0.8, false), scored(0.45, true)))).contains(scored(0.8, false));
        assertThat(TopScore.of(List.of())).isEmpty();
    }

    @Test
    void moreFiresAsTheThresholdFalls() {
        TradeOff tradeOff = new TradeOff(List.of(whole(0.9), whole(0.1)), List.of(whole(0.3), whole(-2)));

        assertThat(tradeOff.today().recall()).isEqualTo(new Proportion(1, 2));
        assertThat(tradeOff.today().falseAlarms()).isEqualTo(new Proportion(0, 2));
        List<TradeOff.Point> curve = tradeOff.curve();
        assertThat(curve.get(0).threshold()).isEqualTo(1.5);
        assertThat(curve.get(curve.size() - 1).threshold()).isEqualTo(-1.5);
        assertThat(curve).contains(tradeOff.today());
        assertThat(curve).extracting(point -> point.recall().hits()).isSorted().containsOnly(0L, 1L, 2L);
        assertThat(curve)
                .extracting(point -> point.falseAlarms().hits())
                .isSorted()
                .containsOnly(0L, 1L);
    }
}

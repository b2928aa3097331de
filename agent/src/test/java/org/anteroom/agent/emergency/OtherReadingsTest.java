package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;

/** What was said may be another reading of the sound than the likeliest. */
class OtherReadingsTest {
    private static final String FIRST = "he is not reading";
    private static final String OTHER = "he is not breathing";

    private final Heard call = new Heard();
    private final List<String> asked = new ArrayList<>();

    private static List<HeardWord> words(String text) {
        return Utterance.typed(text, 0).words();
    }

    private Evidence.Scored scored(double behind, Map<String, Double> scores) {
        Clause clause = new Clause(words(FIRST), true, 1_200, List.of(new Reading(words(OTHER), behind)));
        return Evidence.Scored.of(clause, text -> {
            asked.add(text);
            return new Score(scores.get(text), List.of());
        });
    }

    @Test
    void theScoreIsThatOfAllReadingsAsTheyAreLikely() {
        assertThat(scored(0, Map.of(FIRST, 0.2, OTHER, 0.6)).score().value()).isCloseTo(0.4, within(1e-9));
        assertThat(scored(Math.log(3), Map.of(FIRST, 0.2, OTHER, 0.6)).score().value())
                .isCloseTo(0.3, within(1e-9));
    }

    @Test
    void theReasonOfAnEmergencyIsThatOfTheReadingThatMeansItMost() {
        Score.Near near = new Score.Near("m-1", "she keeled over", "unconscious", true, 0.8);
        Clause clause = new Clause(words(FIRST), true, 1_200, List.of(new Reading(words("he toppled"), 0)));
        Evidence.Scored scored = Evidence.Scored.of(
                clause, text -> text.equals("he toppled") ? new Score(0.9, List.of(near)) : new Score(0.1, List.of()));
        assertThat(call.step(scored).orElseThrow().category()).isEqualTo("unconscious");
    }

    @Test
    void nobodyWaitsForTheOthersWhenTheFirstIsCertain() {
        assertThat(scored(0, Map.of(FIRST, 0.7, OTHER, -1.0)).score().value()).isEqualTo(0.7);
        assertThat(asked).containsExactly(FIRST);
    }

    @Test
    void whatRulesFindInAnotherReadingCountsWhereThatMeansAnEmergency() {
        assertThat(call.said(FIRST, 0)).isEmpty();
        Decision decision =
                call.step(scored(1, Map.of(FIRST, -0.9, OTHER, 0.3))).orElseThrow();
        assertThat(decision.grade()).isEqualTo(Grade.ALARM);
        assertThat(decision.rule()).isEqualTo("cannot-breathe");
        assertThat(HeardWord.text(decision.words())).contains("breathing");
        assertThat(decision.score().orElseThrow().value()).isEqualTo(0.3);
    }

    @Test
    void andNotWhereItDoesNot() {
        call.said(FIRST, 0);
        assertThat(call.step(scored(1, Map.of(FIRST, -0.9, OTHER, 0.2)))).isEmpty();
    }

    @Test
    void aReadingIsCutLikeItsClauseAndHidesItsWords() {
        String words = "la ".repeat(Clauses.MOST_WORDS + 5).strip();
        Clause clause = new Clauses()
                .ended(words("so"), List.of(new Reading(words(words), 0.5)), 300)
                .orElseThrow();
        assertThat(clause.others()).singleElement().satisfies(other -> {
            assertThat(other.words()).hasSize(Clauses.MOST_WORDS);
            assertThat(other.behind()).isEqualTo(0.5);
            assertThat(other.toString()).doesNotContain("la");
        });
    }
}

package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Score;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static String explain(String sentence, double meaning) {
        return Explanation.of(
                sentence,
                Set.of(PracticeType.MEDICAL),
                text -> new Score(
                        meaning, List.of(new Score.Near("m-1", "he dropped like a stone", "unconscious", true, 0.8))));
    }

    @Test
    void namesTheRuleThatFiresAndTheWord() {
        assertThat(explain("hello i can't breathe", -0.9))
                .contains("decision   alarm, the people on call are rung: by cannot-breathe (breathing)")
                .contains("first at the word 'breathe'")
                .contains("cannot-breathe (breathing) on \"can't breathe\": alarm, at once");
    }

    @Test
    void namesTheContextThatTakesARuleBack() {
        assertThat(explain("no chest pain just the form for the gym", -0.9))
                .contains("decision   none: the call goes on")
                .contains(": none")
                .contains("changed by: ");
    }

    @Test
    void tellsTheMeaningWithTheNearestSentences() {
        assertThat(explain("he went over", 0.5))
                .contains("decision   concern, the nearest person is rung: by meaning (unconscious)")
                .contains("rules      none")
                .contains("0.50  (a concern from 0.40")
                .contains("0.80 like the emergency \"he dropped like a stone\" (m-1)");
    }
}

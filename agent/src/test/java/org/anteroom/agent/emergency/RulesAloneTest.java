package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.config.PracticeType;
import org.junit.jupiter.api.Test;

class RulesAloneTest {

    @Test
    void theBaseRulesHoldInEveryPractice() {
        for (PracticeType practice : PracticeType.values()) {
            assertThat(new RulesAlone(practice))
                    .accepts("he is not breathing")
                    .rejects("i would like to move my cleaning");
        }
    }

    @Test
    void rulesOfOneTypeOfPracticeAreNoneOfAnother() {
        String socket = "it is still oozing";
        assertThat(new RulesAlone(PracticeType.DENTAL)).accepts(socket);
        assertThat(new RulesAlone(PracticeType.MENTAL_HEALTH)).rejects(socket);
    }

    @Test
    void aBeginningThatFiresIsEnough() {
        assertThat(new RulesAlone(PracticeType.MEDICAL))
                .accepts("he stopped breathing for a moment when he was born he is six now");
    }

    @Test
    void theEndOfATurnSettlesWhatWaits() {
        assertThat(new RulesAlone(PracticeType.MEDICAL)).accepts("i have chest pain");
    }

    @Test
    void nothingSaidIsNothingDecided() {
        assertThat(new RulesAlone(PracticeType.MEDICAL)).rejects("");
    }
}

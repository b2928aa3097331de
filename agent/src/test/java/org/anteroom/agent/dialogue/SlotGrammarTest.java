package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.words.YesNo;
import org.junit.jupiter.api.Test;

class SlotGrammarTest {
    private static final Services DENTAL = services();

    @Test
    void anOpenQuestionHasNoneButTheLastOneIsUsuallyAnsweredWithANo() {
        assertThat(SlotGrammar.at(Stage.OPEN, Hearing.OPEN, DENTAL)).isEmpty();
        assertThat(SlotGrammar.at(Stage.FURTHER, Hearing.OPEN, DENTAL)).contains("no that's all", "goodbye");
    }

    @Test
    void thePracticesOwnNamesAreListenedForWhereTheyAreAskedFor() {
        assertThat(SlotGrammar.at(Stage.PAYER, Hearing.OPEN, DENTAL)).contains("delta dental", "i'm with");
        assertThat(SlotGrammar.at(Stage.VISIT, Hearing.OPEN, DENTAL)).contains("cleaning");
        assertThat(SlotGrammar.at(Stage.WHEN, Hearing.WHEN, DENTAL))
                .contains("ortiz", "tuesday", "o'clock", "not", "can't", "except");
        assertThat(SlotGrammar.at(Stage.PAYER, Hearing.OPEN, Services.NONE)).isEmpty();
    }

    @Test
    void anIdIsLettersAndNumbersAlsoWhereItIsCorrected() {
        assertThat(SlotGrammar.at(Stage.MEMBER_ID, Hearing.MEMBER_ID, DENTAL)).contains("q", "seven", "double");
        assertThat(SlotGrammar.at(Stage.CONFIRM_MEMBER_ID, Hearing.YES_NO, DENTAL))
                .contains("q", "no", "yes");
    }

    @Test
    void whoLooksForAnAnswerAndGivesItHasAnswered() {
        assertThat(YesNo.of(List.of("let", "me", "see", "yes"))).isEqualTo(YesNo.YES);
        assertThat(YesNo.of(List.of("let", "me", "see"))).isEqualTo(YesNo.UNCLEAR);
    }

    private static Services services() {
        TextPractice dental = TextPractice.example(PracticeType.DENTAL);
        return Services.of(dental.practice(), dental.identity(), dental.refills());
    }
}

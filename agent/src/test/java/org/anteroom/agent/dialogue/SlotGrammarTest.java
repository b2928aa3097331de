package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.words.SpokenDigits;
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
        assertThat(SlotGrammar.at(Stage.PAYER, Hearing.OPEN, DENTAL)).contains("delta dental", "i'm with delta dental");
        assertThat(SlotGrammar.at(Stage.VISIT, Hearing.OPEN, DENTAL)).contains("cleaning");
        assertThat(SlotGrammar.at(Stage.WHEN, Hearing.WHEN, DENTAL))
                .contains("ortiz", "the one with doctor ortiz")
                .anyMatch(sentence -> sentence.contains("tuesday at"))
                .anyMatch(sentence -> sentence.contains("o'clock"))
                .anyMatch(sentence -> sentence.startsWith("i can't"))
                .anyMatch(sentence -> sentence.startsWith("except"));
        assertThat(SlotGrammar.at(Stage.VISIT, Hearing.OPEN, Services.NONE)).isEmpty();
    }

    @Test
    void whatWasReadBackMayBeSaidAgainInPlaceOfAYesOrANo() {
        assertThat(SlotGrammar.at(Stage.MEMBER_ID, Hearing.MEMBER_ID, DENTAL))
                .anyMatch(sentence -> sentence.matches("([a-z] ){3}(\\w+ )*seven( \\w+)*"));
        assertThat(SlotGrammar.at(Stage.CONFIRM_NUMBER, Hearing.YES_NO, DENTAL))
                .contains("no", "yes", "that's right")
                .anyMatch(sentence -> SpokenDigits.phone(List.of(sentence.split(" ")))
                        .filter(phone -> phone.length() == 10)
                        .isPresent());
        assertThat(SlotGrammar.at(Stage.CONFIRM_MEMBER_ID, Hearing.YES_NO, DENTAL))
                .contains("no", "yes")
                .anyMatch(sentence -> sentence.startsWith("no it's "));
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

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.anteroom.agent.config.FailedSentence;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.emergency.EmergencySentence;
import org.junit.jupiter.api.Test;

final class TransferSentencesTest {
    @Test
    void whoGetsTheNumberOfACallerWhoHungUpHearsItInGroups() {
        TransferSentences sentences = new TransferSentences(
                Catalogue.of(PracticeType.MEDICAL),
                "Maple Street Clinic",
                FailedSentence.CALL_911,
                () -> "chest-pain",
                Optional.of("16145550192"));

        assertThat(sentences.text(EmergencySentence.CALLER_NUMBER))
                .contains("six one four, five five five, zero one nine two");
    }

    @Test
    void aDrillSaysSoBeforeAnythingElseAndAgainInTheWhisper() {
        TransferSentences sentences = new TransferSentences(
                Catalogue.of(PracticeType.MEDICAL),
                "Maple Street Clinic",
                FailedSentence.CALL_911,
                () -> "chest-pain",
                Optional.of("299"),
                true);

        assertThat(sentences.text(EmergencySentence.PRESS_ONE)).startsWith("This is a drill.");
        assertThat(sentences.text(EmergencySentence.CALLER_HUNG_UP)).startsWith("This is a drill.");
        assertThat(sentences.text(EmergencySentence.DISCLOSURE)).startsWith("drill, chest pain");
    }
}

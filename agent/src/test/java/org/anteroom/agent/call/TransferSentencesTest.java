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
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.words.HeardWord;
import org.junit.jupiter.api.Test;

final class OwnVoiceTest {
    private final OwnVoice own = new OwnVoice();

    @Test
    void knowsAnEchoByItsWordsAndTheirPlaceInTheSentence() {
        own.started(1, "would you like to leave a message", 2_000, 10_000);

        assertThat(own.ours(word("would", 10_150))).isTrue();
        assertThat(own.ours(word("message", 11_900))).isTrue();
        assertThat(own.ours(word("massage", 11_900))).isTrue();
        assertThat(own.ours(word("banana", 11_000))).isFalse();
    }

    @Test
    void aCallerMayRepeatOurLastWordsRightAfterThem() {
        own.started(1, "would you like to leave a message", 2_000, 10_000);
        own.ended(1, 12_000);

        assertThat(own.ours(word("leave", 12_900))).isFalse();
        assertThat(own.ours(word("message", 13_200))).isFalse();
    }

    @Test
    void theCallersWordsOverOurSentenceAreTheirs() {
        own.started(1, "how can i help you", 1_500, 0);
        List<HeardWord> words = List.of(word("this", 700), word("is", 800), word("an", 900), word("emergency", 1_000));

        assertThat(BargeIn.interrupts(words, own::ours)).isTrue();
        assertThat(BargeIn.said(words, own::ours)).isNotEmpty();
    }

    @Test
    void ourOwnEchoWithAMisheardWordIsNotTheCaller() {
        own.started(1, "how can i help you", 1_500, 0);
        List<HeardWord> words = List.of(word("how", 250), word("cannon", 500), word("help", 950), word("you", 1_200));

        assertThat(BargeIn.interrupts(words, own::ours)).isFalse();
        assertThat(BargeIn.said(words, own::ours)).isEmpty();
    }

    @Test
    void oneStrangeWordDoesNotInterruptUntilTheTurnIsFinished() {
        own.started(1, "how can i help you", 1_500, 0);
        List<HeardWord> words = List.of(word("yes", 700));

        assertThat(BargeIn.interrupts(words, own::ours)).isFalse();
        assertThat(BargeIn.said(words, own::ours)).hasSize(1);
    }

    private static HeardWord word(String text, int startMs) {
        return new HeardWord(text, 1, startMs, startMs + 200);
    }

    @Test
    void tellsWhenAnythingOfOursWasOnTheLine() {
        OwnVoice own = new OwnVoice();
        own.started(1, "how can i help you", 1_200, 1_000);
        own.ended(1, 2_200);
        assertThat(own.spoke(500, 900)).as("before").isFalse();
        assertThat(own.spoke(2_000, 2_400)).as("during").isTrue();
        assertThat(own.spoke(2_700, 3_000)).as("while it may still come back").isTrue();
        assertThat(own.spoke(2_900, 3_000)).as("long after").isFalse();
    }
}

package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotCoverTest {

    @Test
    void aSureReadingOfAllThatWasSaidIsTheTurn() {
        assertThat(SlotCover.whole(heard("i know that phone", 0.4, 300), List.of(), heard("no that's all", 0.97, 400)))
                .isTrue();
    }

    @Test
    void aSureWordAtTheBeginningOfALongTurnIsNot() {
        assertThat(SlotCover.whole(heard("no wait i need a refill", 0.9, 300), List.of(), heard("no", 1, 300)))
                .isFalse();
    }

    @Test
    void whatIsDoubtfulCountsWhereTheOpenRecogniserThoughtOfItToo() {
        List<HeardWord> open = heard("that said", 0.5, 300);
        List<HeardWord> slot = heard("that's it", 0.6, 300);

        assertThat(SlotCover.whole(open, List.of(), slot)).isFalse();
        assertThat(SlotCover.whole(open, List.of(List.of("that's", "it")), slot))
                .isTrue();
    }

    @Test
    void oneWordMustBeSurerThanMany() {
        assertThat(SlotCover.whole(heard("i don't know", 0.5, 150), List.of(), heard("nope", 0.9, 450)))
                .isFalse();
        assertThat(SlotCover.whole(heard("her dinner", 0.5, 250), List.of(), heard("aetna", 1, 450)))
                .isTrue();
    }

    @Test
    void nothingIsNoReading() {
        assertThat(SlotCover.whole(heard("yes", 1, 300), List.of(), List.of())).isFalse();
        assertThat(SlotCover.whole(List.of(), List.of(), heard("yes", 1, 300))).isFalse();
    }

    private static List<HeardWord> heard(String text, double confidence, int eachMs) {
        List<HeardWord> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            int at = words.size() * eachMs;
            words.add(new HeardWord(word, confidence, at, at + eachMs));
        }
        return words;
    }
}

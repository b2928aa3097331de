package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartialTimesTest {
    private final PartialTimes times = new PartialTimes();

    @Test
    void placesTheFirstWordsBetweenTheStartOfSpeechAndNow() {
        List<Word> words = times.place(List.of("good", "morning"), 1000, 1800);

        assertThat(words).extracting(Word::startMs).containsExactly(1000, 1300);
        assertThat(words).extracting(Word::endMs).containsExactly(1300, 1600);
        assertThat(words).extracting(Word::confidence).containsOnly(Word.NOT_RATED);
    }

    @Test
    void aWordThatStaysKeepsItsTime() {
        List<Word> before = times.place(List.of("good"), 1000, 1500);
        List<Word> after = times.place(List.of("good", "evening"), 1000, 2000);

        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(1).startMs()).isGreaterThanOrEqualTo(1300);
        assertThat(after.get(1).endMs()).isEqualTo(1800);
    }

    @Test
    void noWordLastsLongerThanPeopleTakeForOne() {
        List<Word> words = times.place(List.of("hello"), 1000, 9000);

        assertThat(words.get(0).startMs()).isEqualTo(8200);
    }
}

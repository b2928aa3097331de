package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private final Readings readings = new Readings();

    /** Words of 300 ms. */
    private static List<Word> words(String... words) {
        return IntStream.range(0, words.length)
                .mapToObj(i -> new Word(words[i], Word.NOT_RATED, i * 300, (i + 1) * 300))
                .toList();
    }

    private static List<String> text(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    @Test
    void theFirstIsTheTurnAndTheOthersSayHowFarBehindTheyAre() {
        readings.add(words("she", "is", "fine"), 210.5);
        readings.add(words("he", "is", "fine"), 209.25);
        Recognised recognised = readings.recognised();
        assertThat(text(recognised.words())).containsExactly("she", "is", "fine");
        assertThat(recognised.others()).singleElement().satisfies(other -> {
            assertThat(text(other.words())).containsExactly("he", "is", "fine");
            assertThat(other.behind()).isEqualTo(1.25);
        });
    }

    @Test
    void unlikelyEmptyAndRepeatedOnesAreLeftOut() {
        readings.add(words("yes"), 100);
        readings.add(words("yes"), 99.9);
        readings.add(words(), 99.8);
        readings.add(words("guess"), 98);
        readings.add(words("dress"), 97.9);
        assertThat(readings.recognised().others())
                .extracting(other -> text(other.words()))
                .containsExactly(List.of("guess"));
    }

    @Test
    void aWordIsAsSureAsTheReadingsThatHoldItThereAreLikely() {
        readings.add(words("he", "fell"), 50);
        readings.add(words("he", "felt"), 50);
        readings.add(words("fell", "he"), 50);
        List<Word> words = readings.recognised().words();
        assertThat(words.get(0).confidence()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(words.get(1).confidence()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void nothingHeardIsNothingRecognised() {
        assertThat(readings.recognised()).isEqualTo(Recognised.NOTHING);
        readings.add(words(), 0);
        assertThat(readings.recognised().words()).isEmpty();
        assertThat(readings.recognised().others()).isEmpty();
    }

    @Test
    void nothingThatHoldsWordsShowsThem() {
        Word word = new Word("chlamydia", 1, 0, 700);
        Alternative other = new Alternative(List.of(word), 1);
        assertThat(List.of(
                        word,
                        other,
                        new Recognised(List.of(word), List.of(other)),
                        new Heard.Partial(0, 700, List.of(word)),
                        new Heard.Final(0, 700, List.of(word), List.of(other), List.of(word), List.of(), 0, 700)))
                .allSatisfy(each -> assertThat(each.toString()).doesNotContain("chlamydia"));
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.anteroom.agent.dialogue.Hearing;
import org.anteroom.agent.emergency.Reading;
import org.anteroom.agent.words.HeardWord;
import org.junit.jupiter.api.Test;

class SlotReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void aPhoneNumberHasTenDigits() {
        assertThat(chosen(
                        Hearing.DIGITS,
                        "six one four six seven six eight nine five",
                        behind(0.4, "six one four six seven six eight nine oh"),
                        behind(0.9, "six one four six seven six eight nine five three")))
                .isEqualTo("six one four six seven six eight nine five three");
        assertThat(chosen(Hearing.DIGITS, "six one four", behind(0.4, "six one")))
                .isEqualTo("six one four");
    }

    @Test
    void aNumberMayBeSaidAgainInPlaceOfAYes() {
        assertThat(chosen(
                        Hearing.YES_NO,
                        "it's six one four oh six seven six eight nine five three",
                        behind(0.7, "it's six one four uh six seven six eight nine five three")))
                .isEqualTo("it's six one four uh six seven six eight nine five three");
    }

    @Test
    void aDateOfBirthIsOneThatThereIs() {
        assertThat(chosen(
                        Hearing.BIRTH_DATE,
                        "three ninety nineteen seventy one",
                        behind(1.2, "three nineteen nineteen seventy one")))
                .isEqualTo("three nineteen nineteen seventy one");
    }

    @Test
    void aYesThatMayAsWellBeANoIsNeither() {
        assertThat(chosen(Hearing.YES_NO, "no", behind(0.27, "yeah"), behind(1.8, "yes")))
                .isEmpty();
        assertThat(chosen(Hearing.YES_NO, "no", behind(1.8, "yes"))).isEqualTo("no");
        assertThat(chosen(Hearing.YES_NO, "yes", behind(0.2, "yeah"))).isEqualTo("yes");
    }

    @Test
    void whatIsNoneOfTheAnswersIsNotMadeOne() {
        assertThat(chosen(Hearing.YES_NO, "", behind(0.2, "yes"))).isEmpty();
        assertThat(chosen(Hearing.DIGITS, "", behind(0.2, "six one four six seven six eight nine five three")))
                .isEmpty();
    }

    private static String chosen(Hearing hearing, String first, Reading... others) {
        return HeardWord.text(SlotReading.of(words(first), List.of(others), hearing, TODAY));
    }

    private static Reading behind(double behind, String text) {
        return new Reading(words(text), behind);
    }

    private static List<HeardWord> words(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(word -> new HeardWord(word, 1, 0, 0))
                        .toList();
    }
}

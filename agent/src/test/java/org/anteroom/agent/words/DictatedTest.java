package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as callers dictate them, a table of each kind; a dash where they say nothing of the kind. */
class DictatedTest {

    @ParameterizedTest
    @CsvFileSource(resources = "dictated.tsv", delimiter = '\t', numLinesToSkip = 1)
    void understandsWhatIsDictated(String kind, String text, String normal) {
        List<String> words = Normaliser.words(text);
        Optional<String> understood =
                switch (kind) {
                    case "phone" -> SpokenPhone.of(words).map(SpokenPhone::written);
                    case "member-id" -> SpokenMemberId.of(words);
                    case "mmdd-keypad" -> SpokenMonthDay.of(words);
                    case "count-or-code" -> SpokenCount.of(words);
                    case "name" -> SpokenLetters.name(words);
                    default -> throw new IllegalArgumentException(kind);
                };
        assertThat(understood.orElse("-")).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "answers.tsv", delimiter = '\t', numLinesToSkip = 1)
    void understandsYesAndNo(String text, YesNo answer) {
        assertThat(YesNo.of(Normaliser.words(text))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "six one four five five five zero one two three, true, false",
        "six one four five five five zero one two, false, true",
        "six one four five five five zero one two double, false, true",
        "my area code, false, true",
        "six one four five five five zero one two three extension, false, true",
        "six one four five five five zero one two three no wait, false, true",
        "five five five zero one two three, false, false",
        "i don't know it, false, false",
    })
    void knowsWhetherAPhoneNumberIsWhole(String text, boolean whole, boolean unfinished) {
        assertThat(SpokenPhone.whole(Normaliser.words(text))).isEqualTo(whole);
        assertThat(SpokenPhone.unfinished(Normaliser.words(text))).isEqualTo(unfinished);
    }

    @ParameterizedTest
    @CsvSource({
        "w four four one that's it, true, false",
        "w four four one, false, false",
        "w as in, false, true",
        "w four double, false, true",
        "w four four dash, false, true",
        "that's it, false, false",
    })
    void anIdIsWholeOnlyWhenTheCallerSaysSo(String text, boolean whole, boolean unfinished) {
        assertThat(SpokenMemberId.whole(Normaliser.words(text))).isEqualTo(whole);
        assertThat(SpokenMemberId.unfinished(Normaliser.words(text))).isEqualTo(unfinished);
    }

    @ParameterizedTest
    @CsvSource({
        "oh three one four, true, false",
        "oh three, false, true",
        "oh three one, false, false",
        "six fifteen, false, false",
        "ten twenty, true, false",
        "march fourteenth no wait, false, true",
    })
    void knowsWhetherADayIsWhole(String text, boolean whole, boolean unfinished) {
        assertThat(SpokenMonthDay.whole(Normaliser.words(text))).isEqualTo(whole);
        assertThat(SpokenMonthDay.unfinished(Normaliser.words(text))).isEqualTo(unfinished);
    }

    @ParameterizedTest
    @CsvSource({
        "zip code four three two one five, true, false",
        "zip code four three two, false, true",
        "zip code, false, true",
        "last four nine oh two two, true, false",
        "two and a half tablets, true, false",
        "two and a, false, true",
        "zero point, false, true",
        "suite two oh, false, false",
    })
    void knowsWhetherACountOrCodeIsWhole(String text, boolean whole, boolean unfinished) {
        assertThat(SpokenCount.whole(Normaliser.words(text))).isEqualTo(whole);
        assertThat(SpokenCount.unfinished(Normaliser.words(text))).isEqualTo(unfinished);
    }

    @ParameterizedTest
    @CsvSource({
        "yes, true, false",
        "no that's wrong, true, false",
        "no it's, false, true",
        "yes but, false, true",
        "i don't, false, true",
        "maybe, false, false",
    })
    void knowsWhetherAnAnswerIsWhole(String text, boolean whole, boolean unfinished) {
        assertThat(YesNo.whole(Normaliser.words(text))).isEqualTo(whole);
        assertThat(YesNo.unfinished(Normaliser.words(text))).isEqualTo(unfinished);
    }

    @ParameterizedTest
    @CsvSource({"s m i double, true", "b as in, true", "s m i t h, false"})
    void knowsWhetherMoreLettersComes(String text, boolean unfinished) {
        assertThat(SpokenLetters.unfinished(Normaliser.words(text))).isEqualTo(unfinished);
    }
}

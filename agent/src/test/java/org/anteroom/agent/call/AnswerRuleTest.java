package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.anteroom.agent.dialogue.Hearing;
import org.anteroom.speech.Completeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRuleTest {
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 10, 0);

    @ParameterizedTest
    @CsvSource({
        "yes, COMPLETE",
        "yes please, COMPLETE",
        "that's right, COMPLETE",
        "no, UNKNOWN",
        "no it's, UNFINISHED",
        "yes but, UNFINISHED",
        "no it's two one two, UNFINISHED",
        "no two one two five five five zero one seven three, COMPLETE",
        "maybe, UNKNOWN",
        "'', UNKNOWN"
    })
    void aYesEndsAtOnceAndANoLeavesTimeForWhatIsRight(String words, Completeness expected) {
        assertThat(judged(Hearing.YES_NO, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "march third nineteen forty one, COMPLETE",
        "it's march the third nineteen forty one, COMPLETE",
        "the third of march forty one, COMPLETE",
        "three three nineteen forty one, COMPLETE",
        "june fifth two thousand and five, COMPLETE",
        "march third nineteen forty, UNKNOWN",
        "june fifth two thousand, UNKNOWN",
        "june fifth twenty twenty, UNKNOWN",
        "march, UNFINISHED",
        "march third, UNFINISHED",
        "march third nineteen, UNFINISHED",
        "june fifth twenty, UNFINISHED",
        "three three, UNFINISHED",
        "june fifth two thousand and, UNFINISHED",
        "my date of birth is, UNFINISHED",
        "march third nineteen forty one no wait, UNFINISHED",
        "march third no wait fourth nineteen forty one, UNFINISHED",
        "i don't know, UNKNOWN",
        "'', UNKNOWN"
    })
    void aDateOfBirthEndsWithItsYear(String words, Completeness expected) {
        assertThat(judged(Hearing.BIRTH_DATE, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "w one two three, UNKNOWN",
        "w one two three that's it, COMPLETE",
        "w one two three dash, UNFINISHED",
        "w as in, UNFINISHED",
        "double, UNFINISHED",
        "my member id is, UNFINISHED",
        "i have the card here somewhere let me look for it, UNKNOWN",
        "w one two three no wait, UNFINISHED"
    })
    void anIdHasAnyLengthSoOnlyTheCallerEndsIt(String words, Completeness expected) {
        assertThat(judged(Hearing.MEMBER_ID, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "four seven, UNFINISHED",
        "four seven one two, UNKNOWN",
        "four seven one two nine nine, UNKNOWN",
        "four seven one two nine nine three one, COMPLETE",
        "four seven one two no wait, UNFINISHED",
        "my pin is, UNFINISHED",
        "i forgot it, UNKNOWN"
    })
    void aPinOfEightDigitsIsWholeAndOneOfThreeIsNot(String words, Completeness expected) {
        assertThat(judged(Hearing.PIN, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "three one four one five nine, COMPLETE",
        "it's three one four one five nine, COMPLETE",
        "three one four one five, UNFINISHED",
        "three one four, UNFINISHED",
        "no code, UNKNOWN",
        "send it again, UNKNOWN"
    })
    void aTextedCodeIsWholeWithItsSixthDigit(String words, Completeness expected) {
        assertThat(judged(Hearing.CODE, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "tuesday at three, COMPLETE",
        "next thursday afternoon, COMPLETE",
        "tomorrow at ten thirty please, COMPLETE",
        "any time, COMPLETE",
        "as soon as possible, COMPLETE",
        "tuesday, UNKNOWN",
        "next week, UNKNOWN",
        "after three, UNKNOWN",
        "something later, UNKNOWN",
        "tuesday at, UNFINISHED",
        "tuesday or, UNFINISHED",
        "not before, UNFINISHED",
        "next, UNFINISHED",
        "between ten, UNFINISHED",
        "tuesday at three no wait, UNFINISHED",
        "'', UNKNOWN"
    })
    void aTimeIsWholeWithDayAndHour(String words, Completeness expected) {
        assertThat(judged(Hearing.WHEN, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "the first one, COMPLETE",
        "the second, COMPLETE",
        "second one please, COMPLETE",
        "the last one, COMPLETE",
        "none of them, COMPLETE",
        "tuesday at three, COMPLETE",
        "tuesday, UNKNOWN",
        "neither, UNKNOWN",
        "no, UNKNOWN",
        "yes, UNKNOWN",
        "the, UNFINISHED",
        "i'll take the, UNFINISHED",
        "the one at, UNFINISHED"
    })
    void anOfferIsChosenByItsPlaceOrItsHour(String words, Completeness expected) {
        assertThat(judged(Hearing.CHOICE, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "john smith, COMPLETE",
        "my name is john smith, COMPLETE",
        "john, UNKNOWN",
        "it's john, UNKNOWN",
        "my name is, UNFINISHED",
        "it's, UNFINISHED",
        "smith s, UNFINISHED",
        "smith s m i t h, UNFINISHED",
        "s as in, UNFINISHED"
    })
    void aNameIsWholeWithFirstAndLastAndSpellingIsWaitedFor(String words, Completeness expected) {
        assertThat(judged(Hearing.NAME, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"s m i t h, UNKNOWN", "s m i double, UNFINISHED", "s as in, UNFINISHED"})
    void spellingIsNeverWhole(String words, Completeness expected) {
        assertThat(judged(Hearing.SPELLING, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, my crown broke yesterday, COMPLETE",
        "MONOLOGUE, please call me back about the bill, COMPLETE",
        "ADDITION, no, UNKNOWN",
        "LAST_WORDS, and my, UNFINISHED"
    })
    void whatIsSaidInOwnWordsIsJudgedAsASentence(Hearing hearing, String words, Completeness expected) {
        assertThat(judged(hearing, words)).isEqualTo(expected);
    }

    @Property(tries = 2_000)
    void judgesWhateverIsHeardAndNeverEndsOnAWordThatLeadsOn(
            @ForAll Hearing hearing, @ForAll("heard") List<String> words) {
        AnswerRule rule = new AnswerRule(hearing, MONDAY);

        Completeness judged = rule.of(words, List.of());

        assertThat(judged).isNotNull();
        if (!words.isEmpty() && List.of("and", "the", "my").contains(words.get(words.size() - 1))) {
            assertThat(judged).isEqualTo(Completeness.UNFINISHED);
        }
    }

    @Provide
    Arbitrary<List<String>> heard() {
        return Arbitraries.of(
                        "yes",
                        "no",
                        "wait",
                        "and",
                        "the",
                        "my",
                        "march",
                        "third",
                        "nineteen",
                        "forty",
                        "one",
                        "two",
                        "thousand",
                        "oh",
                        "double",
                        "s",
                        "as",
                        "in",
                        "tuesday",
                        "at",
                        "between",
                        "first",
                        "last",
                        "please",
                        "smith",
                        "um",
                        "not",
                        "next",
                        "911",
                        "3:30",
                        "'",
                        "")
                .list()
                .ofMaxSize(25);
    }

    private static Completeness judged(Hearing hearing, String words) {
        return new AnswerRule(hearing, MONDAY).of(words.isEmpty() ? List.of() : List.of(words.split(" ")), List.of());
    }
}

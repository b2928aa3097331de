package org.anteroom.agent.rehearsal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.anteroom.agent.rehearsal.caller.Manner.BirthWay;
import org.anteroom.agent.rehearsal.caller.Manner.DigitWay;
import org.anteroom.agent.rehearsal.caller.Manner.SpellWay;
import org.junit.jupiter.api.Test;

/** Dates of birth, numbers and names in words. */
class SpokenFactsTest {
    private static final LocalDate BORN = LocalDate.of(1982, 3, 14);

    @Test
    void aDateOfBirthIsGivenInManyWays() {
        assertThat(SpokenBirth.of(BORN, BirthWay.NUMBERS)).isEqualTo("three fourteen eighty two");
        assertThat(SpokenBirth.of(BORN, BirthWay.MONTH_FIRST)).isEqualTo("march fourteenth nineteen eighty two");
        assertThat(SpokenBirth.of(BORN, BirthWay.DAY_FIRST)).isEqualTo("the fourteenth of march eighty two");
        assertThat(SpokenBirth.of(BORN, BirthWay.DIGITS)).isEqualTo("oh three one four eight two");
        assertThat(SpokenBirth.of(BORN, BirthWay.YEAR_FIRST)).isEqualTo("nineteen eighty two march fourteenth");
        assertThat(SpokenBirth.of(BORN, BirthWay.NUMBERS_WHOLE_YEAR)).isEqualTo("three fourteen nineteen eighty two");
        assertThat(SpokenBirth.of(BORN, BirthWay.MONTH_CARDINAL)).isEqualTo("march fourteen eighty two");
    }

    @Test
    void yearsOfThisCenturyAreWhole() {
        LocalDate born = LocalDate.of(2005, 12, 1);

        assertThat(SpokenBirth.of(born, BirthWay.NUMBERS)).isEqualTo("twelve one two thousand five");
        assertThat(SpokenBirth.of(LocalDate.of(2014, 12, 21), BirthWay.MONTH_FIRST))
                .isEqualTo("december twenty first twenty fourteen");
    }

    @Test
    void numbersAreGivenInGroupsTwiceAndWithOh() {
        assertThat(SpokenCode.number("6145550192", DigitWay.OH))
                .isEqualTo("six one four five five five oh one nine two");
        assertThat(SpokenCode.number("6145550192", DigitWay.DOUBLE))
                .isEqualTo("six one four double five five oh one nine two");
        assertThat(SpokenCode.number("6145551192", DigitWay.PAIRS))
                .isEqualTo("six one four five five five eleven ninety two");
        assertThat(SpokenCode.number("6145550192", DigitWay.PAIRS)).endsWith("oh one nine two");
        assertThat(SpokenCode.digits("AB0", DigitWay.ZERO)).isEqualTo("a b zero");
    }

    @Test
    void namesAreSpelledInFourWays() {
        assertThat(SpokenCode.spelled("Miller", SpellWay.LETTERS)).isEqualTo("m i l l e r");
        assertThat(SpokenCode.spelled("Miller", SpellWay.DOUBLES)).isEqualTo("m i double l e r");
        assertThat(SpokenCode.spelled("Li", SpellWay.NATO)).isEqualTo("lima india");
        assertThat(SpokenCode.spelled("Li", SpellWay.AS_IN)).isEqualTo("l as in larry i as in ida");
    }
}

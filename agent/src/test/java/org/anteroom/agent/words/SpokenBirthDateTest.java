package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenBirthDateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "one two one nine nine two, 1992-01-02 1992-12-19",
        "no i said one two one nine nine two, 1992-01-02 1992-12-19",
        "no it's march twentieth nineteen fifty eight, 1958-03-20",
        "march third no wait fourth nineteen forty one, 1941-03-04",
        "no, ''",
    })
    void digitsMayMeanMoreThanOneDate(String said, String dates) {
        assertThat(SpokenBirthDate.readings(Normaliser.words(said), TODAY))
                .isEqualTo(
                        dates.isEmpty()
                                ? List.of()
                                : Stream.of(dates.split(" "))
                                        .map(LocalDate::parse)
                                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "march third nineteen forty one, 1941-03-03",
        "the third of march forty one, 1941-03-03",
        "oh three oh three forty one, 1941-03-03",
        "zero three zero three one nine four one, 1941-03-03",
        "three three nineteen forty one, 1941-03-03",
        "three three four one, 1941-03-03",
        "born on the eighth of may in two thousand and five, 2005-05-08",
        "may eight two thousand five, 2005-05-08",
        "october thirty first twenty eleven, 2011-10-31",
        "october thirty one two thousand eleven, 2011-10-31",
        "april second oh eight, 2008-04-02",
        "june twenty two two thousand two, 2002-06-22",
        "june twenty two thousand two, 2002-06-20",
        "july twenty forty five, 1945-07-20",
        "the fourth of july twenty seventeen, 2017-07-04",
        "the fourth of july thirty nine, 1939-07-04",
        "six twenty two sixty, 1960-06-22",
        "six twenty twenty twenty, 2020-06-20",
        "one twelve fifty, 1950-01-12",
        "eleven eleven eleven, 2011-11-11",
        "nineteen fifty two april twenty sixth, 1952-04-26",
        "it is february twenty ninth two thousand, 2000-02-29",
        "february twenty ninth eighty eight, 1988-02-29",
        "august the ninth nineteen oh seven, 1907-08-09",
        "nine slash nine slash ninety nine, 1999-09-09",
        "nineteen seventy dash oh five dash sixteen, 1970-05-16",
        "september twelfth nineteen hundred and thirty, 1930-09-12",
        "december fifth nineteen nine two, 1992-12-05",
        "uh july um the fourth let's see seventy six, 1976-07-04",
        "yes hi this is for my son he was born march ninth twenty twenty and he has a cough, 2020-03-09",
        "forty five is my age and my birthday is jan 5th 1981, 1981-01-05",
        "3/3/1941, 1941-03-03",
        "03.03.41, 1941-03-03",
        "03031941, 1941-03-03",
        "1985-08-12, 1985-08-12",
        "twenty three five nineteen eighty, 1980-05-23",
        "april of nineteen sixty eight the twenty first, 1968-04-21",
        "may of ninety four the third, 1994-05-03",
        "sixty three november the tenth, 1963-11-10",
        "it was forty four august ninth, 1944-08-09",
        "the first of the second nineteen fifty six, 1956-02-01",
        "the twelfth of the third seventy four, 1974-03-12",
        "born on the twenty first of the ninth two thousand and three, 2003-09-21",
        "march eighth ninety nineteen ninety, 1990-03-08",
        "june second fifty one uh nineteen fifty one, 1951-06-02"
    })
    void hearsEveryWayOfSayingADate(String said, LocalDate date) {
        assertThat(heard(said)).contains(date);
    }

    @ParameterizedTest
    @CsvSource({
        "march third no wait fourth nineteen forty one, 1941-03-04",
        "march third nineteen forty one no wait fourth, 1941-03-04",
        "march third nineteen forty one i mean forty two, 1942-03-03",
        "march third nineteen forty one no wait nineteen forty two, 1942-03-03",
        "april i mean may second sixty five, 1965-05-02",
        "april second sixty five sorry may, 1965-05-02",
        "april second sixty five scratch that may ninth sixty six, 1966-05-09",
        "three three forty one no forty two, 1942-03-03",
        "no it's march third forty one, 1941-03-03",
        "march third no nineteen forty one, 1941-03-03",
        "march third no fourth no fifth nineteen forty one no wait forty two, 1942-03-05",
        "may fifth two thousand ten actually eleven, 2011-05-05"
    })
    void takesTheCorrection(String said, LocalDate date) {
        assertThat(heard(said)).contains(date);
    }

    @ParameterizedTest
    @CsvSource({
        "november twenty third twenty six, 2026-11-23",
        "november twenty fourth twenty six, 1926-11-24",
        "january first thirty, 1930-01-01",
        "november twenty third nineteen oh six, 1906-11-23"
    })
    void takesAYearWithoutItsCenturyForTheLatestPastOne(String said, LocalDate date) {
        assertThat(heard(said)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "march third",
                "nineteen forty one",
                "in march nineteen forty one",
                "march third twenty twenty seven",
                "november twenty second nineteen oh six",
                "november twenty fourth twenty twenty six",
                "february thirtieth nineteen forty one",
                "february twenty ninth nineteen eighty nine",
                "five five five oh one nine two",
                "six one four five five five oh one four seven",
                "i'd like to come in on tuesday at three fifteen",
                "may i speak to somebody",
                "i'm sixty two march third works",
                "at ten forty five july the sixth",
                "march fifteen the first visit",
                "the first or the second nineteen fifty",
                "the second of the thirteenth nineteen fifty",
                "third no wait fourth nineteen forty one",
                "the second one"
            })
    void hearsNoDateWhereThereIsNone(String said) {
        assertThat(heard(said)).isEmpty();
    }

    @Property
    void everyDateSpokenComesBack(
            @ForAll @IntRange(min = 1907, max = 2025) int year, @ForAll @IntRange(min = 1, max = 365) int dayOfYear) {
        LocalDate date = LocalDate.ofYearDay(year, dayOfYear);
        String century = SpokenNumbers.said(year / 100);
        int rest = year % 100;
        String spokenYear = rest == 0
                ? (year == 2000 ? "two thousand" : "nineteen hundred")
                : century + " " + (rest < 10 ? "oh " : "") + SpokenNumbers.said(rest);
        String numbers = SpokenNumbers.said(date.getMonthValue()) + " " + SpokenNumbers.said(date.getDayOfMonth());
        String named = date.getMonth().name() + " " + SpokenNumbers.said(date.getDayOfMonth());
        assertThat(heard(named + " " + spokenYear)).contains(date);
        assertThat(heard(numbers + " " + spokenYear)).contains(date);
    }

    @Property
    void anyWordsAreReadWithoutHarm(@ForAll @Size(max = 120) List<@From("words") String> words) {
        assertThat(SpokenBirthDate.of(words, TODAY).orElse(TODAY)).isBetween(TODAY.minusYears(FullDates.OLDEST), TODAY);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.of(SpokenNumbers.names()),
                Arbitraries.of(
                        "march", "may", "third", "fourth", "thousand", "no", "wait", "oh", "the", "of", "to", "19"),
                Arbitraries.strings().ofMaxLength(8));
    }

    private static Optional<LocalDate> heard(String said) {
        return SpokenBirthDate.of(List.of(said.split(" ")), TODAY);
    }
}

package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenDigitsTest {

    private static final String[] UNITS = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
    };

    @ParameterizedTest
    @CsvSource({
        "three one four five five five oh one eight two, 3145550182",
        "the area code is five oh three triple five oh one double nine, 5035550199",
        "nine one nine five fifty five oh one eleven, 9195550111",
        "eight hundred five five five twenty three ten, 8005552310",
        "nine hundred and nineteen, 919",
        "one hundred twenty three, 123",
        "two thousand, 2000",
        "forty two, 42",
        "oh my number is five five five oh one oh six, 5550106",
        "it is seven one three five five five zero one hundred, 7135550100",
        "too bad, ''",
        "call me, ''",
        "5 5 5 0 1 2 3, 5550123"
    })
    void readsDigitsAsTheyAreSpoken(String words, String digits) {
        assertThat(SpokenDigits.of(Normaliser.words(words))).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "five five five oh one one six no wait oh one six one, 5550161",
        "five five five oh one two hundred no two two, 5550122",
        "six one two sorry six one three five five five oh one four four, 6135550144",
        "no it is five five five oh one two three, 5550123"
    })
    void aCorrectionReplacesWhatItCorrects(String words, String digits) {
        assertThat(SpokenDigits.of(Normaliser.words(words))).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "one six one four five five five oh one nine one, 6145550191",
        "five five five oh one four four, 5550144",
        "two four oh five five five oh one four four extension twelve, 2405550144",
        "five five five, ''",
        "i am not sure, ''"
    })
    void aPhoneNumberHasSevenOrTenDigits(String words, String digits) {
        assertThat(SpokenDigits.phone(Normaliser.words(words)).orElse("")).isEqualTo(digits);
    }

    @Property
    void digitsSpokenOneByOneComeBack(@ForAll @NumericChars @StringLength(min = 1, max = 12) String digits) {
        List<String> words = digits.chars().mapToObj(c -> UNITS[c - '0']).toList();
        assertThat(SpokenDigits.of(words)).isEqualTo(digits);
    }

    @Property
    void repeatedDigitsMayBeDoubled(
            @ForAll @NumericChars @StringLength(min = 1, max = 6) String before, @ForAll @IntRange(max = 9) int digit) {
        List<String> words =
                new ArrayList<>(before.chars().mapToObj(c -> UNITS[c - '0']).toList());
        words.add("double");
        words.add(UNITS[digit]);
        assertThat(SpokenDigits.of(words)).isEqualTo(before + digit + digit);
    }

    @Property
    void anyWordsAreReadWithoutHarm(@ForAll @Size(max = 60) List<@StringLength(max = 8) String> words) {
        assertThat(SpokenDigits.of(words)).matches("[0-9]*");
    }

    @ParameterizedTest
    @CsvSource({"nine one one, true", "nine eleven, true", "nine one one two, false", "hello, false"})
    void knowsTheEmergencyNumber(String words, boolean known) {
        assertThat(SpokenDigits.isEmergencyNumber(Normaliser.words(words))).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "6145550192, 'six one four, five five five, zero one nine two'",
        "16145550192, 'six one four, five five five, zero one nine two'",
        "5550192, 'five five five, zero one nine two'",
        "+44 20 7946, 'four four two, zero seven nine, four six'",
        "'', ''"
    })
    void saysNumbersDigitByDigitInGroups(String number, String spoken) {
        assertThat(SpokenDigits.said(number)).isEqualTo(spoken);
    }
}

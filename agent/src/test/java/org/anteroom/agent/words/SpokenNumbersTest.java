package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenNumbersTest {

    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    @Property
    void everyNumberSpokenComesBack(@ForAll @IntRange(max = 999_999) int number, @ForAll boolean and) {
        assertThat(SpokenNumbers.of(spoken(number, and))).hasValue(number);
    }

    @Property
    void aNumberIsSaidAsItIsHeard(@ForAll @IntRange(max = 99) int number) {
        assertThat(SpokenNumbers.said(number)).isEqualTo(String.join(" ", spoken(number, false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "twenty thirty", "five six", "hundred", "and five", "two hundred thousand thousand"
            })
    void whatIsNotOneNumberIsNone(String words) {
        assertThat(SpokenNumbers.of(Normaliser.words(words))).isEmpty();
    }

    @Property
    void anyWordsAreReadWithoutHarm(@ForAll @Size(max = 30) List<@StringLength(max = 8) String> words) {
        assertThat(SpokenNumbers.of(words).orElse(0)).isBetween(0, 999_999);
    }

    private static List<String> spoken(int number, boolean and) {
        List<String> words = new ArrayList<>();
        if (number >= 1000) {
            words.addAll(spoken(number / 1000, and));
            words.add("thousand");
        }
        int rest = number % 1000;
        if (rest >= 100) {
            words.add(SMALL[rest / 100]);
            words.add("hundred");
            if (and && rest % 100 > 0) {
                words.add("and");
            }
        }
        int small = rest % 100;
        if (small >= 20) {
            words.add(TENS[small / 10]);
            if (small % 10 > 0) {
                words.add(SMALL[small % 10]);
            }
        } else if (small > 0 || number == 0) {
            words.add(SMALL[small]);
        }
        return words;
    }
}

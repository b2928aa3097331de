package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.anteroom.speech.Completeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberRuleTest {
    private static final List<String> UNITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private final PhoneNumberRule rule = new PhoneNumberRule();

    @ParameterizedTest
    @CsvSource({
        "it is two one two five five five zero one seven three, '', COMPLETE",
        "one two one two five five five zero one seven three, '', COMPLETE",
        "two one two triple five oh one seven three thanks, '', COMPLETE",
        "eight hundred five five five twenty three ten, '', COMPLETE",
        "it is to one to five five five zero one seventh, two one two five five five zero one seven three, COMPLETE",
        "two one two five five five, '', UNFINISHED",
        "two one two five five five zero one seven, '', UNFINISHED",
        "five five five zero one seven three, '', UNFINISHED",
        "two one two five five five zero one seven three no wait, '', UNFINISHED",
        "two one two five five five zero one seven three no wait zero one, '', UNFINISHED",
        "two one two five five five zero one seven three no wait, two one two five five five zero one seven three, UNFINISHED",
        "two one two five five five zero one seven three extension, '', UNFINISHED",
        "two one two five five five zero one seven three and, '', UNFINISHED",
        "no it's, '', UNFINISHED",
        "no it's two one, '', UNFINISHED",
        "yes, '', UNKNOWN",
        "no that is wrong, no wrong, UNKNOWN",
        "'', '', UNKNOWN"
    })
    void aNumberIsCompleteWithItsTenthDigit(String words, String slot, Completeness completeness) {
        assertThat(rule.of(split(words), split(slot))).isEqualTo(completeness);
    }

    @Property(tries = 300)
    void noFewerDigitsAreCompleteAndTenAre(@ForAll @Size(max = 10) List<@IntRange(min = 2, max = 9) Integer> digits) {
        List<String> words = spoken(digits);

        assertThat(rule.of(words, List.of()) == Completeness.COMPLETE).isEqualTo(digits.size() == 10);
        assertThat(rule.of(List.of(), words)).isEqualTo(rule.of(words, List.of()));
    }

    /** Whoever begins again says more than ten digits of one number. */
    @Property(tries = 300)
    void aNumberBegunAgainIsCompleteWithItsTenthDigit(
            @ForAll @Size(10) List<@IntRange(min = 2, max = 9) Integer> number,
            @ForAll @IntRange(min = 3, max = 6) int before) {
        List<Integer> digits = new ArrayList<>(number.subList(0, before));
        digits.addAll(number);

        assertThat(rule.of(spoken(digits), List.of())).isEqualTo(Completeness.COMPLETE);
    }

    @Property(tries = 300)
    void nothingIsCompleteAfterACorrection(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 2, max = 9) Integer> before,
            @ForAll @Size(max = 12) List<@IntRange(min = 2, max = 9) Integer> after) {
        List<String> words = new ArrayList<>(spoken(before));
        words.add("sorry");
        words.addAll(spoken(after));

        assertThat(rule.of(words, List.of())).isEqualTo(Completeness.UNFINISHED);
    }

    private static List<String> spoken(List<Integer> digits) {
        return digits.stream().map(UNITS::get).toList();
    }

    private static List<String> split(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}

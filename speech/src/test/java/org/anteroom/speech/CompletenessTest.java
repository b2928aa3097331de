package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessTest {
    @ParameterizedTest
    @CsvSource({
        "'', UNKNOWN",
        "no, UNKNOWN",
        "yes please, UNKNOWN",
        "my crown broke, UNKNOWN",
        "um well my crown, UNKNOWN",
        "my crown broke yesterday, COMPLETE",
        "please call me back about the bill from last month, COMPLETE",
        "i need to, UNFINISHED",
        "um, UNFINISHED",
        "i would like to leave a message for the, UNFINISHED",
        "please tell her that i moved and, UNFINISHED",
        "i am calling because my, UNFINISHED",
        "no it's, UNFINISHED",
        "my tooth broke yesterday uh, UNFINISHED"
    })
    void judgesASentenceByItsLengthAndItsLastWord(String words, Completeness completeness) {
        assertThat(Completeness.ofSentence(split(words))).isEqualTo(completeness);
    }

    @Property(tries = 300)
    void whatBreaksOffIsUnfinishedHoweverMuchWasSaid(@ForAll("sentences") List<String> words) {
        List<String> broken = new ArrayList<>(words);
        broken.add("and");

        assertThat(Completeness.ofSentence(broken)).isEqualTo(Completeness.UNFINISHED);
    }

    @Property(tries = 300)
    void fillersNeverMakeASentenceOfAFewWords(@ForAll("sentences") List<String> words) {
        List<String> few = new ArrayList<>(words.subList(0, Math.min(3, words.size())));
        few.addAll(0, List.of("um", "uh", "um", "er"));

        assertThat(Completeness.ofSentence(few)).isNotEqualTo(Completeness.COMPLETE);
    }

    @Property(tries = 100)
    void aTurnThatBreaksOffIsNeverEndedSoonerThanOneThatIsComplete(@ForAll Expected.Kind kind) {
        assertThat(kind.hangOverMs(Completeness.UNFINISHED))
                .isGreaterThanOrEqualTo(kind.hangOverMs(Completeness.COMPLETE))
                .isGreaterThanOrEqualTo(kind.hangOverMs(Completeness.UNKNOWN));
        assertThat(kind.hangOverMs(Completeness.UNKNOWN)).isEqualTo(kind.hangOverMs());
    }

    @Provide
    Arbitrary<List<String>> sentences() {
        return Arbitraries.of("my", "tooth", "um", "broke", "and", "to", "yesterday", "please", "call")
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static List<String> split(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}

package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NormaliserTest {

    @Test
    void bringsTypedTextIntoTheRecognisersSpelling() {
        assertThat(Normaliser.words("Um, I CAN\u2019T breathe! My left\u2014no, right arm\u2026"))
                .containsExactly("i", "can't", "breathe", "my", "left", "no", "right", "arm");
    }

    @Test
    void keepsTimesAndConfidenceOfWhatItNormalises() {
        List<HeardWord> heard =
                Normaliser.heard(List.of(new HeardWord("uh", 0.4, 0, 100), new HeardWord("Help!", 0.9, 120, 400)));
        assertThat(heard).containsExactly(new HeardWord("help", 0.9, 120, 400));
    }

    @Test
    void removesQuotesAndAccents() {
        assertThat(Normaliser.words("'caf\u00e9' \"Jos\u00e9\"")).containsExactly("cafe", "jose");
    }

    @Test
    void keepsSoundsThatAreTheWholeAnswer() {
        assertThat(Normaliser.words("Uh-huh.")).containsExactly("uh", "huh");
        assertThat(Normaliser.words("mm hmm")).containsExactly("mm", "hmm");
        assertThat(Normaliser.words("uh huh go on")).containsExactly("go", "on");
        assertThat(Normaliser.heard(List.of(new HeardWord("uh", 1, 0, 100), new HeardWord("huh", 1, 100, 200))))
                .hasSize(2);
        assertThat(Normaliser.words("um uh")).isEmpty();
    }

    @Property
    void changesNothingTheSecondTime(@ForAll @StringLength(max = 300) String text) {
        List<String> once = Normaliser.words(text);
        assertThat(Normaliser.words(String.join(" ", once))).isEqualTo(once);
    }

    @Property
    void neverMakesAnEmptyOrEndlessWord(@ForAll @StringLength(max = 2000) String text) {
        assertThat(Normaliser.words(text))
                .allSatisfy(word -> assertThat(word).isNotEmpty().hasSizeLessThanOrEqualTo(40));
    }

    @Test
    void nothingThatHoldsWordsShowsThem() {
        assertThat(Utterance.typed("chlamydia", 0).toString()).doesNotContain("chlamydia");
    }
}

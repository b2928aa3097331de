package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YesNoTest {

    @ParameterizedTest
    @CsvSource({
        "yes, YES",
        "yeah that's right, YES",
        "sure no problem, YES",
        "no, NO",
        "nope that's wrong, NO",
        "no that's not quite right, NO",
        "that isn't correct, NO",
        "yes no wait, UNCLEAR",
        "'', UNCLEAR",
        "my name is lee, UNCLEAR"
    })
    void readsAnswers(String words, YesNo answer) {
        assertThat(YesNo.of(Normaliser.words(words))).isEqualTo(answer);
    }

    @Property
    void anyWordsAreReadWithoutHarm(@ForAll @Size(max = 40) List<@StringLength(max = 8) String> words) {
        assertThat(YesNo.of(words)).isNotNull();
    }
}

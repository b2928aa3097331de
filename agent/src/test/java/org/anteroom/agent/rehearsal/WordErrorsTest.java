package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordErrorsTest {

    @Test
    void countsChangedMissingAndAddedWords() {
        assertThat(WordErrors.between(List.of("a", "b", "c", "d"), List.of("a", "x", "c", "d", "e")))
                .isEqualTo(new WordErrors(2, 4));
        assertThat(WordErrors.between(List.of("a", "b"), List.of())).isEqualTo(new WordErrors(2, 2));
        assertThat(WordErrors.between(List.of(), List.of("a"))).isEqualTo(new WordErrors(1, 0));
    }

    @Property
    void areNoneForTheSameWordsAndTheSameBothWays(
            @ForAll @Size(max = 8) List<@StringLength(max = 1) String> one,
            @ForAll @Size(max = 8) List<@StringLength(max = 1) String> other) {
        assertThat(WordErrors.between(one, one).errors()).isZero();
        assertThat(WordErrors.between(one, other).errors())
                .isEqualTo(WordErrors.between(other, one).errors())
                .isLessThanOrEqualTo(Math.max(one.size(), other.size()));
    }
}

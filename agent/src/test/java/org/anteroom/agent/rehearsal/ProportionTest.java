package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProportionTest {

    /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
    @Test
    void theIntervalsAreThePublishedOnes() {
        assertThat(new Proportion(81, 263).lower()).isCloseTo(0.2553, within(5e-5));
        assertThat(new Proportion(81, 263).upper()).isCloseTo(0.3662, within(5e-5));
        assertThat(new Proportion(15, 148).lower()).isCloseTo(0.0624, within(5e-5));
        assertThat(new Proportion(15, 148).upper()).isCloseTo(0.1605, within(5e-5));
        assertThat(new Proportion(0, 20).lower()).isCloseTo(0, within(5e-5));
        assertThat(new Proportion(0, 20).upper()).isCloseTo(0.1611, within(5e-5));
        assertThat(new Proportion(1, 29).upper()).isCloseTo(0.1718, within(5e-5));
    }

    @Test
    void nothingCountedIsADash() {
        Proportion none = Proportion.count(List.of("a"), each -> false, each -> true);
        assertThat(none.fraction()).isNull();
        assertThat(none).hasToString("-");
    }

    @Test
    void countsAmongTheGroupOnly() {
        Proportion some = Proportion.count(List.of(1, 2, 3, 4), each -> each > 1, each -> each > 3);
        assertThat(some).isEqualTo(new Proportion(1, 3));
        assertThat(some).hasToString("33.3 % (6.1-79.2)");
    }
}

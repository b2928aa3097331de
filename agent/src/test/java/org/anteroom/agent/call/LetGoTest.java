package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LetGoTest {
    private final LetGo letGo = new LetGo();

    private static long ms(long ms) {
        return TimeUnit.MILLISECONDS.toNanos(ms);
    }

    @Test
    void knowsHowLongAgoACallToANumberWasEndedForSomeSeconds() {
        letGo.note("201", ms(1_000));

        assertThat(letGo.agoMs("201", ms(2_500))).hasValue(1_500);
        assertThat(letGo.agoMs("202", ms(2_500))).isEmpty();
        assertThat(letGo.agoMs("201", ms(12_000))).isEmpty();
    }

    @Test
    void theLastOneCounts() {
        letGo.note("201", ms(1_000));
        letGo.note("201", ms(3_000));

        assertThat(letGo.agoMs("201", ms(3_100))).hasValue(100);
    }
}

package org.anteroom.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CountersTest {
    private final Counters counters = new Counters();

    @Test
    void publishesEveryMetricAtZeroWithItsHelp() {
        String text = counters.text();

        for (Metric metric : Metric.values()) {
            assertThat(text)
                    .contains("# HELP " + metric.publishedName() + " " + metric.help() + "\n")
                    .contains("\n" + metric.publishedName() + " 0\n");
        }
    }

    @Test
    void publishesWhatWasCountedAndWhatGaugesSay() {
        counters.add(Metric.CALLS_ANSWERED, 3);
        counters.increment(Metric.CALLS_ANSWERED);
        counters.gauge(Metric.CALLS_ACTIVE, () -> 2);

        assertThat(counters.text()).contains("anteroom_calls_answered 4\n").contains("anteroom_calls_active 2\n");
    }

    @Test
    void refusesToCountAGaugeOrToCountBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> counters.increment(Metric.CALLS_ACTIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> counters.add(Metric.CALLS_ANSWERED, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> counters.gauge(Metric.CALLS_ANSWERED, () -> 1));
    }
}

package org.anteroom.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anteroom.agent.watch.Metric.Kind;
import org.junit.jupiter.api.Test;

class CountersTest {
    private final Counters counters = new Counters();

    @Test
    void publishesEveryMetricAtZeroWithItsHelp() {
        String text = counters.text();

        for (Metric metric : Metric.values()) {
            String name = metric.publishedName();
            assertThat(text).contains("# HELP " + name + " " + metric.help() + "\n");
            switch (metric.kind()) {
                case COUNTER, TALLY -> assertThat(text).contains("# TYPE " + name + " counter\n" + name + " 0\n");
                case GAUGE -> assertThat(text).contains("# TYPE " + name + " gauge\n" + name + " 0\n");
                case LABELLED -> assertThat(text).contains("# TYPE " + name + " gauge\n");
                case HISTOGRAM -> assertThat(text)
                        .contains("# TYPE " + name + " histogram\n" + name + "_bucket{le=\"0.025\"} 0\n")
                        .contains("\n" + name + "_count 0\n");
            }
        }
    }

    @Test
    void keepsToTheFormatOfPrometheus() {
        counters.labelled(Metric.BUILD_INFO, () -> Map.of("1 \"a\\b\nc", 1.0));
        counters.measuredTally(Metric.PROCESS_CPU_SECONDS, () -> 1.25);
        Set<String> names = new HashSet<>();

        assertThat(counters.text()).endsWith("\n");
        assertThat(counters.text().lines()).allSatisfy(line -> {
            if (line.startsWith("#")) {
                assertThat(line).matches("# (HELP [a-z_]+ \\S.*|TYPE [a-z_]+ (counter|gauge|histogram))");
            } else {
                assertThat(line).matches("anteroom_[a-z_]+(\\{[a-z]+=\"([^\"\\\\]|\\\\[\"\\\\n])*\"})? [0-9.E+-]+");
                assertThat(names.add(line.replaceFirst(" [^ ]+$", ""))).as(line).isTrue();
            }
        });
        assertThat(counters.text())
                .contains("anteroom_build_info{version=\"1 \\\"a\\\\b\\nc\"} 1\n")
                .contains("anteroom_process_cpu_seconds_total 1.25\n");
    }

    @Test
    void namesWhatOnlyGrowsAsPrometheusWantsIt() {
        assertThat(List.of(Metric.values()))
                .allSatisfy(metric -> assertThat(metric.publishedName().endsWith("_total"))
                        .isEqualTo(metric.kind() == Kind.COUNTER || metric.kind() == Kind.TALLY));
    }

    @Test
    void countsLengthsOfTimeBySize() {
        counters.observe(Metric.ANSWER_SECONDS, Duration.ofMillis(50));
        counters.observe(Metric.ANSWER_SECONDS, Duration.ofMillis(450));
        counters.observe(Metric.ANSWER_SECONDS, Duration.ofSeconds(60));
        counters.observe(Metric.ANSWER_SECONDS, Duration.ofMillis(-40));

        assertThat(counters.text())
                .contains("anteroom_answer_seconds_bucket{le=\"0.025\"} 1\n")
                .contains("anteroom_answer_seconds_bucket{le=\"0.05\"} 2\n")
                .contains("anteroom_answer_seconds_bucket{le=\"0.4\"} 2\n")
                .contains("anteroom_answer_seconds_bucket{le=\"0.7\"} 3\n")
                .contains("anteroom_answer_seconds_bucket{le=\"5\"} 3\n")
                .contains("anteroom_answer_seconds_bucket{le=\"+Inf\"} 4\n")
                .contains("anteroom_answer_seconds_sum 60.5\n")
                .contains("anteroom_answer_seconds_count 4\n");
        assertThat(counters.value(Metric.ANSWER_SECONDS)).isEqualTo(4);
    }

    @Test
    void tellsWhatTheProcessTakes() {
        ProcessFigures.publish(counters);

        assertThat(List.of(
                        Metric.PROCESS_RESIDENT_MEMORY_BYTES,
                        Metric.PROCESS_HEAP_BYTES,
                        Metric.PROCESS_THREADS,
                        Metric.PROCESS_OPEN_FDS,
                        Metric.PROCESS_MAX_FDS))
                .allSatisfy(metric -> assertThat(counters.value(metric)).isPositive());
        assertThat(counters.exact(Metric.PROCESS_CPU_SECONDS)).isPositive();
    }

    @Test
    void publishesWhatWasCountedAndWhatGaugesSay() {
        counters.add(Metric.CALLS_ANSWERED, 3);
        counters.increment(Metric.CALLS_ANSWERED);
        counters.gauge(Metric.CALLS_ACTIVE, () -> 2);

        assertThat(counters.text())
                .contains("anteroom_calls_answered_total 4\n")
                .contains("anteroom_calls_active 2\n");
    }

    @Test
    void refusesToCountAGaugeOrToCountBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> counters.increment(Metric.CALLS_ACTIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> counters.add(Metric.CALLS_ANSWERED, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> counters.gauge(Metric.CALLS_ANSWERED, () -> 1));
        assertThatIllegalArgumentException().isThrownBy(() -> counters.tally(Metric.CALLS_ACTIVE, () -> 1));
        assertThatIllegalArgumentException().isThrownBy(() -> counters.labelled(Metric.CALLS_ACTIVE, Map::of));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counters.observe(Metric.CALLS_ACTIVE, Duration.ofSeconds(1)));
    }
}

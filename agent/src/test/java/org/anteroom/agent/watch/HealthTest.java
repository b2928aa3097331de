package org.anteroom.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Health health = new Health();

    @Test
    void isFitWithoutRecordsButNotWithoutTheRecogniser() {
        health.report(Condition.RECORDS, false, "disk full");
        assertThat(health.fitToServe()).isTrue();
        assertThat(health.healthy()).isFalse();

        health.report(Condition.RECOGNISER, false, "lags");
        assertThat(health.fitToServe()).isFalse();
    }

    @Test
    void tellsListenersOfChangesOnly() {
        List<String> heard = new ArrayList<>();
        try (Health.Subscription ignored =
                health.onChange(report -> heard.add(report.condition() + " " + report.ok()))) {
            health.report(Condition.MEDIA_CLOCK, true, "on time");
            health.report(Condition.MEDIA_CLOCK, false, "late");
            health.report(Condition.MEDIA_CLOCK, false, "still late");
            health.report(Condition.MEDIA_CLOCK, true, "on time");
        }
        health.report(Condition.MEDIA_CLOCK, false, "late, but nobody listens");

        assertThat(heard).containsExactly("media clock false", "media clock true");
    }

    @Test
    void whatMakesItUnfitIsVitalAndNotInOrder() {
        Health health = new Health();
        health.report(Condition.DRILL_DUE, false, "No drill.");
        assertThat(health.unfit()).isEmpty();
        health.report(Condition.MEDIA_CLOCK, false, "Sound leaves late.");
        assertThat(health.unfit().map(Health.Report::sentence)).contains("Sound leaves late.");
    }
}

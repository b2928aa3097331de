package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import org.anteroom.agent.config.WatchConfig;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.junit.jupiter.api.Test;

class WatchingTest {
    private final Counters counters = new Counters();
    private final Health health = new Health();

    @Test
    void aTakenPortIsToldAndTheServiceGoesOn() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Closeable closing =
                        Watching.open(new WatchConfig(taken.getLocalPort()), counters, health, Clock.systemUTC())) {
            assertThat(closing).isNotNull();
            assertThat(health.ok(Condition.WATCH)).isFalse();
            assertThat(health.fitToServe()).isTrue();
            assertThat(health.reports())
                    .extracting(Health.Report::sentence)
                    .first()
                    .asString()
                    .contains("port " + taken.getLocalPort())
                    .contains("watch.port");
        }
    }

    @Test
    void portZeroIsNoPortAndNothingToReport() throws Exception {
        try (Closeable closing = Watching.open(new WatchConfig(0), counters, health, Clock.systemUTC())) {
            assertThat(closing).isNotNull();
            assertThat(health.reports()).isEmpty();
            assertThat(counters.text()).contains("anteroom_build_info{version=\"unpackaged\"} 1\n");
        }
    }
}

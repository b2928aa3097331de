package org.anteroom.agent.cli;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.anteroom.agent.config.WatchConfig;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.watch.ProcessFigures;
import org.anteroom.agent.watch.WatchPages;
import org.anteroom.agent.watch.WatchServer;

/** Opens the port on which this machine reads figures and health. */
final class Watching {

    private Watching() {}

    /** What closes it. The service does without when the port can't be had, and says so. */
    static Closeable open(WatchConfig config, Counters counters, Health health, Clock clock) {
        Instant started = clock.instant();
        counters.labelled(Metric.BUILD_INFO, () -> Map.of(Anteroom.Version.number(), 1.0));
        counters.gauge(Metric.UPTIME_SECONDS, () -> Duration.between(started, clock.instant())
                .toSeconds());
        ProcessFigures.publish(counters);
        WatchPages pages = new WatchPages(counters, health);
        if (config.port() == 0) {
            return () -> {};
        }
        try {
            WatchServer server = new WatchServer(config.port(), pages, counters);
            health.report(Condition.WATCH, true, "Figures and health are read on port " + config.port() + ".");
            return server;
        } catch (IOException e) {
            health.report(
                    Condition.WATCH,
                    false,
                    "Nobody can read figures and health: port " + config.port() + " of 127.0.0.1 can't be had ("
                            + e.getMessage()
                            + "). Calls are served all the same. Choose another watch.port, or 0 for none, and"
                            + " restart the service.");
            return () -> {};
        }
    }
}

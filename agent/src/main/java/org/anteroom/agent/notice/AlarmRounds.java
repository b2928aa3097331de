package org.anteroom.agent.notice;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.ThreadNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the alarms look at the clock every few seconds, on {@code notice-clock}. */
public final class AlarmRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(ThreadNames.named(ThreadNames.NOTICE + "-clock"));

    private AlarmRounds() {}

    /** Goes on until it is closed. */
    public static AlarmRounds start(Alarms alarms) {
        return start(alarms, EVERY);
    }

    static AlarmRounds start(Alarms alarms, Duration every) {
        AlarmRounds rounds = new AlarmRounds();
        long nanos = every.toNanos();
        var unused = rounds.timer.scheduleWithFixedDelay(() -> round(alarms), nanos, nanos, TimeUnit.NANOSECONDS);
        return rounds;
    }

    /** One that throws would end all that follow. */
    private static void round(Alarms alarms) {
        try {
            alarms.tick();
        } catch (Throwable e) {
            LOG.error(
                    "The round of the alarms met {}; it goes on.", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

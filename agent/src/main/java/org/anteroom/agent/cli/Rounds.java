package org.anteroom.agent.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.ThreadNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks from time to time at what changes slowly, on {@code rounds}. A look may be slow, so no alarm depends on this thread
 *  but those that it raises itself; one that throws is looked again in its time.
 */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long CLOSE_SECONDS = 2;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(ThreadNames.named(ThreadNames.ROUNDS));

    /** Looks now, and again a time after each look has ended. */
    void every(Duration time, Runnable look) {
        long nanos = time.toNanos();
        var unused = timer.scheduleWithFixedDelay(() -> guarded(look), 0, nanos, TimeUnit.NANOSECONDS);
    }

    private static void guarded(Runnable look) {
        try {
            look.run();
        } catch (Throwable e) {
            LOG.error("A round met {}; it is made again.", e.getClass().getName());
        }
    }

    /** Lets the look that is being made end, for two seconds at most. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            boolean unused = timer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.anteroom.agent.watch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time at what changes slowly, one look after the other on a thread of its own. A look that throws is made
 * again in its time; of several that throw in a row the first is logged.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String thread;
    private final Duration patience;
    private final ScheduledExecutorService timer;

    /**
     * @param thread its name, one of {@link ThreadNames}
     * @param patience how long closing waits for the look that is being made
     */
    public Rounds(String thread, Duration patience) {
        this.thread = thread;
        this.patience = patience;
        this.timer = Executors.newSingleThreadScheduledExecutor(ThreadNames.named(thread));
    }

    /** Looks after that time, and again a time after each look has ended. */
    public void every(Duration time, Runnable look) {
        schedule(time, time, look);
    }

    /** The same, but looks at once for the first time. */
    public void nowAndEvery(Duration time, Runnable look) {
        schedule(Duration.ZERO, time, look);
    }

    private void schedule(Duration first, Duration time, Runnable look) {
        var unused =
                timer.scheduleWithFixedDelay(new Look(look), first.toNanos(), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One that threw would end all that follow. */
    private final class Look implements Runnable {
        private final Runnable look;
        private boolean failing;

        Look(Runnable look) {
            this.look = look;
        }

        @Override
        public void run() {
            try {
                look.run();
                failing = false;
            } catch (Throwable e) {
                if (!failing) {
                    LOG.error(
                            "A round of {} met {}; it is made again.",
                            thread,
                            e.getClass().getName());
                }
                failing = true;
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS) && !patience.isZero()) {
                LOG.warn("A round of {} did not end in time.", thread);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

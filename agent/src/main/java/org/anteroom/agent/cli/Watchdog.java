package org.anteroom.agent.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.ThreadNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds the service manager's watchdog from one thread, only while the vital signs allow it, and tells the manager how the
 *  service is. Invariant: nothing but a passed check feeds; if this thread hangs, nobody feeds.
 */
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    /** Often enough for the manager's status and for a short watchdog. */
    static final Duration LOOK = Duration.ofSeconds(1);
    /** What the unit leaves for closing the parts (TimeoutStopSec), which begins when nobody is waited for any more. */
    static final Duration LONGER = Duration.ofSeconds(90);

    /** What is looked at. All on the watchdog's thread, none may wait. */
    interface Watched {
        /** Why the service should be started anew; empty while it should not. */
        Optional<String> fatal(long nanos);

        /** How it is, in a sentence. */
        String status();

        /** Whether it stops and still waits for calls: the manager must wait too. */
        boolean holding();
    }

    private final ServiceNotice notice;
    private final Watched watched;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(ThreadNames.named(ThreadNames.WATCHDOG));
    private boolean starving;

    Watchdog(ServiceNotice notice, Watched watched) {
        this.notice = notice;
        this.watched = watched;
    }

    /** From now on. */
    void start() {
        Duration every = notice.watchdog()
                .map(within -> within.dividedBy(4))
                .filter(quarter -> quarter.compareTo(LOOK) < 0)
                .orElse(LOOK);
        var unused = timer.scheduleAtFixedRate(() -> look(System.nanoTime()), 0, every.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One look. */
    void look(long nanos) {
        try {
            Optional<String> fatal = watched.fatal(nanos);
            if (fatal.isEmpty()) {
                recovered();
                notice.alive();
                if (watched.holding()) {
                    notice.extend(LONGER);
                }
                notice.status(watched.status());
            } else {
                starve(fatal.get());
            }
        } catch (Throwable e) {
            // Not knowing is no reason to feed; the next look may know, and there is none after what the timer is
            // thrown.
            LOG.error("The watchdog's look met {}.", e.getClass().getName());
        }
    }

    private void starve(String why) {
        notice.status("Broken, " + why + ": it is to be started anew.");
        if (!starving) {
            starving = true;
            LOG.error("The watchdog is fed no more, because {}: the service manager starts the service anew.", why);
        }
    }

    private void recovered() {
        if (starving) {
            starving = false;
            LOG.info("The watchdog is fed again: what a restart would have mended has mended itself.");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

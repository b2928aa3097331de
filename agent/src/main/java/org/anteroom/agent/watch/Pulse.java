package org.anteroom.agent.watch;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Whether threads still take work: a question is put among it, and the next only when it was answered. Threads that ended,
 * hang or are hopelessly behind answer no more. Any thread.
 */
public final class Pulse {
    private final Predicate<Runnable> ask;
    private boolean open;
    private boolean put;
    private long sinceNanos;

    /** @param ask puts a question among the work, without waiting; false when it isn't taken */
    public Pulse(Predicate<Runnable> ask) {
        this.ask = ask;
    }

    /**
     * Asks, unless a question is open.
     *
     * @return for how long the open question has had no answer, ms; 0 when it has just been put
     */
    public synchronized long silentMs(long nanos) {
        if (!open) {
            open = true;
            put = false;
            sinceNanos = nanos;
        }
        if (!put) {
            put = true;
            put = ask.test(this::answered);
        }
        return open ? Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos - sinceNanos)) : 0;
    }

    private synchronized void answered() {
        open = false;
    }
}

package org.anteroom.agent.sip;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.ThreadNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread with a clock. Everything a leg or a registration does, happens on its own one, one step after the other, so
 * that nothing in this room needs a lock. A step that fails is counted and doesn't stop the next.
 */
final class SipThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SipThread.class);

    private final ScheduledThreadPoolExecutor executor;
    private final SipCounters counters;

    /** A step that may fail. */
    interface Step {
        void run() throws Exception;
    }

    /** A step that will run later, unless cancelled. */
    interface Alarm {
        void cancel();
    }

    /** @param duty what follows {@code sip-} in the thread's name */
    SipThread(String duty, SipCounters counters) {
        this.counters = counters;
        this.executor = new ScheduledThreadPoolExecutor(1, ThreadNames.named(ThreadNames.SIP + '-' + duty));
        // A cancelled alarm holds its leg; without this it would hold it until its time has come.
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Runs the step soon; after {@link #close} never, and then false. */
    boolean post(Step step) {
        try {
            executor.execute(() -> guarded(step));
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("sip: a late step was dropped, the line is closed");
            return false;
        }
    }

    Alarm after(Duration delay, Step step) {
        try {
            var future = executor.schedule(() -> guarded(step), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private void guarded(Step step) {
        try {
            step.run();
        } catch (Throwable e) {
            counters.increment(SipCount.FAULTS);
            LOG.warn("sip: one step failed with {} at {}", e.getClass().getSimpleName(), place(e));
        }
    }

    /** Where it failed, without the message: messages of parsers quote what they couldn't read. */
    private static String place(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

package org.anteroom.agent.call;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anteroom.agent.watch.Pulse;
import org.anteroom.agent.watch.ThreadNames;

/**
 * The threads that all calls share: {@code call-emergency-*} only ever drain emergency lanes, {@code call-*} drain everything
 * else, {@code call-talk-*} compute conversation steps (a step that never returns costs one of them, never a mailbox), and
 * {@code call-timer} posts ticks. Nothing that runs here may block, but for the talk threads, which may be slow.
 *
 * <p>Owned by the {@link Receptionist}; {@link #close} is bounded by two seconds.
 */
final class CallThreads implements AutoCloseable {
    /** Something that happens again and again until it is cancelled. */
    @FunctionalInterface
    interface Ticks {
        void cancel();
    }

    private static final int QUEUE = 4_096;
    private static final int TALK_QUEUE = 256;

    private final ThreadPoolExecutor urgent;
    private final ThreadPoolExecutor ordinary;
    private final ThreadPoolExecutor talk;
    private final ScheduledThreadPoolExecutor timer;
    private final Consumer<Throwable> faults;
    private final Pulse urgentPulse;
    private final Pulse ordinaryPulse;

    /**
     * @param threads of each of the three kinds, at least 1
     * @param faults told of every Throwable that reached a thread boundary; any thread
     */
    CallThreads(int threads, Consumer<Throwable> faults) {
        this.faults = faults;
        urgent = pool(ThreadNames.CALL_EMERGENCY, threads, QUEUE);
        ordinary = pool(ThreadNames.CALL, threads, QUEUE);
        talk = pool(ThreadNames.CALL_TALK, threads, TALK_QUEUE);
        timer = new ScheduledThreadPoolExecutor(1, ThreadNames.named(ThreadNames.CALL_TIMER));
        timer.setRemoveOnCancelPolicy(true);
        urgentPulse = new Pulse(answer -> asked(urgent, answer));
        ordinaryPulse = new Pulse(answer -> asked(ordinary, answer));
    }

    /** For how long mailboxes of either lane would have waited for a thread, ms. */
    long silentMs(long nanos) {
        return Math.max(urgentPulse.silentMs(nanos), ordinaryPulse.silentMs(nanos));
    }

    /** A question that isn't taken is no fault of a call. */
    private static boolean asked(ThreadPoolExecutor pool, Runnable answer) {
        try {
            pool.execute(answer);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** Runs a drain of emergency lanes. Returns false when this is shutting down or hopelessly behind. */
    boolean urgent(Runnable drain) {
        return submit(urgent, drain);
    }

    /** Runs a drain of ordinary lanes. */
    boolean ordinary(Runnable drain) {
        return submit(ordinary, drain);
    }

    /** Runs slow or untrusted work; the future interrupts it when cancelled. */
    Future<?> talk(Runnable work) {
        return talk.submit(guarded(work));
    }

    /** Calls {@code tick} on {@code call-timer} at a fixed rate until cancelled; it must only post. */
    Ticks every(Duration period, Runnable tick) {
        long nanos = period.toNanos();
        Future<?> task = timer.scheduleAtFixedRate(guarded(tick), nanos, nanos, TimeUnit.NANOSECONDS);
        return () -> task.cancel(false);
    }

    /** Whether at least one talk thread is free or the queue is short: false means conversations hang. */
    boolean talking() {
        return talk.getQueue().size() < TALK_QUEUE / 4;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        talk.shutdownNow();
        ordinary.shutdown();
        urgent.shutdown();
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            for (ExecutorService pool : new ExecutorService[] {ordinary, urgent, talk}) {
                if (!pool.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    pool.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            ordinary.shutdownNow();
            urgent.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private boolean submit(ThreadPoolExecutor pool, Runnable drain) {
        try {
            pool.execute(guarded(drain));
            return true;
        } catch (RejectedExecutionException full) {
            faults.accept(full);
            return false;
        }
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (Throwable fault) {
                faults.accept(fault);
            }
        };
    }

    private static ThreadPoolExecutor pool(String name, int threads, int queue) {
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(queue), ThreadNames.numbered(name));
    }
}

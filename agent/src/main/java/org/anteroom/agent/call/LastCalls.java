package org.anteroom.agent.call;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Waits for the last calls of a receptionist who lets nobody in any more. Invariant: by a plan, a call in which people on call
 * ring or talk is waited for as long as it lasts; every other wait is bounded. Blocks the caller's thread; looks on
 * {@code call-timer}.
 */
final class LastCalls {
    /** What a call that ends may still store takes five seconds at most. */
    private static final Duration CALLS_END = Duration.ofSeconds(6);

    /** Whoever takes an alarm or a call-back by phone may hear it out: a minute at most after they answered. */
    private static final Duration OWN_CALLS_END = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final CallsUnderway calls;
    private final OwnPhoning own;
    private final CallThreads threads;

    LastCalls(CallsUnderway calls, OwnPhoning own, CallThreads threads) {
        this.calls = calls;
        this.own = own;
        this.threads = threads;
    }

    /**
     * Ends them by this plan, and returns when nobody is on the line.
     *
     * @param nanos when the stop began
     */
    void windDown(WindDown plan, long nanos) throws InterruptedException {
        calls.each(session -> session.finish(plan));
        AtomicLong end = new AtomicLong(plan.endNanos());
        CountDownLatch gone = new CountDownLatch(1);
        CallThreads.Ticks looking = threads.every(LOOK, () -> {
            long now = System.nanoTime();
            if (calls.emergencies() > 0) {
                end.set(plan.notBefore(now).endNanos());
            }
            boolean late = now - end.get() > CALLS_END.toNanos();
            boolean ours = own.underway() && now - nanos < OWN_CALLS_END.toNanos();
            if (calls.emergencies() == 0 && (late || (calls.count() == 0 && !ours))) {
                gone.countDown();
            }
        });
        gone.await();
        looking.cancel();
    }

    /**
     * Ends them now.
     *
     * @param patience how long a call that needs a human, or has one, may go on
     * @return whether all have ended
     */
    boolean end(Duration patience) throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        long deadline = System.nanoTime() + patience.toNanos();
        calls.each(session -> session.stop(deadline));
        threads.every(LOOK, () -> {
            if (calls.count() == 0) {
                gone.countDown();
            }
        });
        return gone.await(patience.plus(CALLS_END).toNanos(), TimeUnit.NANOSECONDS);
    }
}

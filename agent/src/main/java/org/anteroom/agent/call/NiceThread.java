package org.anteroom.agent.call;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.ThreadNames;
import org.anteroom.speech.Niceness;

/** One thread with a niceness of its own, for what calls have judged and then hear of by mail. Any thread may hand it work. */
final class NiceThread implements AutoCloseable {
    private static final long STOP_SECONDS = 2;

    private final ThreadPoolExecutor thread;

    /**
     * @param nice of the scheduler, 0 to 19: lower goes first
     * @param waiting how much work may wait, above 0
     */
    NiceThread(String name, int nice, int waiting) {
        thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), work -> ThreadNames.named(name)
                        .newThread(() -> {
                            Niceness.lower(nice);
                            work.run();
                        }));
    }

    /**
     * First come, first served; never blocks.
     *
     * @throws RejectedExecutionException when it is closed, or as much waits as may
     */
    void execute(Runnable work) {
        thread.execute(work);
    }

    /** Lets what is being done end, and forgets the rest. Bounded by two seconds. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            boolean unused = thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.anteroom.agent.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.watch.ThreadNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread for what takes a call with a PIN too long: comparing it, and the disk. Any thread; never blocks but to close. */
final class SlowWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlowWork.class);
    private static final int WAITING = 16;
    private static final long CLOSE_SECONDS = 2;

    private final String about;
    private final ThreadPoolExecutor thread;

    /** @param about for the log: "an override by phone" */
    SlowWork(String threadName, String about) {
        this.about = about;
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), ThreadNames.named(threadName));
    }

    /** The outcome; whatever keeps it from happening has changed nothing. */
    CompletableFuture<DutyNews> answer(Supplier<DutyNews> work) {
        try {
            return CompletableFuture.supplyAsync(work, thread).exceptionally(fault -> {
                Throwable cause =
                        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
                LOG.error(
                        "Something about {} failed ({}); nothing is changed. Please report it.",
                        about,
                        cause.getClass().getName());
                return new DutyNews.NotNow();
            });
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedFuture(new DutyNews.NotNow());
        }
    }

    /** Finishes what is being done, within two seconds. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

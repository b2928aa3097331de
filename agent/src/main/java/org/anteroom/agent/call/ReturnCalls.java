package org.anteroom.agent.call;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.anteroom.agent.practice.reception.NumberOnFile;
import org.anteroom.agent.watch.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Calls patients back at the number on file who want something done for which they must show who they are, as soon as they have
 * hung up. Strangers ask for it in the same words, and nobody is rung. What can't be done stays with staff, who have had the
 * request since before the caller hung up. An actor; nothing of it is on a disk.
 */
final class ReturnCalls implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final int MAILBOX = 64;

    /** What it does with the world; futures may fail. */
    interface World {
        /** The number of whoever is meant, where they may be rung. */
        CompletableFuture<Optional<NumberOnFile>> number(ReturnOrder order);

        /** Rings; what could not begin gave way, and what an error broke off fails. */
        CompletableFuture<ReturnRing.Outcome> ring(ReturnQueue.Waiting waiting);

        void count(Metric metric);

        /** As {@link System#nanoTime}. */
        long nanos();

        /** The time of day at the practice. */
        LocalTime here();
    }

    private final CallThreads threads;
    private final World world;
    private final Consumer<Throwable> faults;
    private final Mailbox<Runnable> mailbox;
    private final ReturnQueue queue = new ReturnQueue();
    private CallThreads.@Nullable Ticks ticks;

    /** @param faults told what goes wrong in here */
    ReturnCalls(CallThreads threads, World world, Consumer<Throwable> faults) {
        this.threads = threads;
        this.world = world;
        this.faults = faults;
        this.mailbox = new Mailbox<>(threads, MAILBOX, Runnable::run, faults);
    }

    /** The caller has hung up. Any thread. */
    void ask(ReturnOrder order) {
        mailbox.post(() -> {
            var unused = asked(() -> world.number(order))
                    .thenAccept(found -> mailbox.post(() -> found.ifPresent(to -> wait(order, to))));
        });
    }

    private void wait(ReturnOrder order, NumberOnFile to) {
        if (queue.ask(order, to, world.nanos()) && ticks == null) {
            ticks = threads.every(TICK, () -> mailbox.post(this::look));
        }
    }

    private void look() {
        Optional<ReturnQueue.Waiting> due = queue.next(world.nanos(), world.here());
        due.ifPresent(this::ring);
        if (queue.idle()) {
            rest();
        }
    }

    private void ring(ReturnQueue.Waiting waiting) {
        var unused = asked(() -> world.ring(waiting)).whenComplete((outcome, fault) -> {
            if (fault != null) {
                faults.accept(fault);
            }
            ReturnRing.Outcome came = fault == null ? outcome : ReturnRing.Outcome.NOBODY;
            // Orders and ticks may fill their lane; this one has room for the few that ring, and each must be told.
            mailbox.urgent(() -> ended(waiting, came));
        });
    }

    private void ended(ReturnQueue.Waiting waiting, ReturnRing.Outcome outcome) {
        if (outcome != ReturnRing.Outcome.GAVE_WAY) {
            world.count(Metric.RETURN_CALLS_RUNG);
        }
        if (outcome == ReturnRing.Outcome.TAKEN) {
            world.count(Metric.RETURN_CALLS_TAKEN);
        }
        queue.ended(waiting, outcome, world.nanos());
    }

    /** What is thrown at once is a failure like any other. */
    private static <T> CompletableFuture<T> asked(Supplier<CompletableFuture<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void rest() {
        CallThreads.Ticks ticker = ticks;
        ticks = null;
        if (ticker != null) {
            ticker.cancel();
        }
    }

    /** Nobody is rung any more. */
    @Override
    public void close() {
        mailbox.close();
    }
}

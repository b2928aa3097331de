package org.anteroom.agent.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.ThreadNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a start consists of: stages that need nothing of each other are made beside each other, each is timed. Invariant: after
 *  {@link #close} none goes on, so that whatever they made can be closed.
 */
final class StartStages implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartStages.class);
    private static final long END_SECONDS = 60;

    /** Times in ms since the first. */
    private record Took(String stage, long from, long to) {}

    private final long beganNanos = System.nanoTime();
    private final List<Took> times = new ArrayList<>();
    private final ExecutorService beside = Executors.newCachedThreadPool(ThreadNames.numbered(ThreadNames.START));

    /** Begins a stage on a thread of its own. */
    <T> Future<T> begin(String stage, Callable<T> work) {
        return beside.submit(() -> here(stage, work));
    }

    /** Makes a stage on the calling thread. */
    <T> T here(String stage, Callable<T> work) throws Exception {
        long from = sinceBegin();
        try {
            return work.call();
        } finally {
            took(stage, from, sinceBegin());
        }
    }

    /** Waits for a stage.
     *
     *  @throws IOException whatever else kept it from being made, with its sentence
     *  @throws Failure what the stage itself says about it, with its exit code
     */
    static <T> T made(Future<T> stage) throws IOException, Failure {
        try {
            return stage.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw new IOException(sentence(e.getCause() == null ? e : e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The start was interrupted.", e);
        }
    }

    /** What it says; what it is, where it says nothing. */
    static String sentence(Throwable fault) {
        String message = fault.getMessage();
        return message == null || message.isEmpty()
                ? "The start met " + fault.getClass().getSimpleName() + "; please report it."
                : message;
    }

    private long sinceBegin() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
    }

    private synchronized void took(String stage, long from, long to) {
        times.add(new Took(stage, from, to));
        LOG.debug("start: {} took {} ms", stage, to - from);
    }

    /** A line for each stage: from when to when, in ms. */
    synchronized String table() {
        StringBuilder table = new StringBuilder();
        for (Took each : times) {
            table.append(String.format(
                    Locale.ROOT,
                    "%n  %6d %6d  %5d ms  %s",
                    each.from(),
                    each.to(),
                    each.to() - each.from(),
                    each.stage()));
        }
        return table.toString();
    }

    /** Interrupts the stages that go on, and waits for them to end: nobody wants what they make any more. */
    @Override
    public void close() {
        beside.shutdownNow();
        try {
            if (!beside.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A stage of the start did not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

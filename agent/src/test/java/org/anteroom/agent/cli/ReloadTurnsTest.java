package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What many who want the configuration read anew can do to the service: little. */
class ReloadTurnsTest {

    private static final int STORM = 300;

    private final AtomicInteger version = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger readingNow = new AtomicInteger();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ReloadTurns turns = new ReloadTurns(this::read);

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private List<String> read() {
        assertThat(readingNow.incrementAndGet()).as("at a time").isEqualTo(1);
        int read = version.get();
        reads.incrementAndGet();
        begun.release();
        mayEnd.acquireUninterruptibly();
        readingNow.decrementAndGet();
        return List.of("version " + read);
    }

    private List<String> reload() throws Failure {
        List<String> lines = new ArrayList<>();
        turns.reload(lines::add);
        return lines;
    }

    /** Until that many wait for their turn; who waits for a monitor sends no event. */
    private void awaitWaiting(List<Thread> askers) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (askers.stream().anyMatch(asker -> asker.getState() != Thread.State.BLOCKED)) {
            assertThat(System.nanoTime()).as("still not waiting").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Thread asking(Runnable asks) {
        Thread asker = new Thread(asks, "test-asker");
        asker.start();
        return asker;
    }

    @Test
    void whoAsksWhileOneIsReadGetsWhatIsReadAfterThatAllFromOneReading() throws Exception {
        Future<List<String>> first = threads.submit(this::reload);
        assertThat(begun.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        version.set(1);
        List<List<String>> told = new ArrayList<>();
        List<Thread> askers = new ArrayList<>();
        for (int i = 0; i < STORM; i++) {
            askers.add(asking(() -> {
                try {
                    List<String> lines = reload();
                    synchronized (told) {
                        told.add(lines);
                    }
                } catch (Failure e) {
                    throw new AssertionError(e);
                }
            }));
        }
        awaitWaiting(askers);

        mayEnd.release(2 + STORM);

        assertThat(first.get(60, TimeUnit.SECONDS)).containsExactly("version 0");
        for (Thread asker : askers) {
            asker.join(60_000);
        }
        assertThat(told).hasSize(STORM).containsOnly(List.of("version 1"));
        assertThat(reads).hasValue(2);
    }

    /** Each signal has a thread of its own: those that waited would be those of the process. */
    @Test
    void ofAStormOfSignalsOneWaitsAndTheOthersAreGoneAtOnceAndTheLastVersionIsRead() throws Exception {
        Thread running = asking(turns::signalled);
        assertThat(begun.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        Thread waiting = asking(turns::signalled);
        awaitWaiting(List.of(waiting));
        version.set(1);

        for (int i = 0; i < STORM; i++) {
            // Would block this thread, and so the test, if it waited.
            turns.signalled();
        }

        mayEnd.release(2 + STORM);
        running.join(60_000);
        waiting.join(60_000);
        assertThat(reads).as("one for the first, one for all others").hasValue(2);
        assertThat(waiting.isAlive()).isFalse();
        mayEnd.release();
        turns.signalled();
        assertThat(reads).as("a signal later is one anew").hasValue(3);
    }

    @Test
    void whyItWasRefusedIsToldToEverybodyWhoSharesIt() throws Exception {
        CountDownLatch refusing = new CountDownLatch(1);
        ReloadTurns refused = new ReloadTurns(() -> {
            begun.release();
            try {
                refusing.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw Failure.configuration("line 7 is wrong");
        });
        Future<?> one = threads.submit(() -> {
            refused.reload(line -> {});
            return null;
        });
        assertThat(begun.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        Future<?> other = threads.submit(() -> {
            refused.reload(line -> {});
            return null;
        });

        refusing.countDown();

        for (Future<?> each : List.of(one, other)) {
            assertThatThrownBy(() -> each.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(Failure.class)
                    .hasMessageContaining("line 7 is wrong");
        }
    }
}

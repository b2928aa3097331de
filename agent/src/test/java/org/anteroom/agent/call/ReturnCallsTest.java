package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.anteroom.agent.call.ReturnRing.Outcome;
import org.anteroom.agent.dialogue.CallBackWishes;
import org.anteroom.agent.practice.reception.NumberOnFile;
import org.anteroom.agent.watch.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of orders to call back, in a world where half a minute goes by with every look at the time. */
final class ReturnCallsTest {
    private static final long SOON_SECONDS = 30;
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** More than wait in a lane. */
    private static final int MANY = 200;

    private static final Map<String, NumberOnFile> ON_FILE =
            Map.of("ann", new NumberOnFile("ann", "2125550173"), "bob", new NumberOnFile("bob", "2125550174"));

    private final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    private final CallThreads threads = new CallThreads(2, faults::add);
    private final World world = new World();
    private final ReturnCalls calls = new ReturnCalls(threads, world, faults::add);

    @AfterEach
    void close() {
        calls.close();
        threads.close();
        assertThat(faults).isEmpty();
    }

    private void ask(String whom) {
        calls.ask(new ReturnOrder(whom, "message", CallBackWishes.cancelling("ann oakley", LocalDate.of(1984, 3, 3))));
    }

    private Ring rung() throws InterruptedException {
        return Optional.ofNullable(world.rings.poll(SOON_SECONDS, TimeUnit.SECONDS))
                .orElseThrow();
    }

    private List<Metric> counted(int many) throws InterruptedException {
        List<Metric> counted = new ArrayList<>();
        while (counted.size() < many) {
            counted.add(Optional.ofNullable(world.counts.poll(SOON_SECONDS, TimeUnit.SECONDS))
                    .orElseThrow());
        }
        return counted;
    }

    /** Somebody else is rung twice, the second time after longer than anybody waits who is to be rung once more. */
    private void nobodyElseIsRung() throws InterruptedException {
        ask("bob");
        for (Outcome outcome : new Outcome[] {Outcome.NOBODY, Outcome.TAKEN}) {
            Ring ring = rung();
            assertThat(ring.whom()).isEqualTo("bob");
            ring.outcome().complete(outcome);
        }
    }

    @Test
    void ringsTheNumberOfWhomAnOrderMeansAndNobodyForAStranger() throws Exception {
        ask("stranger");
        ask("ann");
        Ring ring = rung();
        assertThat(ring.waiting().to()).isEqualTo(ON_FILE.get("ann"));
        assertThat(world.looked).containsExactly("stranger", "ann");
        ring.outcome().complete(Outcome.TAKEN);
        assertThat(counted(2)).containsExactly(Metric.RETURN_CALLS_RUNG, Metric.RETURN_CALLS_TAKEN);
    }

    @Test
    void ringsOnceMoreWhenNobodyAnswered() throws Exception {
        ask("ann");
        rung().outcome().complete(Outcome.NOBODY);
        Ring again = rung();
        assertThat(again.waiting().tries()).isOne();
        again.outcome().complete(Outcome.NOBODY);
        nobodyElseIsRung();
    }

    @Test
    void countsARingThatAnErrorBrokeOffAsATryAndTellsTheError() throws Exception {
        ask("ann");
        rung().outcome().completeExceptionally(new IllegalStateException("broken"));
        assertThat(faults.poll(SOON_SECONDS, TimeUnit.SECONDS)).hasMessage("broken");
        Ring again = rung();
        assertThat(again.whom()).isEqualTo("ann");
        assertThat(again.waiting().tries()).isOne();
        again.outcome().completeExceptionally(new IllegalStateException("broken"));
        assertThat(faults.poll(SOON_SECONDS, TimeUnit.SECONDS)).hasMessage("broken");
        nobodyElseIsRung();
    }

    @Test
    void countsWhatGaveWayAsNoTryAndNoRing() throws Exception {
        world.atOnce.add(Outcome.GAVE_WAY);
        ask("ann");
        assertThat(rung().whom()).isEqualTo("ann");
        Ring again = rung();
        assertThat(again.whom()).isEqualTo("ann");
        assertThat(again.waiting().tries()).isZero();
        again.outcome().complete(Outcome.TAKEN);
        assertThat(counted(2)).containsExactly(Metric.RETURN_CALLS_RUNG, Metric.RETURN_CALLS_TAKEN);
    }

    @Test
    void ringsNobodyAgainWhoWasToldThatTheOfficeCallsAndCountsItAsNotTaken() throws Exception {
        ask("ann");
        rung().outcome().complete(Outcome.NO_ROOM);
        nobodyElseIsRung();
        assertThat(counted(4))
                .containsExactly(
                        Metric.RETURN_CALLS_RUNG,
                        Metric.RETURN_CALLS_RUNG,
                        Metric.RETURN_CALLS_RUNG,
                        Metric.RETURN_CALLS_TAKEN);
    }

    @Test
    void ringsNobodyWhenNightHasFallenSinceItWasAskedFor() throws Exception {
        world.here = LocalTime.of(21, 0);
        ask("ann");
        assertThat(world.looks.tryAcquire(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        world.here = LocalTime.NOON;
        nobodyElseIsRung();
    }

    @Test
    void hearsHowARingEndedHoweverMuchElseWaits() throws Exception {
        ask("ann");
        Ring ring = rung();
        CountDownLatch goOn = new CountDownLatch(1);
        world.hold = goOn;
        world.looks.drainPermits();
        assertThat(world.looks.tryAcquire(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < MANY; i++) {
            ask("stranger");
        }
        ring.outcome().complete(Outcome.TAKEN);
        goOn.countDown();
        assertThat(counted(2)).containsExactly(Metric.RETURN_CALLS_RUNG, Metric.RETURN_CALLS_TAKEN);
    }

    /** A phone that rings until the test says what came of it. */
    private record Ring(ReturnQueue.Waiting waiting, CompletableFuture<Outcome> outcome) {
        String whom() {
            return waiting.order().call();
        }
    }

    private static final class World implements ReturnCalls.World {
        final BlockingQueue<Ring> rings = new LinkedBlockingQueue<>();
        /** What comes of the next rings without a wait for the test. */
        final BlockingQueue<Outcome> atOnce = new LinkedBlockingQueue<>();

        final BlockingQueue<Metric> counts = new LinkedBlockingQueue<>();
        final List<String> looked = new CopyOnWriteArrayList<>();
        /** One for each time that it was asked what time of day it is: each is a look at who is to be rung. */
        final Semaphore looks = new Semaphore(0);

        private final AtomicLong nanos = new AtomicLong();
        volatile LocalTime here = LocalTime.NOON;
        /** Keeps looks waiting while it is not zero. */
        volatile CountDownLatch hold = new CountDownLatch(0);

        @Override
        public CompletableFuture<Optional<NumberOnFile>> number(ReturnOrder order) {
            looked.add(order.call());
            return CompletableFuture.completedFuture(Optional.ofNullable(ON_FILE.get(order.call())));
        }

        @Override
        public CompletableFuture<Outcome> ring(ReturnQueue.Waiting waiting) {
            Ring ring = new Ring(waiting, new CompletableFuture<>());
            Optional.ofNullable(atOnce.poll()).ifPresent(ring.outcome()::complete);
            rings.add(ring);
            return ring.outcome();
        }

        @Override
        public void count(Metric metric) {
            counts.add(metric);
        }

        @Override
        public long nanos() {
            return nanos.addAndGet(STEP_NANOS);
        }

        @Override
        public LocalTime here() {
            LocalTime now = here;
            looks.release();
            try {
                hold.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return now;
        }
    }
}

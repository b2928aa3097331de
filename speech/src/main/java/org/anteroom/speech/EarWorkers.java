package org.anteroom.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ear-* threads: each takes an ear that has something to do, decodes a little and takes the next, so that calls
 * share them fairly while one call's frames stay in order.
 */
final class EarWorkers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EarWorkers.class);
    private static final int NICE = 5;
    private static final long LOOK_ROUND_MS = 100;
    private static final long STOP_NANOS = 5_000_000_000L;
    private static final long IDLE = 0;

    private final List<Ear> ears = new CopyOnWriteArrayList<>();
    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLongArray busySince;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    EarWorkers(int count) {
        busySince = new AtomicLongArray(count);
        for (int i = 0; i < count; i++) {
            int number = i;
            Thread thread = new Thread(() -> run(number), "ear-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void add(Ear ear) {
        ears.add(ear);
    }

    /** There is something to do. Never waits, allocates nothing. */
    void signal() {
        permits.release();
    }

    int ears() {
        return ears.size();
    }

    int alive() {
        return (int) threads.stream().filter(Thread::isAlive).count();
    }

    boolean anyDeaf() {
        return ears.stream().anyMatch(Ear::deaf);
    }

    /** How long the oldest frame, or a worker that can't finish one, has been waiting, in ns; 0 only when none is. */
    long waitingNanos(long nowNanos) {
        long waiting = 0;
        for (Ear ear : ears) {
            waiting = Math.max(waiting, ear.waitingNanos(nowNanos));
        }
        for (int i = 0; i < busySince.length(); i++) {
            long since = busySince.get(i);
            waiting = since == IDLE ? waiting : Math.max(Math.max(waiting, 1), nowNanos - since);
        }
        return waiting;
    }

    /** Stops the workers, within five seconds; false when one is stuck in native code, whose memory must then not be freed. */
    boolean stop() {
        stopping = true;
        permits.release(threads.size());
        boolean all = true;
        long deadline = System.nanoTime() + STOP_NANOS;
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            all &= !thread.isAlive();
        }
        return all;
    }

    @Override
    public void close() {
        if (!stop()) {
            LOG.warn("A recogniser worker is stuck in native code and was left behind");
        }
    }

    private void run(int number) {
        Niceness.lower(NICE);
        while (!stopping) {
            try {
                boolean unused = permits.tryAcquire(LOOK_ROUND_MS, TimeUnit.MILLISECONDS);
                lookRound(number);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("A recogniser worker met a fault and goes on", e);
            }
        }
    }

    private void lookRound(int number) {
        List<Ear> all = List.copyOf(ears);
        int first = turn.getAndIncrement();
        for (int i = 0; i < all.size() && !stopping; i++) {
            Ear ear = all.get(Math.floorMod(first + i, all.size()));
            long now = System.nanoTime();
            if (ear.claim(now)) {
                work(number, ear, now);
            }
        }
    }

    private void work(int number, Ear ear, long now) {
        busySince.set(number, now == IDLE ? 1 : now);
        try {
            ear.work();
        } finally {
            busySince.set(number, IDLE);
            boolean more = ear.leave();
            if (ear.released()) {
                ears.remove(ear);
            } else if (more) {
                permits.release();
            }
        }
    }
}

package org.anteroom.agent.call;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The two-lane mailbox of one call. Whoever posts, the owner sees one message at a time, without locks:
 *
 * <pre>
 *   emergency lane (heard, keys, on-call legs)  ---> drained first, by call-emergency-* or whoever runs the mailbox
 *   ordinary lane  (everything else)            ---> drained when the emergency lane is empty, by call-* only
 * </pre>
 *
 * Both lanes are bounded; a full one refuses, and the caller of {@code post} counts it. Messages are handled in the order of
 * their lane. Posting is safe from any thread and never blocks.
 */
final class Mailbox<M> {
    private static final int BATCH = 64;

    private final CallThreads threads;
    private final Consumer<M> owner;
    private final Consumer<Throwable> faults;
    private final BlockingQueue<M> emergency;
    private final BlockingQueue<M> ordinary;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean urgentAsked = new AtomicBoolean();
    private final AtomicBoolean ordinaryAsked = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * @param capacity of each lane, in messages
     * @param owner handles one message; never called by two threads at once
     * @param faults told what {@code owner} threw; the mailbox goes on
     */
    Mailbox(CallThreads threads, int capacity, Consumer<M> owner, Consumer<Throwable> faults) {
        this.threads = threads;
        this.owner = owner;
        this.faults = faults;
        this.emergency = new ArrayBlockingQueue<>(capacity);
        this.ordinary = new ArrayBlockingQueue<>(capacity);
    }

    /** Posts to the emergency lane; false when it is full or closed. */
    boolean urgent(M message) {
        if (closed || !emergency.offer(message)) {
            return false;
        }
        askUrgent();
        return true;
    }

    /** Posts to the ordinary lane; false when it is full or closed. */
    boolean post(M message) {
        if (closed || !ordinary.offer(message)) {
            return false;
        }
        askOrdinary();
        return true;
    }

    /** Takes nothing more; what waits is dropped. Called by the owner, or from outside when the owner is gone. */
    void close() {
        closed = true;
        emergency.clear();
        ordinary.clear();
    }

    private void askUrgent() {
        if (urgentAsked.compareAndSet(false, true) && !threads.urgent(this::drainEmergency)) {
            urgentAsked.set(false);
        }
    }

    private void askOrdinary() {
        if (ordinaryAsked.compareAndSet(false, true) && !threads.ordinary(this::drainBoth)) {
            ordinaryAsked.set(false);
        }
    }

    private void drainEmergency() {
        urgentAsked.set(false);
        drain(false);
    }

    private void drainBoth() {
        ordinaryAsked.set(false);
        drain(true);
    }

    private void drain(boolean both) {
        // Found running: the runner looks at both lanes again before it leaves, so nothing is lost by going away.
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            for (int n = 0; n < BATCH && !closed; n++) {
                M message = emergency.poll();
                if (message == null && both) {
                    message = ordinary.poll();
                }
                if (message == null) {
                    break;
                }
                handle(message);
            }
        } finally {
            running.set(false);
        }
        if (!emergency.isEmpty()) {
            askUrgent();
        }
        if (!ordinary.isEmpty()) {
            askOrdinary();
        }
    }

    private void handle(M message) {
        try {
            owner.accept(message);
        } catch (Throwable fault) {
            faults.accept(fault);
        }
    }
}

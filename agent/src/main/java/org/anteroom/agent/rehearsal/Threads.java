package org.anteroom.agent.rehearsal;

/** Bounded waiting for threads this room started. */
final class Threads {

    private static final long DEADLINE_MS = 2_000;

    private Threads() {}

    /** Waits at most two seconds; restores the interrupt when there was one. */
    static void join(Thread thread) {
        try {
            thread.join(DEADLINE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

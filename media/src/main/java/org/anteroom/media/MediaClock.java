package org.anteroom.media;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * The one clock of all streams: a thread {@code rtp-out-0} that ticks every 20 ms at absolute deadlines.
 *
 * <pre>
 *  deadline   0        20        40        60        80       100
 *  tick       |hear speak tell   |         |         |         |
 *                       stalled for 50 ms: ....||.| then on time again (at most 3 ticks at once)
 *                       stalled longer: the missed ticks are skipped, timestamps move on with them
 * </pre>
 *
 * <p>Within a tick all streams first take what came in, then all send, then taps are told: so a bridge adds no frame of delay, and slow
 * listeners don't delay packets. The kernel may wake a thread 50 us late (timer slack), so the clock parks until shortly before the
 * deadline and spins the rest. A stream that throws is counted and the others go on.
 */
final class MediaClock implements AutoCloseable {
    private static final long SPIN_NANOS = 120_000;
    private static final int MOST_AT_ONCE = 3;
    private static final long CLOSE_MS = 2_000;

    private final MediaCounters counters;
    private final LatenessWindow lateness = new LatenessWindow(System.nanoTime());
    private final Thread thread = new Thread(this::run, "rtp-out-0");
    private volatile RtpPort[] ports = {};
    private volatile boolean running = true;

    MediaClock(MediaCounters counters) {
        this.counters = counters;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    synchronized void add(RtpPort port) {
        RtpPort[] more = Arrays.copyOf(ports, ports.length + 1);
        more[ports.length] = port;
        ports = more;
    }

    private synchronized void remove(RtpPort port) {
        ports = Arrays.stream(ports).filter(other -> other != port).toArray(RtpPort[]::new);
    }

    ClockHealth health() {
        return lateness.health(System.nanoTime());
    }

    private void run() {
        long deadline = System.nanoTime() + Pcm.FRAME_NANOS;
        while (running) {
            waitUntil(deadline);
            long now = System.nanoTime();
            lateness.tick(now, Math.max(0, now - deadline));
            survive(deadline);
            deadline += Pcm.FRAME_NANOS;
            long missed = (System.nanoTime() - deadline) / Pcm.FRAME_NANOS;
            if (missed >= MOST_AT_ONCE) {
                deadline += missed * Pcm.FRAME_NANOS;
                skip((int) Math.min(missed, Integer.MAX_VALUE / Pcm.FRAME));
            }
        }
    }

    private static void waitUntil(long deadline) {
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private void survive(long deadline) {
        try {
            tick(deadline);
        } catch (Throwable e) {
            counters.streamFailures.increment();
        }
    }

    private void tick(long deadline) {
        RtpPort[] all = ports;
        for (RtpPort port : all) {
            guarded(port, Step.HEAR, deadline);
        }
        for (RtpPort port : all) {
            guarded(port, Step.SPEAK, deadline);
        }
        for (RtpPort port : all) {
            guarded(port, Step.TELL, deadline);
        }
        for (RtpPort port : all) {
            if (port.closing()) {
                remove(port);
                guarded(port, Step.END, deadline);
            }
        }
    }

    private enum Step {
        HEAR,
        SPEAK,
        TELL,
        END
    }

    @SuppressWarnings("CatchingUnchecked")
    private void guarded(RtpPort port, Step step, long deadline) {
        try {
            switch (step) {
                case HEAR -> port.hear(deadline);
                case SPEAK -> port.speak();
                case TELL -> port.tell();
                case END -> port.end();
            }
        } catch (Throwable e) {
            counters.streamFailures.increment();
        }
    }

    private void skip(int ticks) {
        counters.clockOverruns.increment();
        for (RtpPort port : ports) {
            port.skip(ticks);
        }
    }

    /** Stops the thread within 2 s; ports still open are ended on the calling thread. */
    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (RtpPort port : ports) {
            remove(port);
            guarded(port, Step.END, System.nanoTime());
        }
    }
}

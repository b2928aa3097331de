package org.anteroom.speech;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ear of one call: takes frames on the media clock and has them decoded, in order, by the ear-* workers.
 *
 * <p>The clock only copies into a bounded ring and releases a permit; it never meets a lock that a decoder holds. When
 * frames stop coming in the middle of a turn (nothing sends silence for a broken line), the turn is ended by the wall
 * clock.
 */
public final class Ear implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
    private static final long NO_FRAMES_NANOS = 2_000_000_000L;
    /** After a recogniser could not be had, the next try. */
    private static final long DEAF_NANOS = 1_000_000_000L;

    private static final int FRAMES_AT_ONCE = 5;

    private final FrameRing ring;
    private final Supplier<Listening> listenings;
    private final Consumer<Heard> sink;
    private final SpeechCounters counters;
    private final LagWindow lag;
    private final Runnable work;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final AtomicReference<@Nullable Expected> expected = new AtomicReference<>();

    private volatile long lastFrameNanos = System.nanoTime();
    private volatile boolean inTurn;
    private volatile boolean deaf;
    private long deafSinceNanos;
    private volatile boolean closed;
    private volatile boolean released;
    private @Nullable Listening listening;

    /** @param work tells the workers that this ear has something to do */
    Ear(
            int backlogFrames,
            Supplier<Listening> listenings,
            Consumer<Heard> sink,
            LagWindow lag,
            SpeechCounters counters,
            Runnable work) {
        this.ring = new FrameRing(backlogFrames);
        this.listenings = listenings;
        this.sink = sink;
        this.lag = lag;
        this.counters = counters;
        this.work = work;
    }

    /** Takes the next 20 ms (160 samples at 8 kHz). Media clock thread: copies and returns, never waits. */
    public void hear(short[] frame8k) {
        if (closed) {
            return;
        }
        long now = System.nanoTime();
        lastFrameNanos = now;
        if (ring.offer(frame8k, now)) {
            work.run();
        } else {
            counters.framesDropped.increment();
        }
    }

    /** From the next turn on (or now, while the caller is silent) expect this. Any thread, never waits. */
    public void expect(Expected expected) {
        this.expected.set(expected);
    }

    /** Nothing is reported afterwards but what a worker is reporting just now. Any thread, idempotent, never waits. */
    @Override
    public void close() {
        closed = true;
        work.run();
    }

    /** Worker: takes this ear for itself when there is something to do. */
    boolean claim(long nowNanos) {
        if (!wantsWork(nowNanos) || !claimed.compareAndSet(false, true)) {
            return false;
        }
        if (wantsWork(nowNanos)) {
            return true;
        }
        claimed.set(false);
        return false;
    }

    /** Worker: leaves the ear to the next one; true when there is more to do. */
    boolean leave() {
        claimed.set(false);
        return closed ? !released : ring.size() > 0;
    }

    /** Worker, after {@link #claim}: decodes a few frames, so that calls take turns. */
    void work() {
        if (closed) {
            release();
            return;
        }
        if (ring.size() == 0) {
            guarded(this::endTurnByWallClock);
        }
        for (int i = 0; i < FRAMES_AT_ONCE && ring.size() > 0 && !closed; i++) {
            long arrived = ring.arrivedNanos();
            guarded(this::decode);
            ring.remove();
            long now = System.nanoTime();
            lag.record(now - arrived, now);
        }
    }

    /** How long the oldest frame has been waiting, in ns; 0 only when none is. */
    long waitingNanos(long nowNanos) {
        return ring.size() == 0 || closed ? 0 : Math.max(1, nowNanos - ring.arrivedNanos());
    }

    /** Whether its recogniser failed and no other could be had. */
    boolean deaf() {
        return deaf && !closed;
    }

    boolean released() {
        return released;
    }

    private boolean wantsWork(long nowNanos) {
        return closed ? !released : ring.size() > 0 || stalled(nowNanos);
    }

    private boolean stalled(long nowNanos) {
        return inTurn && nowNanos - lastFrameNanos > NO_FRAMES_NANOS;
    }

    private List<Heard> decode() {
        Listening listening = listening();
        Expected next = expected.getAndSet(null);
        if (next != null) {
            listening.expect(next);
        }
        int lost = ring.lostBefore();
        if (lost > 0) {
            listening.skip(lost * Frames.MS);
        }
        return listening.feed(ring.frame(), Frames.SAMPLES_8K);
    }

    private List<Heard> endTurnByWallClock() {
        counters.turnsEndedByWallClock.increment();
        return listening().endOfAudio();
    }

    /** A failing recogniser costs its words, never the thread and never the call. */
    private void guarded(Supplier<List<Heard>> step) {
        if (deaf && System.nanoTime() - deafSinceNanos < DEAF_NANOS) {
            return;
        }
        List<Heard> heard;
        try {
            heard = step.get();
            deaf = false;
        } catch (RuntimeException | LinkageError e) {
            counters.decoderFailures.increment();
            LOG.warn("A recogniser failed; the call goes on with another", e);
            heard = recovered();
        }
        inTurn = listening != null && listening.inTurn();
        for (Heard each : heard) {
            tell(each);
        }
    }

    private List<Heard> recovered() {
        try {
            return listening().recover();
        } catch (RuntimeException | LinkageError e) {
            boolean news = !deaf;
            deaf = true;
            deafSinceNanos = System.nanoTime();
            if (!news) {
                return List.of();
            }
            LOG.error("A call lost its recogniser and there is no other", e);
            return List.of(listening == null ? new Heard.Lost(0, 0) : listening.lost());
        }
    }

    private void tell(Heard each) {
        if (closed) {
            return;
        }
        try {
            sink.accept(each);
        } catch (RuntimeException e) {
            counters.sinkFailures.increment();
            LOG.error("What was heard could not be handed to the call", e);
        }
    }

    private Listening listening() {
        if (listening == null) {
            listening = listenings.get();
        }
        return listening;
    }

    private void release() {
        released = true;
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }
}

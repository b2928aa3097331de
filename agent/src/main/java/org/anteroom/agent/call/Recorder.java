package org.anteroom.agent.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.records.Recordings;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.watch.ThreadNames;
import org.anteroom.media.RtpPort;
import org.jspecify.annotations.Nullable;

/**
 * Writes the recordings of all calls on one thread, {@code call-recorder}, from frames that the media clock leaves in a
 * bounded queue of ready-made buffers. A disk that refuses ends that recording and raises an alarm; never the call.
 */
final class Recorder implements AutoCloseable {
    private static final int FRAME = 160;
    /** Ten seconds of four calls. */
    private static final int FRAMES = 2_000;

    private static final long CLOSING_MS = 5_000;
    private static final long FORCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final class Frame {
        private final short[] pcm = new short[FRAME * 2];
        private @Nullable CallRecording recording;
    }

    private final Optional<Recordings> recordings;
    private final Alarms alarms;
    private final Counters counters;
    private final BlockingQueue<Frame> free = new ArrayBlockingQueue<>(FRAMES);
    private final BlockingQueue<Frame> full = new ArrayBlockingQueue<>(FRAMES);
    private final ConcurrentLinkedQueue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final List<CallRecording> open = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;
    private boolean started;
    private long forced = System.nanoTime();

    /** @param recordings empty where nothing can be recorded; the thread is started with the first recording */
    Recorder(Optional<Recordings> recordings, Alarms alarms, Counters counters) {
        this.recordings = recordings;
        this.alarms = alarms;
        this.counters = counters;
        this.thread = ThreadNames.named(ThreadNames.CALL_RECORDER).newThread(this::run);
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            for (int n = 0; n < FRAMES; n++) {
                free.add(new Frame());
            }
            thread.start();
        }
    }

    /** Begins to record a call; empty where nothing is recorded. */
    Optional<CallRecording> record(String call, RtpPort port) {
        Optional<CallRecording> recording = recordings.map(where -> new CallRecording(call, port, where, this));
        recording.ifPresent(one -> {
            start();
            order(() -> open.add(one));
        });
        return recording;
    }

    /** Media clock: copies and returns. */
    void frame(CallRecording recording, short[] incoming, short[] outgoing) {
        Frame frame = free.poll();
        if (frame == null) {
            counters.increment(Metric.RECORDING_FRAMES_DROPPED);
            return;
        }
        for (int i = 0; i < FRAME; i++) {
            frame.pcm[2 * i] = incoming[i];
            frame.pcm[2 * i + 1] = outgoing[i];
        }
        frame.recording = recording;
        full.add(frame);
    }

    /** Runs on the recorder's thread, behind the frames that wait. */
    void order(Runnable order) {
        orders.add(order);
    }

    /** Seals what is open; bounded by five seconds: a busy disk takes seconds to make things durable. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSING_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed || !full.isEmpty() || !orders.isEmpty()) {
            try {
                Frame frame = full.poll(100, TimeUnit.MILLISECONDS);
                if (frame != null) {
                    write(frame);
                }
                if (full.isEmpty()) {
                    obey();
                }
                force();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (Throwable fault) {
                counters.increment(Metric.CALLS_FAILED);
            }
        }
        open.forEach(recording -> guarded(recording.call(), recording::seal));
    }

    private void obey() {
        for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
            guarded("", order);
        }
    }

    private void write(Frame frame) {
        CallRecording recording = frame.recording;
        frame.recording = null;
        if (recording != null && !guarded(recording.call(), () -> recording.write(frame.pcm))) {
            guarded(recording.call(), recording::seal);
        }
        free.add(frame);
    }

    private void force() {
        long now = System.nanoTime();
        if (now - forced >= FORCE_NANOS) {
            forced = now;
            open.removeIf(CallRecording::over);
            open.forEach(recording -> guarded(recording.call(), recording::force));
        }
    }

    private boolean guarded(String call, Runnable work) {
        try {
            work.run();
            return true;
        } catch (StoreException e) {
            alarms.raise(Alarm.Kind.RECORDS, e.sentence(), call);
            return false;
        }
    }
}

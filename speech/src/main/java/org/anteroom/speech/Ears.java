package org.anteroom.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hearing of the house: one model, warmed recognisers, and the ear-* workers that all calls share. */
public final class Ears implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);
    private static final long WAITING_TOO_LONG_MS = 2_000;
    private static final double LAGGING_MS = 1_000;

    private final EarSettings settings;
    private final SpeechCounters counters;
    private final SpeechModel model;
    private final Recognisers recognisers;
    private final LagWindow lag = new LagWindow();
    private final EarWorkers workers;
    private volatile boolean closed;

    /**
     * Loads the model and warms one recogniser, which takes a second or two; those for further calls are warmed behind.
     *
     * @throws IOException when the model folder is missing or not usable; the message says which and what to do
     */
    public Ears(EarSettings settings, SpeechCounters counters) throws IOException {
        this(settings, counters, VoskModel.load(settings.model()));
    }

    Ears(EarSettings settings, SpeechCounters counters, SpeechModel model) throws IOException {
        this.settings = settings;
        this.counters = counters;
        this.model = model;
        recognisers = new Recognisers(model, settings.calls(), settings.replaceAfterMs(), warmUp(), counters);
        workers = new EarWorkers(settings.workers());
        recognisers.start();
        workers.start();
    }

    /**
     * An ear for one call. Never blocks.
     *
     * @param sink told on ear-* threads, in order and one at a time per call; must only post
     */
    public Ear open(Consumer<Heard> sink) {
        checkOpen();
        Ear ear = new Ear(Frames.of(settings.backlogMs()), this::listening, sink, lag, counters, workers::signal);
        workers.add(ear);
        return ear;
    }

    /**
     * The listening path by itself, for files: the same words as in a call, as fast as the processor allows. Any thread;
     * one more than there are expected calls at a time costs half a second to make.
     */
    public Listening listening() {
        checkOpen();
        return new Listening(recognisers, counters);
    }

    /** Whether the ears keep up. Any thread, cheap, never waits for a decoder. */
    public EarHealth health() {
        long now = System.nanoTime();
        // Rounded up: 0 means that nothing waits, not that it has waited for less than a millisecond.
        long waitingMs = (workers.waitingNanos(now) + 999_999) / 1_000_000;
        double lagMs = lag.p95Ms(now);
        String fault = fault(waitingMs, lagMs);
        return new EarHealth(
                fault.isEmpty(),
                waitingMs,
                lagMs,
                recognisers.ready(),
                fault.isEmpty() ? "The recogniser keeps up." : fault);
    }

    /** Ears not yet released, for leak checks. */
    public int openEars() {
        return workers.ears();
    }

    /** Stops the workers and frees the model, within seconds. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (workers.stop()) {
            recognisers.close();
            model.close();
            NativeMemory.trim();
        } else {
            LOG.warn("A recogniser is stuck in native code: its memory stays until the process ends");
        }
    }

    private String fault(long waitingMs, double lagMs) {
        if (closed) {
            return "The recogniser is closed.";
        }
        if (workers.alive() < settings.workers()) {
            return "A recogniser worker has ended: restart the service.";
        }
        if (waitingMs >= WAITING_TOO_LONG_MS) {
            return "The recogniser has not decoded a frame for " + waitingMs
                    + " ms: the machine is overloaded or the recogniser hangs; restart the service if it stays so.";
        }
        if (lagMs >= LAGGING_MS) {
            return "The recogniser is " + Math.round(lagMs)
                    + " ms behind: too many calls for this machine; lower the number of simultaneous calls.";
        }
        if (workers.anyDeaf()) {
            return "A call lost its recogniser and no other could be made: check memory, restart the service.";
        }
        return "";
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the ears are closed");
        }
    }

    /** Ordinary sentences of no meaning, said by a synthetic voice: they fill a new recogniser's cache. */
    private static short[] warmUp() {
        try (InputStream in = Ears.class.getResourceAsStream("warm-up.wav")) {
            if (in == null) {
                throw new IllegalStateException("warm-up.wav is missing in the speech jar: rebuild it");
            }
            short[] pcm8k = Wav.read(in.readAllBytes());
            short[] pcm16k = new short[2 * pcm8k.length];
            new Upsampler().process(pcm8k, pcm8k.length, pcm16k);
            return pcm16k;
        } catch (IOException e) {
            throw new UncheckedIOException("warm-up.wav can't be read from the speech jar", e);
        }
    }
}

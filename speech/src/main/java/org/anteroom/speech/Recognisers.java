package org.anteroom.speech;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open recognisers of the house: made and warmed ahead of need, handed out, taken back, and closed when worn.
 *
 * <p>An open recogniser keeps a cache of the decoding graph that only grows, and a cold one costs three times the
 * processor time of a warm one; making one takes up to half a second. So all of that happens on the ear-spares thread,
 * never on a call's path. What a recogniser heard before never shows: it is handed over only after
 * {@link Recogniser#finish}.
 */
final class Recognisers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recognisers.class);
    private static final int NICE = 10;
    private static final long RETRY_MS = 5_000;
    private static final long STOP_MS = 5_000;

    private final SpeechModel model;
    private final SpeechCounters counters;
    private final short[] warmUp16k;
    private final int calls;
    private final long wornMs;
    private final BlockingQueue<Recogniser> spares = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Recogniser> worn = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Boolean> wakeUps = new LinkedBlockingQueue<>(1);
    private final Thread keeper = new Thread(this::keep, "ear-spares");
    private final AtomicInteger inUse = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    /** @param wornMs a recogniser fed this much is not handed out again */
    Recognisers(SpeechModel model, int calls, long wornMs, short[] warmUp16k, SpeechCounters counters) {
        this.model = model;
        this.calls = calls;
        this.wornMs = wornMs;
        this.warmUp16k = warmUp16k;
        this.counters = counters;
    }

    /** Makes the first spare on the calling thread, so that a broken model shows at once; the others follow. */
    void start() throws IOException {
        spares.add(make());
        keeper.setDaemon(true);
        wakeKeeper();
        keeper.start();
    }

    /** A warmed spare, or a cold one, counted, when there is none. */
    Recogniser take() {
        Recogniser spare = spares.poll();
        wakeKeeper();
        if (spare != null) {
            inUse.incrementAndGet();
            return spare;
        }
        counters.recognisersCold.increment();
        try {
            Recogniser cold = counted(model.open());
            inUse.incrementAndGet();
            return cold;
        } catch (IOException e) {
            throw new IllegalStateException("no recogniser could be made", e);
        }
    }

    /** Between two turns: a spare in place of a worn one when there is a spare; otherwise the same. */
    Recogniser renew(Recogniser used) {
        if (used.fedMs() < wornMs) {
            return used;
        }
        Recogniser spare = spares.poll();
        if (spare == null) {
            wakeKeeper();
            return used;
        }
        counters.recognisersReplaced.increment();
        LOG.debug("A worn recogniser was replaced");
        retire(used);
        return spare;
    }

    /** Takes back one that was finished. */
    void giveBack(Recogniser used) {
        inUse.decrementAndGet();
        if (used.fedMs() < wornMs && spares.size() < wanted() && !stopping) {
            spares.add(used);
        } else {
            retire(used);
        }
    }

    /** Takes back one that failed. */
    void discard(Recogniser failed) {
        inUse.decrementAndGet();
        retire(failed);
    }

    /** Closes one in the background. */
    void retire(Recogniser used) {
        worn.add(used);
        wakeKeeper();
    }

    /** A recogniser of these phrases, or none when the model can't or the phrases are refused (counted). */
    Optional<Recogniser> grammar(List<String> phrases) {
        try {
            return Optional.of(model.grammar(phrases));
        } catch (IOException e) {
            counters.grammarsRejected.increment();
            return Optional.empty();
        }
    }

    /** How many spares are ready. */
    int ready() {
        return spares.size();
    }

    @Override
    public void close() {
        stopping = true;
        stopped.countDown();
        keeper.interrupt();
        try {
            keeper.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Recogniser each = spares.poll(); each != null; each = spares.poll()) {
            each.close();
        }
        closeWorn();
    }

    /** One for every expected call that has not come yet, and always one to replace a worn one with. */
    private int wanted() {
        return Math.max(1, calls - inUse.get());
    }

    private void wakeKeeper() {
        wakeUps.offer(Boolean.TRUE);
    }

    private void keep() {
        Niceness.lower(NICE);
        boolean failing = false;
        while (!stopping) {
            try {
                if (failing) {
                    boolean unused = stopped.await(RETRY_MS, TimeUnit.MILLISECONDS);
                } else {
                    wakeUps.poll(RETRY_MS, TimeUnit.MILLISECONDS);
                }
                closeWorn();
                while (spares.size() < wanted() && !stopping) {
                    spares.add(make());
                }
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                counters.decoderFailures.increment();
                if (!failing) {
                    LOG.warn("No spare recogniser could be made; trying again every {} s", RETRY_MS / 1000, e);
                }
                failing = true;
            }
        }
    }

    private void closeWorn() {
        boolean any = false;
        for (Recogniser each = worn.poll(); each != null; each = worn.poll()) {
            each.close();
            any = true;
        }
        if (any) {
            NativeMemory.trim();
        }
    }

    private Recogniser make() throws IOException {
        Recogniser made = counted(model.open());
        for (int at = 0; at + Frames.SAMPLES_16K <= warmUp16k.length; at += Frames.SAMPLES_16K) {
            short[] frame = new short[Frames.SAMPLES_16K];
            System.arraycopy(warmUp16k, at, frame, 0, frame.length);
            made.feed(frame, frame.length);
        }
        made.finish();
        return made;
    }

    private Recogniser counted(Recogniser made) {
        counters.recognisersMade.increment();
        return made;
    }
}

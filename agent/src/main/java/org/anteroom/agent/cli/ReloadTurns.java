package org.anteroom.agent.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one reload run at a time. Whoever asks while one runs may have written the file after it was read, so another
 *  follows; all who wait by then share that one. However many ask, and whoever they are, at most two are ever due. Any
 *  thread.
 *
 *  <pre>
 *    asked    1   2   3   4             5
 *    runs     |-- 1 --|-- for 2, 3, 4 --|-- 5 --|
 *  </pre>
 */
final class ReloadTurns implements Reloading {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadTurns.class);

    /** Reads the configuration anew. */
    @FunctionalInterface
    interface Reader {
        /** What has become of it, a line each. */
        List<String> read() throws Failure;
    }

    /** What came of a reload.
     *
     *  @param asked how many had asked when it began
     *  @param refused why it was; empty when it was not
     */
    private record Outcome(long asked, List<String> lines, Optional<Failure> refused) {}

    private final Reader reader;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicBoolean signalWaits = new AtomicBoolean();
    private Outcome last = new Outcome(0, List.of(), Optional.empty());

    ReloadTurns(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void reload(Consumer<String> lines) throws Failure {
        Outcome outcome = outcome(asked.incrementAndGet(), () -> {});
        if (outcome.refused().isPresent()) {
            throw outcome.refused().get();
        }
        outcome.lines().forEach(lines);
    }

    /** Returns at once while another signal waits: what that one will read is newer than this one. Each signal has a thread of
     *  its own, and a storm of them must not use up those of the process.
     */
    void signalled() {
        if (signalWaits.compareAndSet(false, true)) {
            Outcome outcome = outcome(asked.incrementAndGet(), () -> signalWaits.set(false));
            LOG.debug("the reload by signal was {}", outcome.refused().isPresent() ? "refused" : "made");
        }
    }

    /** @param turn run when its turn has come, before anything is read */
    private synchronized Outcome outcome(long mine, Runnable turn) {
        turn.run();
        if (last.asked() < mine) {
            last = run(asked.get());
        }
        return last;
    }

    private Outcome run(long askedBefore) {
        try {
            return new Outcome(askedBefore, reader.read(), Optional.empty());
        } catch (Failure refused) {
            return new Outcome(askedBefore, List.of(), Optional.of(refused));
        }
    }
}

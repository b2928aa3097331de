package org.anteroom.agent.call;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anteroom.agent.dialogue.TurnMeaning;
import org.anteroom.agent.dialogue.Understood;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.watch.ThreadNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what finished turns are for, on a thread of its own, {@code mind-turns}: some milliseconds each, once for each turn. Not on
 * that of the {@link Mind}, so that no judgement of an emergency ever waits for it, nor is lost when it hangs.
 *
 * <p>Owned by the {@link Receptionist}. What it asks belongs to whoever made it and must outlive this.
 */
final class Understanding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Understanding.class);

    /** Below the score of emergencies at 1, above recognisers and voices at 5: this caller has finished, others still speak. */
    private static final int NICE = 3;
    /** What one turn may take altogether holds no more; whoever comes then isn't kept waiting. */
    private static final int WAITING = 16;

    private final TurnMeaning meaning;
    private final Counters counters;
    private final NiceThread thread;
    /** When the turn that is being looked at was begun; {@code Long.MAX_VALUE} while there is none. */
    private volatile long beganNanos = Long.MAX_VALUE;

    Understanding(TurnMeaning meaning, Counters counters) {
        this.meaning = meaning;
        this.counters = counters;
        thread = new NiceThread(ThreadNames.MIND_TURNS, NICE, WAITING);
    }

    /**
     * Asks what a turn is for; never blocks.
     *
     * @param answer told on {@code mind-turns}, with nothing where it can't be found out; it must only post
     * @return whether there may be an answer in time
     */
    boolean ask(List<String> words, Consumer<Optional<Understood>> answer) {
        long asked = System.nanoTime();
        long began = beganNanos;
        boolean hangs = began != Long.MAX_VALUE && asked - began > TurnInMind.MOST_NANOS;
        if (!hangs) {
            try {
                thread.execute(() -> answer(words, asked, answer));
                return true;
            } catch (RejectedExecutionException closedOrFull) {
                LOG.debug("What a turn is for is not asked: too many wait.");
            }
        }
        counters.increment(Metric.DIALOGUE_UNMEANT);
        return false;
    }

    private void answer(List<String> words, long asked, Consumer<Optional<Understood>> answer) {
        long began = System.nanoTime();
        beganNanos = began;
        Optional<Understood> understood = Optional.empty();
        try {
            if (began - asked < TurnInMind.MOST_NANOS) {
                understood = Optional.of(meaning.of(words));
            }
        } catch (Throwable fault) {
            // Its class alone: a message may quote what a patient said.
            LOG.debug(
                    "What a turn is for was not found out: {}", fault.getClass().getSimpleName());
        } finally {
            beganNanos = Long.MAX_VALUE;
        }
        long ended = System.nanoTime();
        if (understood.isEmpty() || ended - asked > TurnInMind.MOST_NANOS) {
            counters.increment(Metric.DIALOGUE_UNMEANT);
        }
        answer.accept(understood);
        LOG.debug(
                "What a turn is for took {} us, {} us after it was asked",
                TimeUnit.NANOSECONDS.toMicros(ended - began),
                TimeUnit.NANOSECONDS.toMicros(ended - asked));
    }

    /** Lets the turn that is being looked at end, and forgets the others. Bounded by two seconds. */
    @Override
    public void close() {
        thread.close();
    }
}

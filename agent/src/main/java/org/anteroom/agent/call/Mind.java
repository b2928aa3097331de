package org.anteroom.agent.call;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.watch.ThreadNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the meaning of what callers say, on a thread of its own, {@code mind}, so that no call waits for it: a clause takes some
 * milliseconds, in up to ten readings each, and comes back as mail. First come, first served; of a turn that goes on only its latest end is judged.
 *
 * <p>Owned by the {@link Receptionist}. The scorer belongs to whoever made it and must outlive this.
 */
final class Mind implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mind.class);

    /** Below the media clock, but well above recognisers and voices at 5: an emergency doesn't wait until others are understood. */
    private static final int NICE = 1;
    /** Many seconds of work: nobody would wait for what comes after. */
    private static final int WAITING = 256;

    /** Failures in a row that are no accident. */
    private static final int MANY = 3;

    private final Scorer scorer;
    private final Counters counters;
    private final Health health;
    private final NiceThread thread;
    /** Failures one after the other; on {@code mind} only. */
    private int failed;

    /** @param health told when clause after clause can't be judged, and when they can again */
    Mind(Scorer scorer, Counters counters, Health health) {
        this.scorer = scorer;
        this.counters = counters;
        this.health = health;
        thread = new NiceThread(ThreadNames.MIND, NICE, WAITING);
    }

    /** @param answer told on {@code mind} of each clause that was judged; it must only post */
    Slot slot(Consumer<Evidence.Scored> answer) {
        return new Slot(answer);
    }

    /** Where one call asks. */
    final class Slot {
        private final AtomicReference<Clause> running = new AtomicReference<>();
        private final Consumer<Evidence.Scored> answer;

        private Slot(Consumer<Evidence.Scored> answer) {
            this.answer = answer;
        }

        /** Asks for a clause to be judged; never blocks. */
        void judge(Clause clause) {
            if (clause.whole()) {
                running.set(null);
                submit(() -> answer(clause));
            } else if (running.getAndSet(clause) == null) {
                submit(this::latest);
            }
        }

        private void latest() {
            Clause clause = running.getAndSet(null);
            if (clause != null) {
                answer(clause);
            }
        }

        private void answer(Clause clause) {
            try {
                answer.accept(Evidence.Scored.of(clause, Mind.this::timed));
                succeeded();
            } catch (Throwable fault) {
                failed(fault);
            }
        }

        private void submit(Runnable work) {
            try {
                thread.execute(work);
            } catch (RejectedExecutionException closedOrFull) {
                running.set(null);
                counters.increment(Metric.EMERGENCY_UNSCORED);
            }
        }
    }

    private Score timed(String text) {
        long began = System.nanoTime();
        Score score = scorer.of(text);
        LOG.debug("A clause was judged in {} us", TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
        return score;
    }

    private void succeeded() {
        if (failed >= MANY) {
            health.report(Condition.MEANING, true, "What callers mean is judged again.");
        }
        failed = 0;
    }

    private void failed(Throwable fault) {
        counters.increment(Metric.EMERGENCY_UNSCORED);
        failed++;
        if (failed == MANY) {
            health.report(
                    Condition.MEANING,
                    false,
                    "Emergencies are recognised by their phrases only, not by what callers mean ("
                            + fault.getClass().getSimpleName() + " again and again): restart the service.");
        }
    }

    /** Lets the clause that is being judged end, and forgets the others. Bounded by two seconds. */
    @Override
    public void close() {
        thread.close();
    }
}

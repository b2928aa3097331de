package org.anteroom.agent.call;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.State;
import org.anteroom.agent.dialogue.Step;
import org.jspecify.annotations.Nullable;

/**
 * Runs the conversation beside the mailbox: inputs queue, one at a time is computed on {@code call-talk-*}, the step comes
 * back as mail. So a conversation that throws, or never returns, costs the conversation and nothing else: the detector goes
 * on hearing. Mailbox only, but for the computation.
 */
final class Talk {
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int WAITING = 64;

    /** What a conversation does with an input: pure, but not trusted to return. */
    interface Mind {
        Step step(State state, Input input, Instant now);
    }

    private final Mind mind;
    private final CallThreads threads;
    private final Consumer<Mail> mailbox;
    private final Supplier<Instant> clock;
    private final Deque<Input> waiting = new ArrayDeque<>();
    private State state;
    private @Nullable Future<?> running;
    private long runningSince;
    private boolean broken;
    private boolean salvaging;

    /** @param mailbox takes the step when it has been computed, on a talk thread */
    Talk(State start, Mind mind, CallThreads threads, Consumer<Mail> mailbox, Supplier<Instant> clock) {
        this.mind = mind;
        this.threads = threads;
        this.mailbox = mailbox;
        this.clock = clock;
        this.state = start;
    }

    /** Tells the conversation. */
    void put(Input input, long nanos) {
        if (broken || waiting.size() >= WAITING) {
            return;
        }
        waiting.add(input);
        next(nanos);
    }

    /** Takes a step that came back. */
    List<Act> stepped(Step step, long nanos) {
        running = null;
        if (broken) {
            return salvaged(step);
        }
        state = step.state();
        next(nanos);
        return step.acts();
    }

    /** Whether something is being computed or waits for it. */
    boolean busy() {
        return running != null || !waiting.isEmpty();
    }

    /** Whether the present step takes so long that it will not be waited for. */
    boolean stuck(long nanos) {
        return running != null && nanos - runningSince > STUCK_NANOS;
    }

    /**
     * No more conversation on this call, but for what the last good state knows of a request: it is asked once what staff must
     * have of it, as if the caller had hung up.
     */
    void salvage(long nanos) {
        abandon();
        salvaging = true;
        run(new Input.HungUp(), nanos);
    }

    private List<Act> salvaged(Step step) {
        boolean kept = salvaging;
        salvaging = false;
        return kept ? step.acts().stream().filter(Act.Commit.class::isInstance).toList() : List.of();
    }

    /** No more conversation on this call. */
    void abandon() {
        broken = true;
        salvaging = false;
        waiting.clear();
        Future<?> task = running;
        running = null;
        if (task != null) {
            task.cancel(true);
        }
    }

    boolean broken() {
        return broken;
    }

    private void next(long nanos) {
        Input input = running == null ? waiting.poll() : null;
        if (input != null) {
            run(input, nanos);
        }
    }

    private void run(Input input, long nanos) {
        State from = state;
        Instant now = clock.get();
        runningSince = nanos;
        try {
            running = threads.talk(() -> mailbox.accept(compute(from, input, now)));
        } catch (RejectedExecutionException full) {
            mailbox.accept(new Mail.StepFailed(full));
        }
    }

    private Mail compute(State from, Input input, Instant now) {
        try {
            return new Mail.Stepped(input, mind.step(from, input, now), System.nanoTime());
        } catch (Throwable fault) {
            return new Mail.StepFailed(fault);
        }
    }
}

package org.anteroom.agent.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.anteroom.agent.rehearsal.PhoneCall;

/** Other callers who talk with the agent and are answered, one thread each, until closed. A call that ends before its time
 *  is placed again and counted.
 */
final class Conversations implements AutoCloseable {

    private static final Duration ALL_ANSWERED = Duration.ofSeconds(120);
    private static final Duration JOIN = Duration.ofSeconds(30);

    private final Practice practice;
    private final CountDownLatch answered;
    private final List<Thread> callers = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<Optional<Exception>> failure = new AtomicReference<>(Optional.empty());

    private Conversations(Practice practice, int count) {
        this.practice = practice;
        this.answered = new CountDownLatch(count);
    }

    /** That many calls; all stand when this returns. */
    static Conversations begin(Practice practice, int count) throws InterruptedException {
        Conversations conversations = new Conversations(practice, count);
        for (int i = 1; i <= count; i++) {
            Thread caller = new Thread(conversations::talk, "conversation-" + i);
            caller.setDaemon(true);
            conversations.callers.add(caller);
            caller.start();
        }
        if (!conversations.answered.await(ALL_ANSWERED.toSeconds(), TimeUnit.SECONDS)) {
            conversations.close();
            throw new IllegalStateException(
                    "The agent did not answer " + count + " calls: " + conversations.failure.get());
        }
        return conversations;
    }

    private void talk() {
        boolean first = true;
        while (!Thread.currentThread().isInterrupted()) {
            calls.incrementAndGet();
            try (PhoneCall call = practice.answered(practice.others())) {
                if (first) {
                    answered.countDown();
                    first = false;
                }
                talk(call);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                failure.set(Optional.of(e));
                return;
            }
        }
    }

    private void talk(PhoneCall call) throws Exception {
        SmallTalk talk = new SmallTalk();
        while (call.ending().isEmpty()) {
            if (!talk.turn(call)) {
                unanswered.incrementAndGet();
            }
            turns.incrementAndGet();
            // What this bench doesn't look at must not pile up.
            call.takePackets();
        }
    }

    /** What they were, for a row of the table. */
    String summary() {
        return String.format(
                "%d turns, %d unanswered, %d calls placed again",
                turns.get(), unanswered.get(), calls.get() - callers.size());
    }

    /** Hangs up.
     *
     *  @throws IllegalStateException when one of them had to give up: the others were fewer than they should be
     */
    @Override
    public void close() throws InterruptedException {
        callers.forEach(Thread::interrupt);
        for (Thread caller : callers) {
            caller.join(JOIN.toMillis());
        }
        failure.get().ifPresent(fault -> {
            throw new IllegalStateException("A conversation of the bench broke off.", fault);
        });
    }
}

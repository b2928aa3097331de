package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.anteroom.agent.dialogue.Understood;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UnderstandingTest {
    private static final List<String> TURN = List.of("could", "you", "squeeze", "me", "in");
    private static Understood book;

    private final Counters counters = new Counters();
    private final BlockingQueue<Optional<Understood>> answers = new LinkedBlockingQueue<>();

    @BeforeAll
    static void understood() throws Exception {
        book = Senses.shared().meanings.of(TURN);
    }

    @Test
    void tellsWhatATurnIsFor() throws Exception {
        try (Understanding understanding = new Understanding(words -> book, counters)) {
            assertThat(understanding.ask(TURN, answers::add)).isTrue();
            assertThat(next()).contains(book);
        }
        assertThat(counters.value(Metric.DIALOGUE_UNMEANT)).isZero();
    }

    @Test
    void tellsAtOnceThatItFailed() throws Exception {
        try (Understanding understanding = new Understanding(
                words -> {
                    throw new IllegalStateException("the model failed");
                },
                counters)) {
            assertThat(understanding.ask(TURN, answers::add)).isTrue();
            assertThat(next()).isEmpty();
            assertThat(understanding.ask(TURN, answers::add)).isTrue();
            assertThat(next()).isEmpty();
        }
        assertThat(counters.value(Metric.DIALOGUE_UNMEANT)).isEqualTo(2);
    }

    @Test
    void keepsNobodyWaitingBehindATurnThatHangs() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (Understanding understanding = new Understanding(
                words -> {
                    begun.countDown();
                    await(go);
                    return book;
                },
                counters)) {
            assertThat(understanding.ask(TURN, answers::add)).isTrue();
            await(begun);
            long until = System.nanoTime() + TurnInMind.MOST_NANOS;
            while (System.nanoTime() <= until) {
                LockSupport.parkNanos(TurnInMind.MOST_NANOS / 10);
            }
            assertThat(understanding.ask(TURN, answers::add)).isFalse();
            assertThat(answers).isEmpty();
            go.countDown();
            assertThat(next()).contains(book);
        }
        assertThat(counters.value(Metric.DIALOGUE_UNMEANT)).isEqualTo(2);
    }

    private Optional<Understood> next() throws InterruptedException {
        Optional<Understood> answer = answers.poll(10, TimeUnit.SECONDS);
        assertThat(answer).as("an answer").isNotNull();
        return answer;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

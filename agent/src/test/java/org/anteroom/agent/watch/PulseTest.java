package org.anteroom.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private boolean full;
    private final Pulse pulse = new Pulse(question -> !full && work.offer(question));

    @Test
    void isSilentFromItsQuestionUntilTheAnswer() {
        assertThat(pulse.silentMs(0)).isZero();
        assertThat(pulse.silentMs(5_000_000)).isEqualTo(5);
        assertThat(work).as("one question at a time").hasSize(1);

        work.remove().run();

        assertThat(pulse.silentMs(9_000_000)).isZero();
        assertThat(pulse.silentMs(10_000_000)).isEqualTo(1);
    }

    @Test
    void aQuestionThatIsNotTakenCountsFromTheFirstAttemptAndIsPutAgain() {
        full = true;
        pulse.silentMs(0);
        assertThat(pulse.silentMs(3_000_000)).isEqualTo(3);

        full = false;
        assertThat(pulse.silentMs(4_000_000)).isEqualTo(4);
        work.remove().run();

        assertThat(pulse.silentMs(5_000_000)).isZero();
    }

    @Test
    void whatAnswersAtOnceIsNeverSilent() {
        Pulse prompt = new Pulse(question -> {
            question.run();
            return true;
        });

        assertThat(prompt.silentMs(0)).isZero();
        assertThat(prompt.silentMs(7_000_000)).isZero();
    }
}

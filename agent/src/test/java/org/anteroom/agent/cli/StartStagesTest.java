package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class StartStagesTest {

    @Test
    void whatSaysNothingIsNamed() {
        try (StartStages stages = new StartStages()) {
            Future<Object> stage = stages.begin("stage", () -> {
                throw new IllegalStateException();
            });

            assertThatThrownBy(() -> StartStages.made(stage))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("IllegalStateException");
        }
    }

    @Test
    void aFailureKeepsItsExitCode() {
        try (StartStages stages = new StartStages()) {
            Future<Object> stage = stages.begin("stage", () -> {
                throw Failure.temporary("Later.");
            });

            assertThatThrownBy(() -> StartStages.made(stage))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.TEMPORARY));
        }
    }

    @Test
    void aStartThatIsGivenUpDoesNotWaitForAStageThatGoesOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Object> stage;
        try (StartStages stages = new StartStages()) {
            stage = stages.begin("rendering", () -> {
                begun.countDown();
                new CountDownLatch(1).await();
                return "";
            });
            begun.await();
        }
        assertThatThrownBy(() -> StartStages.made(stage)).isInstanceOf(IOException.class);
    }
}

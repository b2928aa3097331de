package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A frozen process goes on, whatever becomes of who froze it. */
class FrozenProcessTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Process sleeper;

    @BeforeEach
    void start() throws Exception {
        sleeper = new ProcessBuilder("sleep", "120").start();
    }

    @AfterEach
    void end() throws Exception {
        sleeper.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    /** T while it is stopped by a signal (proc(5)). */
    private char state() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + sleeper.pid() + "/stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }

    private boolean becomes(boolean stopped) throws IOException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < deadline) {
            if ((state() == 'T') == stopped) {
                return true;
            }
            LockSupport.parkNanos(10_000_000);
        }
        return false;
    }

    @Test
    void goesOnWhenItIsLetGo() throws Exception {
        try (FrozenProcess frozen = FrozenProcess.freeze(sleeper.pid(), Duration.ofSeconds(60))) {
            assertThat(frozen).isNotNull();
            assertThat(becomes(true)).isTrue();
        }
        assertThat(becomes(false)).isTrue();
    }

    @Test
    void goesOnAfterTheLongestTimeByItself() throws Exception {
        try (FrozenProcess frozen = FrozenProcess.freeze(sleeper.pid(), Duration.ofSeconds(1))) {
            assertThat(frozen).isNotNull();
            assertThat(becomes(true)).isTrue();
            assertThat(becomes(false)).as("the watchdog let it go on").isTrue();
        }
    }

    @Test
    void aProcessThatMayNotBeFrozenIsSaid() {
        assertThatThrownBy(() -> FrozenProcess.freeze(Integer.MAX_VALUE, Duration.ofSeconds(1)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("may not freeze");
    }
}

package org.anteroom.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

class ThreadNamesTest {
    @Test
    void numbersTheThreadsOfAPool() {
        ThreadFactory factory = ThreadNames.numbered(ThreadNames.CALL);

        assertThat(factory.newThread(() -> {}).getName()).isEqualTo("call-1");
        assertThat(factory.newThread(() -> {}).getName()).isEqualTo("call-2");
    }

    @Test
    void neverKeepsTheProcessFromEnding() {
        assertThat(ThreadNames.named(ThreadNames.RECORDS_WRITER)
                        .newThread(() -> {})
                        .isDaemon())
                .isTrue();
    }
}

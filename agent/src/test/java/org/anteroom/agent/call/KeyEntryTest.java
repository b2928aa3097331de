package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class KeyEntryTest {
    private final KeyEntry keys = new KeyEntry();

    @Test
    void countsKeysOneByOneWhenNoNumberIsTyped() {
        assertThat(keys.press('2', 0)).contains("2");
        assertThat(keys.press('#', 0)).contains("#");
    }

    @Test
    void poundEndsAnEntry() {
        keys.mode(true);
        assertThat(keys.press('5', 0)).isEmpty();
        assertThat(keys.press('0', 0)).isEmpty();
        assertThat(keys.typing()).isTrue();
        assertThat(keys.press('#', 0)).contains("50");
        assertThat(keys.typing()).isFalse();
    }

    @Test
    void aPauseEndsAnEntry() {
        keys.mode(true);
        keys.press('5', 0);
        assertThat(keys.tick(TimeUnit.SECONDS.toNanos(2))).isEmpty();
        assertThat(keys.tick(TimeUnit.SECONDS.toNanos(3))).contains("5");
        assertThat(keys.tick(TimeUnit.SECONDS.toNanos(9))).isEqualTo(Optional.empty());
    }

    @Test
    void anEndlessEntryIsCut() {
        keys.mode(true);
        for (int i = 0; i < 1_000; i++) {
            keys.press('7', 0);
        }
        assertThat(keys.press('#', 0))
                .hasValueSatisfying(entry -> assertThat(entry).hasSizeLessThan(64));
    }
}

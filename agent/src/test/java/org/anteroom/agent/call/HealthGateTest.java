package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.call.HealthGate.Verdict;
import org.junit.jupiter.api.Test;

final class HealthGateTest {
    private final HealthGate gate = new HealthGate(true, Duration.ofSeconds(5));

    @Test
    void withdrawsOnTheFirstUnhealthyLookAndOnlyOnce() {
        assertThat(gate.look(true, seconds(0))).isEqualTo(Verdict.STAY);
        assertThat(gate.look(false, seconds(1))).isEqualTo(Verdict.WITHDRAW);
        assertThat(gate.look(false, seconds(2))).isEqualTo(Verdict.STAY);
        assertThat(gate.open()).isFalse();
    }

    @Test
    void resumesOnlyAfterAnUnbrokenHealthyStretch() {
        gate.look(false, seconds(0));
        assertThat(gate.look(true, seconds(1))).isEqualTo(Verdict.STAY);
        assertThat(gate.look(false, seconds(4))).isEqualTo(Verdict.STAY);
        assertThat(gate.look(true, seconds(5))).isEqualTo(Verdict.STAY);
        assertThat(gate.look(true, seconds(9))).isEqualTo(Verdict.STAY);
        assertThat(gate.look(true, seconds(10))).isEqualTo(Verdict.RESUME);
        assertThat(gate.open()).isTrue();
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}

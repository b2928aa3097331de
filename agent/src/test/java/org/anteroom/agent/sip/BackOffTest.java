package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void doublesUpToTheLongestAndBeginsAnewAfterSuccess() {
        BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(5), () -> 0.5);
        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(2));
        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(4));
        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(5));
        backOff.succeeded();
        assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void spreadsByAQuarterEitherWay() {
        assertThat(new BackOff(Duration.ofSeconds(4), Duration.ofSeconds(9), () -> 0.0).next())
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(new BackOff(Duration.ofSeconds(4), Duration.ofSeconds(9), () -> 1.0).next())
                .isEqualTo(Duration.ofSeconds(5));
    }
}

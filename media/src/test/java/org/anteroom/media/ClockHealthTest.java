package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockHealthTest {

    @Test
    void isHealthyWhenTicksAreOnTime() {
        assertThat(new ClockHealth(3, 40, 20).healthy()).isTrue();
    }

    @Test
    void isUnhealthyWhenManyTicksAreLate() {
        assertThat(new ClockHealth(61, 70, 20).healthy()).isFalse();
    }

    @Test
    void isUnhealthyAfterOneLongStandstill() {
        assertThat(new ClockHealth(3, 1_001, 20).healthy()).isFalse();
    }

    @Test
    void isUnhealthyWhenItNoLongerTicks() {
        assertThat(new ClockHealth(3, 40, 501).healthy()).isFalse();
    }
}

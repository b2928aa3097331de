package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FedAudioTest {
    private final FedAudio fed = new FedAudio();

    @Test
    void putsFedPositionsBackOnTheCall() {
        fed.from(5_000, 61_000);

        assertThat(fed.toCall(5_000)).isEqualTo(61_000);
        assertThat(fed.toCall(6_200)).isEqualTo(62_200);
    }

    @Test
    void accountsForAudioThatWasLostOnTheWay() {
        fed.from(0, 1_000);
        fed.from(500, 2_000);

        assertThat(fed.toCall(499)).isEqualTo(1_499);
        assertThat(fed.toCall(700)).isEqualTo(2_200);
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.call.Door.Answer;
import org.junit.jupiter.api.Test;

final class DoorTest {
    private final Door door = new Door(2, 10);

    @Test
    void letsACallInThatCanBeServedWithItsEmergency() {
        assertThat(door.knock(true, 0, 0)).isEqualTo(Answer.COME_IN);
        assertThat(door.knock(true, 1, 7)).isEqualTo(Answer.COME_IN);
    }

    @Test
    void isBusyWhenTwoOnCallPhonesCouldNotBeRungForThisCallToo() {
        assertThat(door.knock(true, 1, 8)).isEqualTo(Answer.BUSY);
        assertThat(door.knock(true, 2, 6)).isEqualTo(Answer.BUSY);
        assertThat(Answer.BUSY.status()).isEqualTo(486);
    }

    @Test
    void isOutOfServiceWhenNotFit() {
        assertThat(door.knock(false, 0, 0)).isEqualTo(Answer.OUT_OF_SERVICE);
        assertThat(Answer.OUT_OF_SERVICE.status()).isEqualTo(503);
    }
}

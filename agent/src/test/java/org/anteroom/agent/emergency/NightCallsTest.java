package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NightCallsTest {

    @Test
    void aCallRingsUnlessEveryTurnIsTakenForWhatItIs() {
        assertThat(new NightCalls(100, 1, 0).wakeUps(0, 0.5)).isCloseTo(50, within(1e-9));
        assertThat(new NightCalls(100, 2, 0).wakeUps(0, 0.5)).isCloseTo(75, within(1e-9));
        assertThat(new NightCalls(100, 3, 0).wakeUps(0, 0.5)).isCloseTo(87.5, within(1e-9));
    }

    @Test
    void lookAlikesCountByTheirPartOfTheTurns() {
        NightCalls quarter = new NightCalls(200, 1, 0.25);
        assertThat(quarter.wakeUps(0.4, 0)).isCloseTo(20, within(1e-9));
        assertThat(quarter.wakeUps(0, 0.4)).isCloseTo(60, within(1e-9));
        assertThat(quarter.wakeUps(0.4, 0.4)).isCloseTo(80, within(1e-9));
    }

    @Test
    void whatIsNeverWrongWakesNobodyAndWhatAlwaysIsWakesAtEveryCall() {
        assertThat(NightCalls.ASSUMED.wakeUps(0, 0)).isZero();
        assertThat(NightCalls.ASSUMED.wakeUps(1, 1)).isEqualTo(NightCalls.FAMILY_PRACTICE_CALLS);
        assertThat(new NightCalls(300, 0, 0.1).wakeUps(1, 1)).isZero();
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        assertThat(NightCalls.ASSUMED.wakeUps(Double.NaN, 0)).isNaN();
        assertThat(NightCalls.ASSUMED.wakeUps(0, Double.NaN)).isNaN();
    }

    @Test
    void figuresThatNoPracticeHasAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NightCalls(-1, 6, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NightCalls(300, -1, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NightCalls(300, 6, -0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NightCalls(300, 6, 10))
                .withMessage(
                        "Calls and turns must be 0 or more and the part of look-alikes 0 to 1, not 300.0, 6.0 and 10.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new NightCalls(Double.NaN, 6, 0.1));
    }
}

package org.anteroom.agent.emergency;

import static org.anteroom.agent.emergency.Phones.group;
import static org.anteroom.agent.emergency.Phones.person;
import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.emergency.LadderAct.GiveBack;
import org.anteroom.agent.emergency.LadderAct.MarkFalseAlarm;
import org.anteroom.agent.emergency.LadderAct.Ring;
import org.anteroom.agent.emergency.LadderAct.SayToLeg;
import org.anteroom.agent.emergency.LadderState.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys in the bridge that a practice has chosen itself, where its PBX takes the preset ones. */
class OwnBridgeKeysTest {
    private static final int DOCTOR = 1;
    private static final SayToLeg AGAIN = new SayToLeg(DOCTOR, EmergencySentence.DISCLOSURE);
    private static final Pace PACE = new Pace(
            Pace.DEFAULT.accept(),
            Pace.DEFAULT.retry(),
            Pace.DEFAULT.reassure(),
            '1',
            new BridgeKeys("9", "#6", "#", "#8", "65"));

    private final Phones phones =
            new Phones(PACE, group("on call", 20, person("301")), group("next", 20, person("302")));

    @BeforeEach
    void theDoctorHasTheCall() {
        phones.start();
        phones.bridged(DOCTOR);
    }

    @Test
    void aSingleKeyCountsAtOnce() {
        assertThat(phones.key(DOCTOR, '9')).contains(new Ring(2, person("302")));
        assertThat(phones.phase()).isEqualTo(Phase.PASSING);
    }

    @Test
    void aKeyWithWhichALongerCommandBeginsCountsWhenNoFurtherOneCame() {
        assertThat(phones.key(DOCTOR, '#')).isEmpty();
        assertThat(phones.after(1.8)).isEmpty();
        assertThat(phones.after(0.4)).contains(new MarkFalseAlarm(DOCTOR));
    }

    @Test
    void theLongerCommandCountsInItsPlace() {
        assertThat(phones.key(DOCTOR, '#')).isEmpty();
        assertThat(phones.key(DOCTOR, '6')).contains(new GiveBack());
        assertThat(phones.all()).noneMatch(MarkFalseAlarm.class::isInstance);
    }

    @Test
    void aKeyThatFitsNothingBeginsAnew() {
        assertThat(phones.key(DOCTOR, '6')).isEmpty();
        assertThat(phones.key(DOCTOR, '6')).isEmpty();
        assertThat(phones.key(DOCTOR, '5')).containsExactly(AGAIN);
        assertThat(phones.key(DOCTOR, '5')).isEmpty();
    }

    @Test
    void thePresetKeysMeanNothingThen() {
        for (char key : "*2*3*7".toCharArray()) {
            assertThat(phones.key(DOCTOR, key)).isEmpty();
        }
        assertThat(phones.after(10)).isEmpty();
        assertThat(phones.phase()).isEqualTo(Phase.BRIDGED);
    }

    @Test
    void halfACommandLongAgoIsForgotten() {
        phones.key(DOCTOR, '6');
        phones.after(2.2);
        assertThat(phones.key(DOCTOR, '5')).isEmpty();
    }
}

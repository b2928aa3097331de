package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.sip.EndCause;
import org.anteroom.agent.sip.LegEvent;
import org.junit.jupiter.api.Test;

/** A phone that has the caller and sends no sound: a live one is never cut off, a dead one never keeps the caller alone. */
final class SilentPhoneTest extends SteppedCall {
    private static final String DOCTOR_AND_NURSE = Clinic.ONE_DOCTOR
            + "[[oncall.group]]\nname = \"nurses\"\n[[oncall.group.target]]\nname = \"nurse\"\nnumber = \"202\"\n";

    private FarLeg bridged() throws Exception {
        now = NIGHT;
        duty = Unplugged.duty(folder, DOCTOR_AND_NURSE);
        call.key('*', after(600));
        FarLeg doctor = rung();
        call.far(answered(doctor, after(800)));
        call.far(new Mail.FarKey(doctor, '1', after(900)));
        call.far(new Mail.FarKey(doctor, '5', after(1_000)));
        call.tick(after(1_050));
        return doctor;
    }

    private List<String> steps(String what) {
        return events(CallEvent.Outbound.class).stream()
                .filter(leg -> leg.what().equals(what))
                .map(CallEvent.Outbound::target)
                .toList();
    }

    @Test
    void itIsAskedAfterTwentySecondsAndAgainAndTheBridgeStays() throws Exception {
        FarLeg doctor = bridged();
        call.tick(after(21_000));
        assertThat(steps("no sound")).isEmpty();
        call.tick(after(21_100));
        call.tick(after(21_150));
        assertThat(steps("no sound")).containsExactly("doctor");
        call.tick(after(41_150));
        assertThat(steps("no sound")).containsExactly("doctor", "doctor");
        assertThat(doctor.bridged()).isTrue();
        assertThat(invited()).containsExactly("doctor");
        assertThat(alarms).isEmpty();
    }

    @Test
    void oneThatDoesNotAnswerKeepsTheCallerWhileTheOthersAreRung() throws Exception {
        FarLeg doctor = bridged();
        call.tick(after(21_100));
        call.far(new Mail.FarUnanswered(doctor, after(24_100)));
        assertThat(invited()).containsExactly("doctor", "nurse");
        assertThat(doctor.bridged()).isTrue();
        assertThat(alarms).hasSize(1);

        rung();
        call.tick(after(24_200));
        assertThat(steps("parted")).isEmpty();
    }

    @Test
    void oneThatIsThereAfterAllKeepsTheCallerAndIsWatchedOn() throws Exception {
        FarLeg doctor = bridged();
        call.tick(after(21_100));
        call.far(new Mail.FarUnanswered(doctor, after(24_100)));
        FarLeg nurse = rung();
        call.tick(after(41_100));
        assertThat(steps("no sound")).as("while the others ring").containsExactly("doctor", "doctor");
        call.far(answered(nurse, after(42_000)));
        call.far(new Mail.FarKey(doctor, '5', after(42_100)));
        call.far(new Mail.FarKey(nurse, '1', after(42_200)));
        call.tick(after(42_250));
        assertThat(steps("told already-taken")).containsExactly("nurse");
        assertThat(steps("parted")).isEmpty();
        assertThat(doctor.bridged()).isTrue();
    }

    @Test
    void oneThatHoldsIsNotAskedBeforeItIsBack() throws Exception {
        FarLeg doctor = bridged();
        call.far(new Mail.FarLegEvent(doctor, new LegEvent.Reoffered(stream(false)), after(2_000)));
        call.tick(after(30_000));
        call.far(new Mail.FarLegEvent(doctor, new LegEvent.Reoffered(stream(true)), after(31_000)));
        call.tick(after(31_050));
        call.tick(after(51_000));
        assertThat(steps("no sound")).isEmpty();
        call.tick(after(51_100));
        assertThat(steps("no sound")).containsExactly("doctor");
    }

    @Test
    void nobodyIsAskedWhileTheCallersSideHolds() throws Exception {
        bridged();
        call.leg(new LegEvent.Reoffered(stream(false)), after(2_000));
        call.tick(after(30_000));
        call.tick(after(60_000));
        assertThat(steps("no sound")).isEmpty();
    }

    @Test
    void anOldWordOfAPhoneThatHasTheCallerNoMoreRingsNobody() throws Exception {
        FarLeg doctor = bridged();
        call.tick(after(21_100));
        call.far(new Mail.FarLegEvent(doctor, new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(22_000)));
        call.tick(after(22_050));
        call.far(new Mail.FarUnanswered(doctor, after(24_000)));
        assertThat(invited()).containsExactly("doctor");
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.sip.EndCause;
import org.anteroom.agent.sip.LegEvent;
import org.junit.jupiter.api.Test;

/** A doctor and a service talk with the caller, and phones hold: whoever doesn't hold talks on. */
final class ThirdPartyHoldTest extends SteppedCall {
    private static final String DOCTOR_AND_SERVICE = Clinic.ONE_DOCTOR
            + """

            [[oncall.group]]
            name = "services"
            [[oncall.group.target]]
            name = "county"
            number = "911"
            kind = "service"
            state-law-checked = 2026-01-15
            """;

    private FarLeg doctor;
    private FarLeg service;

    private void threeTalk() throws Exception {
        now = NIGHT;
        duty = Unplugged.duty(folder, DOCTOR_AND_SERVICE);
        call.key('*', after(600));
        doctor = rung();
        call.far(answered(doctor, after(800)));
        for (char key : "15*9".toCharArray()) {
            call.far(new Mail.FarKey(doctor, key, after(900)));
        }
        service = rung();
        assertThat(service.target()).isEqualTo("county");
        call.far(answered(service, after(1_500)));
    }

    private void turns(FarLeg phone, boolean flows, long ms) {
        call.far(new Mail.FarLegEvent(phone, new LegEvent.Reoffered(stream(flows)), after(ms)));
    }

    private void talk(boolean doctorDoes, boolean serviceDoes) {
        assertThat(doctor.bridged()).as("the doctor").isEqualTo(doctorDoes);
        assertThat(service.bridged()).as("the service").isEqualTo(serviceDoes);
    }

    @Test
    void whoeverHoldsIsPartedFromTheOthersWhoTalkOn() throws Exception {
        threeTalk();
        talk(true, true);
        turns(doctor, false, 2_000);
        talk(false, true);
        turns(doctor, true, 3_000);
        talk(true, true);
        turns(service, false, 4_000);
        talk(true, false);
        turns(doctor, false, 5_000);
        talk(false, false);
        turns(service, true, 6_000);
        talk(false, true);
        call.far(new Mail.FarLegEvent(doctor, new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(7_000)));
        assertThat(service.bridged()).as("left alone with the caller").isTrue();
        assertThat(call.ended()).isEmpty();
    }
}

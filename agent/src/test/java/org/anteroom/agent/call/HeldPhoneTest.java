package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.speech.Render;
import org.junit.jupiter.api.Test;

/** An on-call phone that puts the call on hold: when the caller is with it, and what the caller hears meanwhile. */
final class HeldPhoneTest extends SteppedCall {
    /** The doctor has pressed 1 and hears what it is about. */
    private FarLeg taken() throws Exception {
        now = NIGHT;
        call.key('*', after(600));
        FarLeg doctor = rung();
        call.far(answered(doctor, after(800)));
        call.far(new Mail.FarKey(doctor, '1', after(900)));
        return doctor;
    }

    private void turns(FarLeg phone, boolean flows, long ms) {
        call.far(new Mail.FarLegEvent(phone, new LegEvent.Reoffered(stream(flows)), after(ms)));
    }

    @Test
    void aPhoneThatHoldsBeforeItHasTheCallerGetsThemWhenItIsBack() throws Exception {
        FarLeg doctor = taken();
        turns(doctor, false, 950);
        call.far(new Mail.FarKey(doctor, '5', after(1_000)));
        assertThat(doctor.bridged()).as("while on hold").isFalse();
        turns(doctor, true, 3_000);
        assertThat(doctor.bridged()).as("when it is back").isTrue();
    }

    @Test
    void aCallerOnHoldIsToldAtOnceAndEveryTenSeconds() throws Exception {
        FarLeg doctor = taken();
        call.far(new Mail.FarKey(doctor, '5', after(1_000)));
        try (MarkedPhone caller = new MarkedPhone()) {
            String held = Senses.shared().catalogue.text(TemplateId.ON_HOLD, Map.of());
            prompts.keep(new Render(held, Arrays.copyOf(MarkedPhone.mark(), 160)));
            call.leg(new LegEvent.Reoffered(stream(true, caller.port())), after(1_100));

            turns(doctor, false, 2_000);
            assertThat(caller.hearsTheMark()).as("at once").isTrue();
            call.tick(after(11_900));
            call.tick(after(12_000));
            assertThat(caller.hearsTheMark()).as("ten seconds later").isTrue();
        }
    }
}

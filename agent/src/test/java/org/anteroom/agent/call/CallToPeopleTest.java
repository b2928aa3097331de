package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Destination;
import org.anteroom.agent.sip.AgreedStream;
import org.anteroom.agent.sip.EndCause;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Render;
import org.junit.jupiter.api.Test;

/** Whom a call rings, and what they do with it. */
final class CallToPeopleTest extends SteppedCall {
    /** Reed until nine in the evening of that day, Yu from then on. */
    private static final String ROTA =
            """
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "whoever is on call"
            rota = "doctors"
            [[oncall.person]]
            name = "Reed"
            numbers = ["201"]
            [[oncall.person]]
            name = "Yu"
            numbers = ["202"]
            [[oncall.rota]]
            name = "doctors"
            [[oncall.rota.shift]]
            who = "Reed"
            from = "2026-11-20 08:00"
            to = "2026-11-23 21:00"
            [[oncall.rota.shift]]
            who = "Yu"
            from = "2026-11-23 21:00"
            to = "2026-11-27 08:00"
            """;

    private static final String HEART =
            """
            [[oncall.group]]
            name = "heart"
            categories = ["chest-pain"]
            [[oncall.group.target]]
            name = "heart"
            number = "203"
            """;

    @Test
    void aCallerWhomNoRecogniserHearsAnyMoreIsPutThroughToTheNearestPersonAtOnce() {
        call.heard(new Heard.Lost(0, 2_000), began);

        assertThat(events(CallEvent.Decided.class)).singleElement().satisfies(decided -> {
            assertThat(decided.grade()).isEqualTo("CONCERN");
            assertThat(decided.rule()).isEqualTo("ear.lost");
        });
        assertThat(invited()).containsExactly("front desk");

        call.key('*', after(1_000));
        assertThat(rules()).as("the keys still work").containsExactly("ear.lost", "emergency-key");
        assertThat(invited()).containsExactly("front desk", "doctor");
    }

    @Test
    void aLesserConcernNeverStopsPhonesThatRingForAnAlarm() {
        call.key('*', began);
        call.heard(new Heard.Lost(0, 2_000), after(500));
        call.tick(after(600));

        assertThat(invited()).containsExactly("doctor");
    }

    @Test
    void anEmergencyRingsWhoeverTheRotaHasOnCallWhenItBegins() throws Exception {
        duty = Unplugged.duty(folder, ROTA);
        now = Instant.parse("2026-11-23T21:00:00Z");

        call.key('*', after(1_000));

        assertThat(invited()).containsExactly("Yu");
    }

    @Test
    void anEmergencyRingsTheGroupForItsKindFirst() throws Exception {
        duty = Unplugged.duty(folder, HEART + ROTA);
        now = NIGHT;
        call.heard(partial("i have chest pain"), after(1_300));

        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_310));

        assertThat(invited()).containsExactly("heart");
    }

    @Test
    void phonesThatRingGoOnWhenAnOverrideComesAndTheNextEmergencyRingsByIt() throws Exception {
        now = NIGHT;
        call.key('*', after(1_000));
        duty = Unplugged.duty(folder, ROTA);
        call.tick(after(2_000));
        assertThat(invited()).containsExactly("doctor");
        call.close();

        call = call();
        call.leg(new LegEvent.Answered(stream(true)), began);
        call.key('*', after(3_000));
        assertThat(invited()).containsExactly("doctor", "Yu");
    }

    @Test
    void aGraverMatterBetweenTwoRoundsRingsAtOnceInsteadOfWithTheNext() throws Exception {
        now = NIGHT;
        call.heard(new Heard.Lost(0, 600), after(600));
        FarLeg first = rung();
        call.tick(after(10_700));
        assertThat(events(CallEvent.Outbound.class))
                .extracting(CallEvent.Outbound::what)
                .as("the first round is over")
                .containsExactly("invite", "cancelled");

        call.key('*', after(10_800));

        assertThat(invited()).containsExactly("doctor", "doctor");
        assertThat(first.answered())
                .as("the phone of the first round is cancelled")
                .isFalse();
        FarLeg second = rung();
        call.far(answered(second, after(11_000)));
        call.far(new Mail.FarKey(second, '1', after(12_000)));
        assertThat(events(CallEvent.Outbound.class))
                .extracting(CallEvent.Outbound::what)
                .endsWith("told disclosure");
    }

    @Test
    void whoTakesTheNextRoundHearsTheGraverMatterThatTheCallerSaidBetweenTheTwo() throws Exception {
        now = NIGHT;
        try (MarkedPhone phone = new MarkedPhone()) {
            prompts.keep(new Render(disclosure("chest pain"), MarkedPhone.mark()));
            call.heard(new Heard.Lost(0, 600), after(600));
            rung();
            call.tick(after(10_700));

            call.heard(partial("i have chest pain"), after(10_800));
            call.tick(after(11_500));

            assertThat(events(CallEvent.Decided.class))
                    .extracting(CallEvent.Decided::category)
                    .endsWith("chest-pain");
            assertThat(invited()).containsExactly("doctor", "doctor");
            FarLeg second = rung();
            AgreedStream toThePhone = stream(true, phone.port());
            call.far(new Mail.FarLegEvent(second, new LegEvent.Answered(toThePhone), after(11_600)));
            call.far(new Mail.FarKey(second, '1', after(12_000)));
            assertThat(phone.hearsTheMark()).isTrue();
        }
    }

    @Test
    void whoMerelyAsksForSomebodyIsNeverPutThroughToAServiceButAnEmergencyIs() throws Exception {
        now = NIGHT;
        duty = Unplugged.duty(
                folder,
                Clinic.ONE_DOCTOR
                        + """

                        [[oncall.group.target]]
                        name = "county"
                        number = "911"
                        kind = "service"
                        state-law-checked = 2026-01-15
                        """);
        acts = List.of(new Act.Transfer(Destination.ON_CALL, Act.Reason.CLINICIAN_ASKED));
        call.key('5', after(600));
        call.stepped(step());
        assertThat(invited()).containsExactly("doctor");

        call.key('*', after(900));
        assertThat(invited()).containsExactly("doctor", "county");
    }

    /** The doctor has the call and talks to the caller. */
    private FarLeg bridged() throws Exception {
        now = NIGHT;
        call.key('*', after(600));
        FarLeg doctor = rung();
        call.far(answered(doctor, after(800)));
        call.far(new Mail.FarKey(doctor, '1', after(900)));
        call.far(new Mail.FarKey(doctor, '5', after(1_000)));
        return doctor;
    }

    private void keys(FarLeg phone, String keys, long ms) {
        for (char key : keys.toCharArray()) {
            call.far(new Mail.FarKey(phone, key, after(ms)));
        }
    }

    @Test
    void aCallerWhoIsGivenBackIsTheConversationsAgainAndTheSameWordsRingAgain() throws Exception {
        keys(bridged(), "*3", 2_000);
        assertThat(legs("parted")).containsExactly("doctor");
        assertThat(call.ended()).isEmpty();
        call.key('*', after(3_000));
        assertThat(invited()).containsExactly("doctor", "doctor");
    }

    @Test
    void aCallerWhoIsGivenBackLateIsNotHungUpOn() throws Exception {
        FarLeg doctor = bridged();
        // On hold, or the missing sound would end the call of itself.
        call.leg(new LegEvent.Reoffered(stream(false)), after(1_500));
        keys(doctor, "*3", 31 * 60_000);
        call.tick(after(31 * 60_000 + 50));
        assertThat(events(CallEvent.Said.class))
                .extracting(CallEvent.Said::template)
                .doesNotContain("goodbye");
    }

    @Test
    void aCallerWhoIsGivenBackToABrokenConversationGoesToTheNearestPerson() throws Exception {
        FarLeg doctor = bridged();
        call.conversationFailed("IllegalStateException", after(1_500));
        keys(doctor, "*3", 2_000);
        assertThat(invited()).containsExactly("doctor", "doctor");
    }

    @Test
    void aCallerWhomNobodyHearsIsNotGivenBackToADeafConversation() throws Exception {
        FarLeg doctor = bridged();
        call.heard(new Heard.Lost(0, 1_500), after(1_500));
        keys(doctor, "*3", 2_000);
        call.tick(after(2_050));
        assertThat(rules()).endsWith("ear.lost");
        assertThat(invited()).containsExactly("doctor", "doctor");
    }

    @Test
    void aFalseAlarmIsNotedOnceAndChangesNothing() throws Exception {
        FarLeg doctor = bridged();
        keys(doctor, "*7*7", 2_000);
        assertThat(legs("false alarm")).containsExactly("doctor");
        assertThat(legs("parted")).isEmpty();
    }

    private List<String> legs(String what) {
        return events(CallEvent.Outbound.class).stream()
                .filter(leg -> leg.what().equals(what))
                .map(CallEvent.Outbound::target)
                .toList();
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.BridgeKeysConfig;
import org.anteroom.agent.config.FailedSentence;
import org.anteroom.agent.config.OnDuty;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallGroup;
import org.anteroom.agent.config.OncallTarget;
import org.anteroom.agent.config.TargetKind;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.Pace;
import org.anteroom.agent.emergency.Plan;
import org.anteroom.agent.sip.Invitation;
import org.junit.jupiter.api.Test;

class DrillTicketsTest {
    private static final long NOW = Long.MAX_VALUE - 5;

    private final DrillTickets tickets = new DrillTickets();

    private static DrillOrder order() {
        return new DrillOrder("299", List.of(new DrillOrder.Phone("automatic phone", "298")), CallObserver.NONE);
    }

    private static Invitation from(String caller, String token) {
        return new Invitation(
                Optional.ofNullable(caller), Optional.empty(), "5550100", List.of(), Optional.ofNullable(token));
    }

    @Test
    void onlyTheDrillsAccountWithTheTokenIsADrill() {
        String token = tickets.draw(order(), NOW);
        assertThat(tickets.take(from("299", null), NOW)).isEmpty();
        assertThat(tickets.take(from("299", ""), NOW)).isEmpty();
        assertThat(tickets.take(from("299", token.substring(1)), NOW)).isEmpty();
        assertThat(tickets.take(from("2125550111", token), NOW))
                .as("a stranger who has learnt the token is a real caller")
                .isEmpty();
        assertThat(tickets.take(from(null, token), NOW)).isEmpty();
        assertThat(tickets.take(from("299", token), NOW)).isPresent();
    }

    @Test
    void aTokenIsGoodForOneCall() {
        String token = tickets.draw(order(), NOW);
        assertThat(tickets.take(from("299", token), NOW)).isPresent();
        assertThat(tickets.take(from("299", token), NOW)).isEmpty();
    }

    @Test
    void aTokenEndsByTimeByANewOneAndByBeingTakenBack() {
        String late = tickets.draw(order(), NOW);
        assertThat(tickets.take(from("299", late), NOW + DrillTickets.VALID.toNanos()))
                .isEmpty();
        String old = tickets.draw(order(), NOW);
        String fresh = tickets.draw(order(), NOW);
        assertThat(fresh).isNotEqualTo(old).hasSize(32);
        assertThat(tickets.take(from("299", old), NOW)).isEmpty();
        tickets.revoke(old);
        assertThat(tickets.take(from("299", fresh), NOW))
                .as("an old one takes nothing back")
                .isPresent();
        String last = tickets.draw(order(), NOW);
        tickets.revoke(last);
        assertThat(tickets.take(from("299", last), NOW)).isEmpty();
    }

    @Test
    void nothingIsADrillWhileNoneIsExpected() {
        assertThat(tickets.take(from("299", "0".repeat(32)), NOW)).isEmpty();
    }

    @Test
    void theTextOfAnOrderHoldsNoNumber() {
        assertThat(order().toString()).doesNotContain("29");
        assertThat(new DrillOrder.Phone("phone", "5550123").toString()).doesNotContain("555");
    }

    @Test
    void anOrderWithoutAPhoneIsRefused() {
        assertThatThrownBy(() -> new DrillOrder("299", List.of(), CallObserver.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePlanOfADrillHoldsItsPhonesAsPersonsAndNothingElse() {
        OncallTarget county = new OncallTarget(
                "county",
                Optional.of("911"),
                Optional.empty(),
                TargetKind.SERVICE,
                OnDuty.ALWAYS,
                Optional.of(LocalDate.of(2026, 1, 15)));
        OncallConfig practice = new OncallConfig(
                "5",
                12,
                "*",
                10,
                FailedSentence.CALL_911,
                new BridgeKeysConfig("*2", "*3", "*7", "*9", "*", List.of()),
                List.of(TargetKind.SERVICE),
                List.of(new OncallGroup("doctors", 30, List.of(), List.of(county))),
                List.of(),
                List.of());

        OncallConfig plan = order().plan(practice);

        assertThat(plan.acceptKey()).isEqualTo("5");
        assertThat(plan.groups()).hasSize(1);
        assertThat(plan.groups().get(0).targets())
                .hasSize(1)
                .allMatch(target -> target.kind() == TargetKind.PERSON)
                .allMatch(target -> target.number().equals(Optional.of("298")));
        assertThat(plan.people()).isEmpty();
        assertThat(plan.rotas()).isEmpty();
        OnCall onCall = OnCall.of(plan, List.of(), ZoneOffset.UTC);
        assertThat(new Plan(onCall.at(Instant.EPOCH, true, "chest-pain"), Pace.DEFAULT).services())
                .as("what who took it may add")
                .isEmpty();
    }
}

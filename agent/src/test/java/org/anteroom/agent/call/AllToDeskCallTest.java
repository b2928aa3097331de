package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.DeskFirst;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.sip.CallReason;
import org.anteroom.agent.sip.Diversion;
import org.anteroom.agent.sip.EndCause;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.LegEvent;
import org.junit.jupiter.api.Test;

/** A call while staff have all calls put to the desk first, step by step. */
final class AllToDeskCallTest extends SteppedCall {
    private static final DeskFirst ALL_DAY =
            new DeskFirst(LocalDateTime.parse("2026-11-23T00:00"), LocalDateTime.parse("2026-11-24T00:00"));

    private CallParts parts;

    AllToDeskCallTest() {
        reason = Optional.of(CallReason.DIRECT);
    }

    @Override
    void answered() {
        // Nothing is said to the conversation yet.
    }

    @Override
    CallParts chosen(CallParts usual) {
        CallSettings settings = usual.settings().deskFirst(() -> Optional.of(ALL_DAY));
        parts = usual.choosing(
                new CallChoices(settings, usual.prompts(), usual.detector(), usual.conversation(), usual.catalogue()));
        return parts;
    }

    @Test
    void theDeskRingsAndTheConversationWaitsUntilNobodyTakesIt() throws Exception {
        assertThat(invited()).containsExactly("desk");
        assertThat(call.state()).isEqualTo(CallState.TO_DESK);
        assertThat(mails).isEmpty();

        call.far(new Mail.FarLegEvent(rung(), new LegEvent.Refused(486), after(2_000)));

        assertThat(call.state()).isEqualTo(CallState.TALKING);
        assertThat(step().input()).isInstanceOf(Input.Began.class);
    }

    @Test
    void anEmergencyThatIsSaidWhileItRingsGoesToTheDoctorAtOnce() throws Exception {
        call.heard(partial("i have chest pain"), after(1_300));
        call.tick(after(2_500));

        assertThat(invited()).containsExactly("desk", "doctor");
        assertThat(call.state()).isEqualTo(CallState.EMERGENCY);
        assertThat(mails).as("a conversation that has not begun says nothing").allMatch(AllToDeskCallTest::silent);
    }

    @Test
    void whoHangsUpMeanwhileLeavesNothingBehind() {
        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_000));

        assertThat(call.state()).isEqualTo(CallState.GONE);
        assertThat(mails).as("a conversation that has not begun says nothing").allMatch(AllToDeskCallTest::silent);
    }

    @Test
    void aCallThatTheDeskPassedOnOrMadeIsAnsweredAtOnceAndSoIsOneTooMany() {
        DeskGuard few = new DeskGuard(() -> 1, () -> 4);
        String desk = parts.settings().desk().number().orElseThrow();
        Instant when = parts.clock().instant();

        CallParts first = few.choose(parts, from("2125550111"));
        assertThat(first.settings().deskFirst(CallReason.DIRECT, when)).contains(desk);
        assertThat(few.choose(parts, from(desk)).settings().deskFirst(CallReason.DIRECT, when))
                .isEmpty();
        assertThat(few.choose(parts, from("2125550111", new Diversion(desk, "no-answer")))
                        .settings()
                        .deskFirst(CallReason.DIRECT, when))
                .isEmpty();
        assertThat(few.choose(parts, from("2125550111", new Diversion("5550100", "unconditional")))
                        .settings()
                        .deskFirst(CallReason.DIRECT, when))
                .contains(desk);
        DeskGuard many = new DeskGuard(() -> 2, () -> 4);
        assertThat(many.choose(parts, from("2125550111")).settings().deskFirst(CallReason.DIRECT, when))
                .isEmpty();
        assertThat(parts.forPin().settings().deskFirst(CallReason.DIRECT, when)).isEmpty();
        assertThat(parts.settings().deskFirst(CallReason.DIRECT, Instant.parse("2026-11-23T23:00:00Z")))
                .as("out of hours")
                .isEmpty();
    }

    private static Invitation from(String caller, Diversion... diversions) {
        return new Invitation(Optional.of(caller), Optional.empty(), "5550100", List.of(diversions));
    }

    private static boolean silent(Mail mail) {
        return mail instanceof Mail.Stepped stepped && stepped.step().acts().isEmpty();
    }
}

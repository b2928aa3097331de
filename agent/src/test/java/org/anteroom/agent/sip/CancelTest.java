package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.anteroom.agent.BesideOthers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A call we stop ringing, whose answer may cross the CANCEL. */
class CancelTest {
    private final Heard heard = new Heard();
    private ScriptedPbx pbx;
    private LineUnderTest test;

    @BeforeEach
    void register() throws Exception {
        pbx = new ScriptedPbx(Transport.UDP);
        test = LineUnderTest.registered(pbx);
    }

    /** 64 of these are waited for: 1.28 s. */
    private void registerWithAShortRoundTripTime() throws Exception {
        test.close();
        LineTimers quick = LineUnderTest.QUICK;
        LineTimers timers = new LineTimers(
                quick.expires(),
                quick.answerWithin(),
                quick.firstRetry(),
                quick.longestRetry(),
                quick.refusedRetry(),
                quick.session(),
                quick.minSession(),
                quick.probe(),
                Duration.ofMillis(20),
                quick.closing());
        test = LineUnderTest.registered(pbx, timers);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(heard.nothingMore()).isTrue();
        assertThat(test.line.tables().legs()).isZero();
        assertThat(test.line.tables().dialogs()).isZero();
        test.close();
        pbx.close();
    }

    @BesideOthers
    void anAnswerThatCrossesIsToldAndTheCallStands() throws Exception {
        CancellableLeg leg = call();
        SipText invite = ringing();
        leg.cancel();
        SipText cancel = pbx.awaitRequest("CANCEL");
        pbx.send(invite.response(200, "OK", "t1", contact(), ScriptedPbx.SDP));
        pbx.send(cancel.response(481, "Call/Transaction Does Not Exist", "t1", List.of(), ""));
        assertThat(pbx.awaitRequest("ACK").tag("To")).isEqualTo("t1");
        assertThat(heard.next(LegEvent.Answered.class).stream().send()).isTrue();
        assertThat(pbx.quiet(message -> message.method().equals("BYE"), 1_500)).isTrue();
        hangUp(leg);
    }

    @BesideOthers
    void withoutAnAnswerItEndsWithThe487() throws Exception {
        CancellableLeg leg = call();
        SipText invite = ringing();
        leg.cancel();
        leg.cancel();
        SipText cancel = pbx.awaitRequest("CANCEL");
        assertThat(heard.nothingMore()).isTrue();
        pbx.send(cancel.response(200, "OK", "t1", List.of(), ""));
        pbx.send(invite.response(487, "Request Terminated", "t1", List.of(), ""));
        assertThat(heard.next(LegEvent.Refused.class).status()).isEqualTo(487);
        assertThat(pbx.quiet(message -> message.method().equals("CANCEL"), 100)).isTrue();
    }

    @BesideOthers
    void aPbxThatForgetsTheInviteIsWaitedForNoLongerThan64RoundTripTimes() throws Exception {
        registerWithAShortRoundTripTime();
        CancellableLeg leg = call();
        SipText invite = ringing();
        leg.cancel();
        pbx.send(pbx.awaitRequest("CANCEL").response(200, "OK", "t1", List.of(), ""));
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LOCAL_HANG_UP);
        pbx.send(invite.response(200, "OK", "t1", contact(), ScriptedPbx.SDP));
        pbx.awaitRequest("ACK");
        pbx.send(pbx.awaitRequest("BYE").response(200, "OK", "", List.of(), ""));
    }

    @BesideOthers
    void beforeAnyResponseItWaitsForTheFirst() throws Exception {
        CancellableLeg leg = call();
        SipText invite = pbx.awaitRequest("INVITE");
        leg.cancel();
        assertThat(pbx.quiet(message -> message.method().equals("CANCEL"), 200)).isTrue();
        pbx.send(invite.response(100, "Trying", "", List.of(), ""));
        SipText cancel = pbx.awaitRequest("CANCEL");
        pbx.send(cancel.response(200, "OK", "t1", List.of(), ""));
        pbx.send(invite.response(487, "Request Terminated", "t1", List.of(), ""));
        assertThat(heard.next(LegEvent.Refused.class).status()).isEqualTo(487);
    }

    @BesideOthers
    void aPbxThatNeverRespondsEndsIt() throws Exception {
        CancellableLeg leg = call();
        pbx.awaitRequest("INVITE");
        leg.cancel();
        assertThat(heard.next()).isInstanceOf(LegEvent.Ended.class);
    }

    @BesideOthers
    void aChallengeThatCrossesDoesNotRingThePhoneAgain() throws Exception {
        CancellableLeg leg = call();
        SipText invite = pbx.awaitRequest("INVITE");
        leg.cancel();
        String challenge = "WWW-Authenticate: Digest realm=\"pbx\", nonce=\"n\"";
        pbx.send(invite.response(401, "Unauthorized", "t1", List.of(challenge), ""));
        assertThat(heard.next(LegEvent.Refused.class).status()).isEqualTo(401);
        pbx.awaitRequest("ACK");
        assertThat(pbx.quiet(message -> message.method().equals("INVITE"), 300)).isTrue();
    }

    @BesideOthers
    void whoHangsUpAfterAllDoesNotWantTheCrossingAnswer() throws Exception {
        CancellableLeg leg = call();
        SipText invite = ringing();
        leg.cancel();
        pbx.awaitRequest("CANCEL");
        leg.hangUp();
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LOCAL_HANG_UP);
        pbx.send(invite.response(200, "OK", "t1", contact(), ScriptedPbx.SDP));
        pbx.awaitRequest("ACK");
        pbx.send(pbx.awaitRequest("BYE").response(200, "OK", "", List.of(), ""));
    }

    @BesideOthers
    void aCallThatStandsIsLeftAlone() throws Exception {
        CancellableLeg leg = call();
        SipText invite = ringing();
        pbx.send(invite.response(200, "OK", "t1", contact(), ScriptedPbx.SDP));
        heard.next(LegEvent.Answered.class);
        leg.cancel();
        assertThat(pbx.quiet(message -> List.of("CANCEL", "BYE").contains(message.method()), 300))
                .isTrue();
        hangUp(leg);
    }

    private CancellableLeg call() {
        return test.line.invite(new OutgoingCall("300", LineUnderTest.ENDPOINT, Duration.ofSeconds(20)), heard);
    }

    private SipText ringing() throws Exception {
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(180, "Ringing", "t1", contact(), ""));
        heard.next(LegEvent.Progress.class);
        return invite;
    }

    private void hangUp(Leg leg) throws Exception {
        leg.hangUp();
        pbx.send(pbx.awaitRequest("BYE").response(200, "OK", "", List.of(), ""));
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LOCAL_HANG_UP);
    }

    private List<String> contact() {
        return List.of("Contact: <sip:300@" + pbx.hostPort() + ">");
    }
}

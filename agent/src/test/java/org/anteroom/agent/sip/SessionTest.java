package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.anteroom.agent.BesideOthers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What happens within a call the PBX sent, after it was answered. */
class SessionTest {
    private ScriptedPbx pbx;
    private LineUnderTest test;
    private ScriptedPbx.Caller caller;
    private IncomingLeg leg;

    @BeforeEach
    void register() throws Exception {
        pbx = new ScriptedPbx(Transport.UDP);
        LineTimers quick = LineUnderTest.QUICK;
        LineTimers timers = new LineTimers(
                quick.expires(),
                quick.answerWithin(),
                quick.firstRetry(),
                quick.longestRetry(),
                quick.refusedRetry(),
                quick.session(),
                quick.minSession(),
                Duration.ofSeconds(30),
                Duration.ofMillis(100),
                quick.closing());
        test = LineUnderTest.registered(pbx, timers);
        caller = pbx.caller();
    }

    @AfterEach
    void everythingEnds() throws Exception {
        test.close();
        pbx.close();
    }

    @BesideOthers
    void the200IsRepeatedUntilItsAckComesAndTheAckMayComeTwice() throws Exception {
        SipText ok = answered(List.of(), ScriptedPbx.SDP);
        SipText again = pbx.awaitStatus(200);
        assertThat(again.body()).isEqualTo(ok.body());
        pbx.send(caller.ack(""));
        pbx.send(caller.ack(""));
        drain();
        assertThat(pbx.quiet(message -> message.status() == 200, 1_000)).isTrue();
        hangUpFromThere();
    }

    @BesideOthers
    void withoutAnAckTheCallIsEndedAfter64RoundTripTimes() throws Exception {
        answered(List.of(), ScriptedPbx.SDP);
        assertThat(ended()).isEqualTo(EndCause.PEER_GONE);
        pbx.send(pbx.awaitRequest("BYE").response(200, "OK", "", List.of(), ""));
        assertGone();
    }

    @BesideOthers
    void ourByeWaitsForTheAck() throws Exception {
        answered(List.of(), ScriptedPbx.SDP);
        leg.hangUp();
        assertThat(ended()).isEqualTo(EndCause.LOCAL_HANG_UP);
        assertThat(pbx.quiet(message -> message.method().equals("BYE"), 300)).isTrue();
        pbx.send(caller.ack(""));
        pbx.send(pbx.awaitRequest("BYE").response(200, "OK", "", List.of(), ""));
        assertGone();
    }

    @BesideOthers
    void aByeBeforeTheAckEndsTheCall() throws Exception {
        answered(List.of(), ScriptedPbx.SDP);
        hangUpFromThere();
    }

    @BesideOthers
    void withoutAnOfferWeOfferAndTheAnswerComesWithTheAck() throws Exception {
        SipText ok = answered(List.of(), "");
        assertThat(ok.body()).contains("m=audio 30000 RTP/AVP 0 8 101");
        assertThat(test.heard.nothingMore()).isTrue();
        pbx.send(caller.ack(ScriptedPbx.sdp("127.0.0.1", 40_000, "8 101", "sendrecv", 1)));
        assertThat(test.heard.next(LegEvent.Answered.class).stream().codec()).isEqualTo(AudioCodec.PCMA);
        hangUpFromThere();
    }

    @BesideOthers
    void anAckWithoutTheAnswerItOwesEndsTheCall() throws Exception {
        answered(List.of(), "");
        pbx.send(caller.ack(""));
        pbx.send(pbx.awaitRequest("BYE").response(200, "OK", "", List.of(), ""));
        assertThat(test.heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.NO_COMMON_MEDIA);
        assertGone();
    }

    @BesideOthers
    void holdAndResumeAreAnsweredAndTold() throws Exception {
        established();
        SipText held = reinvite(ScriptedPbx.sdp("127.0.0.1", 40_000, "0 101", "sendonly", 2), 200);
        assertThat(held.body()).contains("a=recvonly");
        assertThat(test.heard.next(LegEvent.Reoffered.class).stream().send()).isFalse();
        SipText resumed = reinvite(ScriptedPbx.sdp("127.0.0.1", 40_002, "0 101", "sendrecv", 3), 200);
        assertThat(resumed.body()).contains("a=sendrecv");
        AgreedStream stream = test.heard.next(LegEvent.Reoffered.class).stream();
        assertThat(stream.send()).isTrue();
        assertThat(stream.remote().getPort()).isEqualTo(40_002);
        hangUpFromThere();
    }

    @BesideOthers
    void aReInviteThatComesBeforeTheAckIsTaken() throws Exception {
        answered(List.of(), ScriptedPbx.SDP);
        reinvite(ScriptedPbx.sdp("127.0.0.1", 40_004, "0 101", "sendrecv", 2), 200);
        test.heard.next(LegEvent.Answered.class);
        assertThat(test.heard.next(LegEvent.Reoffered.class).stream().remote().getPort())
                .isEqualTo(40_004);
        hangUpFromThere();
    }

    @BesideOthers
    void aReInviteWithoutAnOfferGetsOurs() throws Exception {
        established();
        caller.next();
        pbx.send(caller.invite(List.of(), ""));
        SipText ok = pbx.await(m -> m.status() == 200 && m.method().equals("INVITE"));
        assertThat(ok.body()).contains("RTP/AVP 0 8 101");
        pbx.send(caller.ack(ScriptedPbx.sdp("127.0.0.1", 40_006, "0 101", "sendrecv", 4)));
        assertThat(test.heard.next(LegEvent.Reoffered.class).stream().remote().getPort())
                .isEqualTo(40_006);
        hangUpFromThere();
    }

    @BesideOthers
    void anOfferWithNothingForUsLeavesTheCallAsItWas() throws Exception {
        established();
        SipText refused = reinvite(ScriptedPbx.sdp("127.0.0.1", 40_000, "9", "sendrecv", 2), 488);
        assertThat(refused.header("Warning")).startsWith("305");
        assertThat(test.heard.nothingMore()).isTrue();
        hangUpFromThere();
    }

    @BesideOthers
    void anUpdateCarriesAnOfferToo() throws Exception {
        established();
        caller.next();
        pbx.send(caller.request(
                "UPDATE", caller.branch("u"), List.of(), ScriptedPbx.sdp("127.0.0.1", 40_008, "0", "sendrecv", 2)));
        assertThat(pbx.await(m -> m.method().equals("UPDATE")).body()).contains("m=audio 30000 RTP/AVP 0");
        assertThat(test.heard.next(LegEvent.Reoffered.class).stream().telephoneEvent())
                .isEmpty();
        hangUpFromThere();
    }

    @BesideOthers
    void whatIsNotImplementedIsRefusedByTheRightStatus() throws Exception {
        established();
        assertThat(inDialog("INFO", List.of("Content-Type: application/dtmf-relay"), "Signal=1")
                        .status())
                .isEqualTo(405);
        assertThat(inDialog("REFER", List.of("Refer-To: <sip:1@pbx.test>"), "").header("Allow"))
                .contains("UPDATE");
        assertThat(inDialog("OPTIONS", List.of(), "").status()).isEqualTo(200);
        SipText extension = inDialog("UPDATE", List.of("Require: 100rel, timer"), "");
        assertThat(extension.status()).isEqualTo(420);
        assertThat(extension.header("Unsupported")).isEqualTo("100rel");
        assertThat(inDialog("INVITE", List.of("Content-Type: text/plain"), "hello")
                        .status())
                .isEqualTo(415);
        assertThat(inDialog("UPDATE", List.of(), "v=0\r\nm=audio x\r\n").status())
                .isEqualTo(400);
        hangUpFromThere();
    }

    @BesideOthers
    void methodsThatAreNotOursAreRefusedInADialogTooAndTheCallGoesOn() throws Exception {
        established();
        List<String> extra = List.of("Event: presence", "Subscription-State: active", "RAck: 1 1 INVITE");
        for (String method : List.of("MESSAGE", "SUBSCRIBE", "PUBLISH", "PRACK", "NOTIFY")) {
            SipText refused = inDialog(method, extra, "");
            assertThat(refused.status()).as(method).isEqualTo(405);
            assertThat(refused.header("Allow").replace(" ", ""))
                    .as(method)
                    .isEqualTo("INVITE,ACK,CANCEL,BYE,UPDATE,OPTIONS");
        }
        assertThat(inDialog("OPTIONS", List.of(), "").status()).isEqualTo(200);
        hangUpFromThere();
    }

    @BesideOthers
    void anOlderRequestIsRefused() throws Exception {
        established();
        pbx.send(caller.request("OPTIONS", "z9hG4bK-old", List.of(), "").replace("CSeq: 1 ", "CSeq: 1 "));
        assertThat(pbx.await(m -> m.method().equals("OPTIONS")).status()).isEqualTo(500);
        hangUpFromThere();
    }

    @BesideOthers
    void theSessionEndsWhenThePeerStopsRefreshingIt() throws Exception {
        SipText ok = answered(List.of("Supported: timer", "Session-Expires: 3;refresher=uac"), ScriptedPbx.SDP);
        assertThat(ok.header("Session-Expires")).isEqualTo("3;refresher=uac");
        assertThat(ok.header("Require")).isEqualTo("timer");
        pbx.send(caller.ack(""));
        assertThat(ended()).isEqualTo(EndCause.SESSION_EXPIRED);
        pbx.send(pbx.awaitRequest("BYE").response(200, "OK", "", List.of(), ""));
        assertGone();
    }

    @BesideOthers
    void weRefreshAtHalfTimeByUpdateWhereThatIsOurs() throws Exception {
        SipText ok = answered(
                List.of("Supported: timer", "Session-Expires: 2;refresher=uas", "Allow: INVITE, ACK, BYE, UPDATE"),
                ScriptedPbx.SDP);
        assertThat(ok.header("Session-Expires")).isEqualTo("2;refresher=uas");
        pbx.send(caller.ack(""));
        for (int i = 0; i < 2; i++) {
            SipText refresh = pbx.awaitRequest("UPDATE");
            assertThat(refresh.header("Session-Expires")).isEqualTo("2;refresher=uac");
            assertThat(refresh.body()).isEmpty();
            pbx.send(refresh.response(200, "OK", "", List.of("Session-Expires: 2;refresher=uac"), ""));
        }
        hangUpFromThere();
    }

    @BesideOthers
    void weRefreshByAnUnchangedReInviteWhereThePeerKnowsNoUpdate() throws Exception {
        SipText ok = answered(
                List.of("Supported: timer", "Session-Expires: 2;refresher=uas", "Allow: INVITE, ACK, BYE"),
                ScriptedPbx.SDP);
        pbx.send(caller.ack(""));
        SipText refresh = pbx.awaitRequest("INVITE");
        assertThat(refresh.body()).isEqualTo(ok.body());
        // Glare: the peer offers while our offer is open.
        caller.next();
        pbx.send(caller.invite(List.of(), ScriptedPbx.SDP));
        pbx.awaitStatus(491);
        pbx.send(refresh.response(
                200,
                "OK",
                "",
                List.of("Contact: <sip:pbx@" + pbx.hostPort() + ">", "Session-Expires: 60;refresher=uac"),
                ScriptedPbx.sdp("127.0.0.1", 40_000, "0 101", "sendrecv", 1)));
        assertThat(pbx.awaitRequest("ACK").sequence()).isEqualTo(refresh.sequence());
        hangUpFromThere();
    }

    @BesideOthers
    void aRefusedRefreshByAPeerThatForgotUsEndsTheCall() throws Exception {
        answered(
                List.of("Supported: timer", "Session-Expires: 2;refresher=uas", "Allow: INVITE, ACK, BYE, UPDATE"),
                ScriptedPbx.SDP);
        pbx.send(caller.ack(""));
        pbx.send(pbx.awaitRequest("UPDATE").response(481, "Gone", "", List.of(), ""));
        assertThat(ended()).isEqualTo(EndCause.PEER_GONE);
        pbx.send(pbx.awaitRequest("BYE").response(481, "Gone", "", List.of(), ""));
    }

    @BesideOthers
    void aTooShortSessionIsRefusedWithOurMinimum() throws Exception {
        pbx.send(caller.invite(List.of("Supported: timer", "Session-Expires: 1"), ScriptedPbx.SDP));
        assertThat(pbx.awaitStatus(422).header("Min-SE")).isEqualTo("2");
    }

    @BesideOthers
    void closingTheLineEndsEveryCallAndUnregisters() throws Exception {
        established();
        test.close();
        assertThat(pbx.awaitRequest("BYE").tag("To")).isEqualTo(caller.tag());
        assertThat(test.heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LINE_CLOSED);
        pbx.awaitRegister();
        assertThat(pbx.awaitRegister().header("Expires")).isEqualTo("0");
    }

    @BesideOthers
    void aClosingLineWaitsForTheAckOfACallThatWasJustAnswered() throws Exception {
        answered(List.of(), ScriptedPbx.SDP);
        Thread closing = new Thread(test::close);
        closing.start();
        try {
            assertThat(ended()).isEqualTo(EndCause.LINE_CLOSED);
            pbx.send(caller.ack(""));
            assertThat(pbx.awaitRequest("BYE").tag("To")).isEqualTo(caller.tag());
        } finally {
            closing.join();
        }
    }

    private SipText answered(List<String> extra, String body) throws Exception {
        pbx.send(caller.invite(extra, body));
        leg = test.awaitCall();
        leg.answer(LineUnderTest.ENDPOINT);
        SipText ok = pbx.awaitStatus(200);
        caller.learn(ok);
        return ok;
    }

    private void established() throws Exception {
        answered(List.of(), ScriptedPbx.SDP);
        pbx.send(caller.ack(""));
        test.heard.next(LegEvent.Answered.class);
    }

    private SipText reinvite(String body, int status) throws Exception {
        caller.next();
        pbx.send(caller.invite(List.of(), body));
        SipText response = pbx.await(m -> m.status() == status && m.sequence() > 1);
        pbx.send(caller.ack(""));
        return response;
    }

    private SipText inDialog(String method, List<String> extra, String body) throws Exception {
        caller.next();
        pbx.send(caller.request(method, caller.branch("x"), extra, body));
        return pbx.await(m -> m.isResponse() && m.method().equals(method) && m.status() >= 200 && m.sequence() > 1);
    }

    private void hangUpFromThere() throws Exception {
        pbx.send(caller.bye());
        pbx.await(message -> message.status() == 200 && message.method().equals("BYE"));
        assertThat(ended()).isEqualTo(EndCause.REMOTE_HANG_UP);
        assertGone();
    }

    private EndCause ended() throws Exception {
        while (true) {
            if (test.heard.next() instanceof LegEvent.Ended end) {
                return end.cause();
            }
        }
    }

    private void drain() throws Exception {
        pbx.quiet(message -> false, 200);
    }

    private void assertGone() {
        assertThat(test.line.tables().legs()).isZero();
        assertThat(test.line.tables().dialogs()).isZero();
    }
}

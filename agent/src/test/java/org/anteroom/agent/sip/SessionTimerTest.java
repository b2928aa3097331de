package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.anteroom.agent.BesideOthers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** RFC 4028 on calls in both directions, with either side as the refresher. */
class SessionTimerTest {
    private final Heard heard = new Heard();
    private ScriptedPbx pbx;
    private LineUnderTest test;

    @BeforeEach
    void register() throws Exception {
        pbx = new ScriptedPbx(Transport.UDP);
        test = LineUnderTest.registered(pbx);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(test.line.tables().legs()).isZero();
        assertThat(test.line.tables().dialogs()).isZero();
        test.close();
        pbx.close();
    }

    @BesideOthers
    void onACallOfOursWeRefreshAsUacUntilThePeerHangsUp() throws Exception {
        SipText invite = placed("Session-Expires: 2;refresher=uac", "Allow: INVITE, ACK, BYE, UPDATE");
        for (int i = 0; i < 2; i++) {
            SipText refresh = pbx.awaitRequest("UPDATE");
            assertThat(refresh.header("Session-Expires")).isEqualTo("2;refresher=uac");
            assertThat(refresh.header("Supported")).contains("timer");
            pbx.send(
                    refresh.response(200, "OK", "", List.of("Require: timer", "Session-Expires: 2;refresher=uac"), ""));
        }
        byeFromThere(invite);
    }

    @BesideOthers
    void onACallOfOursThePeersRefreshStartsTheClockAgainAndItsAbsenceEndsTheCall() throws Exception {
        SipText invite = placed("Session-Expires: 3;refresher=uas");
        assertThat(pbx.quiet(m -> m.method().equals("BYE"), 1_200)).isTrue();
        pbx.send(fromThere(invite, "UPDATE", 1, List.of("Supported: timer", "Session-Expires: 3;refresher=uac")));
        SipText ok = pbx.await(m -> m.isResponse() && m.method().equals("UPDATE"));
        assertThat(ok.header("Session-Expires")).isEqualTo("3;refresher=uac");
        assertThat(pbx.quiet(m -> m.method().equals("BYE"), 1_200)).isTrue();
        endedBy(EndCause.SESSION_EXPIRED);
    }

    @BesideOthers
    void anAnswerWithoutATimerHasNone() throws Exception {
        SipText invite = placed("X: none");
        assertThat(pbx.quiet(m -> List.of("BYE", "UPDATE", "INVITE").contains(m.method()), 2_500))
                .isTrue();
        byeFromThere(invite);
    }

    @BesideOthers
    void aRefreshThatIsNeverAnsweredEndsTheCallWhenItsTimeIsOver() throws Exception {
        placed("Session-Expires: 4;refresher=uac", "Allow: INVITE, ACK, BYE, UPDATE");
        pbx.awaitRequest("UPDATE");
        endedBy(EndCause.SESSION_EXPIRED);
    }

    @BesideOthers
    void aRefreshThatAProxyTimesOutEndsTheCall() throws Exception {
        placed("Session-Expires: 2;refresher=uac", "Allow: INVITE, ACK, BYE, UPDATE");
        pbx.send(pbx.awaitRequest("UPDATE").response(408, "Request Timeout", "", List.of(), ""));
        endedBy(EndCause.PEER_GONE);
    }

    @BesideOthers
    void aRefreshThatMustBeLongerIsRepeatedWithTheLongerTime() throws Exception {
        SipText invite = placed("Session-Expires: 2;refresher=uac", "Allow: INVITE, ACK, BYE, UPDATE");
        pbx.send(pbx.awaitRequest("UPDATE").response(422, "Session Interval Too Small", "", List.of("Min-SE: 90"), ""));
        SipText again = pbx.awaitRequest("UPDATE");
        assertThat(again.header("Session-Expires")).isEqualTo("90;refresher=uac");
        pbx.send(again.response(200, "OK", "", List.of("Session-Expires: 90;refresher=uac"), ""));
        byeFromThere(invite);
    }

    @BesideOthers
    void aChallengedRefreshAndAChallengedByeAreRepeatedWithCredentials() throws Exception {
        Heard events = new Heard();
        Leg leg = test.line.invite(new OutgoingCall("300", LineUnderTest.ENDPOINT, Duration.ofSeconds(20)), events);
        answer(pbx.awaitRequest("INVITE"), "Session-Expires: 2;refresher=uac", "Allow: INVITE, ACK, BYE");
        events.next(LegEvent.Answered.class);
        SipText refresh = challenged("INVITE", "first");
        pbx.send(refresh.response(
                200, "OK", "", List.of(contact(), "Session-Expires: 90;refresher=uac"), ScriptedPbx.SDP));
        SipText ack = pbx.await(m -> !m.isResponse() && m.method().equals("ACK") && m.sequence() == refresh.sequence());
        assertThat(ack.digest("Proxy-Authorization", "nonce")).isEqualTo("first");
        leg.hangUp();
        pbx.send(challenged("BYE", "second").response(200, "OK", "", List.of(), ""));
        assertThat(events.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LOCAL_HANG_UP);
    }

    @BesideOthers
    void aCallerThatKnowsTimersButAsksForNoneIsRefreshedByUs() throws Exception {
        ScriptedPbx.Caller caller = pbx.caller();
        pbx.send(caller.invite(List.of("Supported: timer, replaces"), ScriptedPbx.SDP));
        test.awaitCall().answer(LineUnderTest.ENDPOINT);
        SipText ok = pbx.awaitStatus(200);
        assertThat(ok.header("Session-Expires")).isEqualTo("1800;refresher=uas");
        caller.learn(ok);
        pbx.send(caller.ack(""));
        test.heard.next(LegEvent.Answered.class);
        pbx.send(caller.bye());
        test.heard.next(LegEvent.Ended.class);
    }

    @BesideOthers
    void theMinimumACallerNamesIsKept() throws Exception {
        ScriptedPbx.Caller caller = pbx.caller();
        pbx.send(caller.invite(List.of("Supported: timer", "Min-SE: 3600"), ScriptedPbx.SDP));
        test.awaitCall().answer(LineUnderTest.ENDPOINT);
        SipText ok = pbx.awaitStatus(200);
        assertThat(ok.header("Session-Expires")).isEqualTo("3600;refresher=uas");
        caller.learn(ok);
        pbx.send(caller.ack(""));
        test.heard.next(LegEvent.Answered.class);
        pbx.send(caller.bye());
        test.heard.next(LegEvent.Ended.class);
    }

    /** A call of ours that is answered with these headers; the INVITE. */
    private SipText placed(String... headers) throws Exception {
        test.line.invite(new OutgoingCall("300", LineUnderTest.ENDPOINT, Duration.ofSeconds(20)), heard);
        SipText invite = answer(pbx.awaitRequest("INVITE"), headers);
        heard.next(LegEvent.Answered.class);
        return invite;
    }

    private SipText answer(SipText invite, String... headers) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of(headers));
        all.add(contact());
        pbx.send(invite.response(200, "OK", "t1", all, ScriptedPbx.SDP));
        pbx.awaitRequest("ACK");
        return invite;
    }

    /** Challenges the next request of the method; what it is repeated as. */
    private SipText challenged(String method, String nonce) throws Exception {
        SipText first = pbx.awaitRequest(method);
        pbx.send(first.response(
                407,
                "Proxy Authentication Required",
                "",
                List.of("Proxy-Authenticate: Digest realm=\"pbx\", nonce=\"" + nonce + "\", qop=\"auth\""),
                ""));
        SipText again = pbx.await(m -> !m.isResponse() && m.method().equals(method) && m.sequence() > first.sequence());
        assertThat(again.digest("Proxy-Authorization", "nonce")).isEqualTo(nonce);
        return again;
    }

    private void byeFromThere(SipText invite) throws Exception {
        pbx.send(fromThere(invite, "BYE", 9, List.of()));
        pbx.await(m -> m.status() == 200 && m.method().equals("BYE"));
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.REMOTE_HANG_UP);
    }

    private void endedBy(EndCause cause) throws Exception {
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(cause);
        pbx.send(pbx.awaitRequest("BYE").response(200, "OK", "", List.of(), ""));
    }

    private String contact() {
        return "Contact: <sip:300@" + pbx.hostPort() + ">";
    }

    private String fromThere(SipText invite, String method, int sequence, List<String> extra) {
        List<String> lines = new java.util.ArrayList<>(List.of(
                method + " " + invite.address("Contact") + " SIP/2.0",
                pbx.via("z9hG4bK-" + method + sequence + invite.tag("From")),
                "Max-Forwards: 70",
                "From: " + invite.header("To") + ";tag=t1",
                "To: " + invite.header("From"),
                "Call-ID: " + invite.header("Call-ID"),
                "CSeq: " + sequence + " " + method,
                contact()));
        lines.addAll(extra);
        return SipText.finish(lines, "");
    }
}

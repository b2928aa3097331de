package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutgoingLegTest {
    private static final Duration RING = Duration.ofSeconds(20);

    private ScriptedPbx pbx;
    private LineUnderTest test;

    @BeforeEach
    void register() throws Exception {
        pbx = new ScriptedPbx(Transport.UDP);
        test = LineUnderTest.registered(pbx);
    }

    @AfterEach
    void everythingEnds() throws Exception {
        assertThat(test.line.tables().legs()).isZero();
        assertThat(test.line.tables().dialogs()).isZero();
        test.close();
        pbx.close();
    }

    @Test
    void ringsPlaysEarlySoundIsAnsweredAndEndedByUs() throws Exception {
        AtomicReference<Leg> leg = new AtomicReference<>();
        Heard heard = new Heard();
        leg.set(test.line.invite(new OutgoingCall("300", LineUnderTest.ENDPOINT, RING), heard));
        SipText invite = pbx.awaitRequest("INVITE");
        assertThat(invite.uri()).isEqualTo("sip:300@pbx.test");
        assertThat(invite.header("From")).contains("sip:200@pbx.test");
        assertThat(invite.header("P-Asserted-Identity")).contains("sip:5550100@pbx.test");
        assertThat(invite.header("Session-Expires")).isEqualTo("1800");
        assertThat(invite.body()).contains("m=audio 30000 RTP/AVP 0 8 101");
        pbx.send(invite.response(100, "Trying", "", List.of(), ""));
        pbx.send(invite.response(180, "Ringing", "t1", contact(), ""));
        assertThat(heard.next(LegEvent.Progress.class).status()).isEqualTo(180);
        pbx.send(invite.response(183, "Progress", "t1", contact(), ScriptedPbx.SDP));
        assertThat(heard.next(LegEvent.Progress.class).status()).isEqualTo(183);
        assertThat(heard.next(LegEvent.EarlyMedia.class).stream().remote().getPort())
                .isEqualTo(40_000);
        pbx.send(invite.response(200, "OK", "t1", contact(), ScriptedPbx.SDP));
        SipText ack = pbx.awaitRequest("ACK");
        assertThat(ack.sequence()).isEqualTo(invite.sequence());
        assertThat(ack.tag("To")).isEqualTo("t1");
        assertThat(heard.next(LegEvent.Answered.class).stream().send()).isTrue();
        leg.get().hangUp();
        SipText bye = pbx.awaitRequest("BYE");
        pbx.send(bye.response(200, "OK", "", List.of(), ""));
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LOCAL_HANG_UP);
        assertThat(heard.nothingMore()).isTrue();
    }

    @Test
    void answersTheProxysChallenge() throws Exception {
        Heard heard = test.call("300", RING);
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(
                407,
                "Proxy Authentication Required",
                "t0",
                List.of("Proxy-Authenticate: Digest realm=\"pbx\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\""),
                ""));
        pbx.awaitRequest("ACK");
        SipText again = pbx.awaitRequest("INVITE");
        assertThat(again.sequence()).isEqualTo(invite.sequence() + 1);
        assertThat(again.header("Call-ID")).isEqualTo(invite.header("Call-ID"));
        assertThat(again.digest("Proxy-Authorization", "uri")).isEqualTo("sip:300@pbx.test");
        assertThat(again.digest("Proxy-Authorization", "algorithm")).isEqualTo("SHA-256");
        pbx.send(again.response(486, "Busy Here", "t1", List.of(), ""));
        assertThat(heard.next(LegEvent.Refused.class).status()).isEqualTo(486);
    }

    @Test
    void aRefusedPasswordEndsTheCallInsteadOfGoingRound() throws Exception {
        Heard heard = test.call("300", RING);
        for (int i = 0; i < 2; i++) {
            pbx.send(pbx.awaitRequest("INVITE")
                    .response(
                            401,
                            "Unauthorized",
                            "t" + i,
                            List.of("WWW-Authenticate: Digest realm=\"pbx\", nonce=\"n" + i + "\""),
                            ""));
        }
        assertThat(heard.next(LegEvent.Refused.class).status()).isEqualTo(401);
    }

    @Test
    void aRedirectionIsNotFollowed() throws Exception {
        Heard heard = test.call("300", RING);
        pbx.send(pbx.awaitRequest("INVITE").response(302, "Moved", "t1", List.of("Contact: <sip:999@192.0.2.1>"), ""));
        assertThat(heard.next(LegEvent.Refused.class).status()).isEqualTo(302);
        assertThat(pbx.quiet(message -> message.method().equals("INVITE"), 300)).isTrue();
    }

    @Test
    void aCancelWaitsForTheFirstProvisionalResponse() throws Exception {
        Heard heard = new Heard();
        Leg leg = test.line.invite(new OutgoingCall("300", LineUnderTest.ENDPOINT, RING), heard);
        SipText invite = pbx.awaitRequest("INVITE");
        leg.hangUp();
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LOCAL_HANG_UP);
        assertThat(pbx.quiet(message -> message.method().equals("CANCEL"), 300)).isTrue();
        pbx.send(invite.response(100, "Trying", "", List.of(), ""));
        SipText cancel = pbx.awaitRequest("CANCEL");
        assertThat(cancel.header("Via")).isEqualTo(invite.header("Via"));
        pbx.send(cancel.response(200, "OK", "t1", List.of(), ""));
        pbx.send(invite.response(487, "Request Terminated", "t1", List.of(), ""));
        pbx.awaitRequest("ACK");
    }

    @Test
    void aCancelThatCrossesTheAnswerBecomesAcknowledgementAndBye() throws Exception {
        Heard heard = new Heard();
        Leg leg = test.line.invite(new OutgoingCall("300", LineUnderTest.ENDPOINT, RING), heard);
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(180, "Ringing", "t1", contact(), ""));
        heard.next(LegEvent.Progress.class);
        leg.hangUp();
        SipText cancel = pbx.awaitRequest("CANCEL");
        pbx.send(invite.response(200, "OK", "t1", contact(), ScriptedPbx.SDP));
        pbx.send(cancel.response(481, "Call/Transaction Does Not Exist", "t1", List.of(), ""));
        assertThat(pbx.awaitRequest("ACK").tag("To")).isEqualTo("t1");
        SipText bye = pbx.awaitRequest("BYE");
        pbx.send(bye.response(200, "OK", "", List.of(), ""));
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LOCAL_HANG_UP);
        assertThat(heard.nothingMore()).isTrue();
    }

    @Test
    void theFirstOfSeveralPhonesWinsAndTheOtherIsEnded() throws Exception {
        Heard heard = test.call("300", RING);
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(180, "Ringing", "a", contact(), ""));
        pbx.send(invite.response(180, "Ringing", "b", contact(), ""));
        heard.next(LegEvent.Progress.class);
        heard.next(LegEvent.Progress.class);
        pbx.send(invite.response(200, "OK", "b", contact(), ScriptedPbx.SDP));
        heard.next(LegEvent.Answered.class);
        assertThat(pbx.awaitRequest("ACK").tag("To")).isEqualTo("b");
        pbx.send(invite.response(200, "OK", "a", contact(), ScriptedPbx.SDP));
        assertThat(pbx.awaitRequest("ACK").tag("To")).isEqualTo("a");
        SipText unwanted = pbx.awaitRequest("BYE");
        assertThat(unwanted.tag("To")).isEqualTo("a");
        pbx.send(unwanted.response(200, "OK", "", List.of(), ""));
        pbx.send(invite.response(200, "OK", "b", contact(), ScriptedPbx.SDP));
        assertThat(pbx.awaitRequest("ACK").tag("To")).isEqualTo("b");
        assertThat(test.counters.get(SipCount.FORKS_ENDED)).isEqualTo(1);
        hangUpFromThere(invite, "b", 1);
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.REMOTE_HANG_UP);
    }

    @Test
    void nobodyAnswersWithinTheRingTime() throws Exception {
        Heard heard = test.call("300", Duration.ofMillis(300));
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(180, "Ringing", "t1", contact(), ""));
        heard.next(LegEvent.Progress.class);
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.NO_ANSWER);
        SipText cancel = pbx.awaitRequest("CANCEL");
        pbx.send(cancel.response(200, "OK", "t1", List.of(), ""));
        pbx.send(invite.response(487, "Request Terminated", "t1", List.of(), ""));
    }

    @Test
    void aPbxThatSaysNothingIsGivenUpAfterThreeSeconds() throws Exception {
        Heard heard = test.call("300", RING);
        pbx.awaitRequest("INVITE");
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.NO_RESPONSE);
    }

    @Test
    void anAnswerWithoutACodecOfOursIsEndedAtOnce() throws Exception {
        Heard heard = test.call("300", RING);
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(200, "OK", "t1", contact(), ScriptedPbx.sdp("127.0.0.1", 40_000, "9", "sendrecv", 1)));
        pbx.awaitRequest("ACK");
        pbx.send(pbx.awaitRequest("BYE").response(200, "OK", "", List.of(), ""));
        assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.NO_COMMON_MEDIA);
    }

    @Test
    void anAnswerWhoseDescriptionCameWithThe183Stands() throws Exception {
        Heard heard = test.call("300", RING);
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(183, "Progress", "t1", contact(), ScriptedPbx.SDP));
        heard.next(LegEvent.Progress.class);
        heard.next(LegEvent.EarlyMedia.class);
        pbx.send(invite.response(200, "OK", "t1", contact(), ""));
        heard.next(LegEvent.Answered.class);
        pbx.awaitRequest("ACK");
        hangUpFromThere(invite, "t1", 1);
        heard.next(LegEvent.Ended.class);
    }

    @Test
    void asksForALongerSessionWhenTheIntervalIsTooSmall() throws Exception {
        Heard heard = test.call("300", RING);
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(422, "Session Interval Too Small", "t0", List.of("Min-SE: 3600"), ""));
        pbx.awaitRequest("ACK");
        SipText again = pbx.awaitRequest("INVITE");
        assertThat(again.header("Session-Expires")).isEqualTo("3600");
        pbx.send(again.response(480, "Temporarily Unavailable", "t1", List.of(), ""));
        assertThat(heard.next(LegEvent.Refused.class).status()).isEqualTo(480);
    }

    @Test
    void anEarlyUpdateOfTheConnectedLineIsAnswered() throws Exception {
        Heard heard = test.call("300", RING);
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(180, "Ringing", "t1", contact(), ""));
        heard.next(LegEvent.Progress.class);
        pbx.send(fromThere(invite, "UPDATE", "t1", 1, ""));
        assertThat(pbx.await(m -> m.isResponse() && m.method().equals("UPDATE")).status())
                .isEqualTo(200);
        pbx.send(invite.response(486, "Busy Here", "t1", List.of(), ""));
        assertThat(heard.next(LegEvent.Refused.class).status()).isEqualTo(486);
    }

    @Test
    void aNumberThatCantBeWrittenAsAnAddressIsRefused() throws Exception {
        assertThat(test.call("sip:<>", RING).next(LegEvent.Refused.class).status())
                .isEqualTo(484);
    }

    @Test
    void anAnswerFromAPhoneThatNeverRangStands() throws Exception {
        Heard heard = test.call("300", RING);
        SipText invite = pbx.awaitRequest("INVITE");
        for (int status : new int[] {181, 182, 183, 180}) {
            pbx.send(invite.response(status, "Progress", "a", contact(), status == 183 ? ScriptedPbx.SDP : ""));
            assertThat(heard.next(LegEvent.Progress.class).status()).isEqualTo(status);
            if (status == 183) {
                heard.next(LegEvent.EarlyMedia.class);
            }
        }
        pbx.send(invite.response(200, "OK", "c", contact(), ScriptedPbx.sdp("127.0.0.1", 40_010, "8", "sendrecv", 1)));
        assertThat(pbx.awaitRequest("ACK").tag("To")).isEqualTo("c");
        assertThat(heard.next(LegEvent.Answered.class).stream().codec()).isEqualTo(AudioCodec.PCMA);
        hangUpFromThere(invite, "c", 1);
        heard.next(LegEvent.Ended.class);
    }

    @Test
    void aBusyServerIsRefusedNotRetriedByTheLeg() throws Exception {
        Heard heard = test.call("300", RING);
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(503, "Service Unavailable", "t1", List.of("Retry-After: 1"), ""));
        assertThat(heard.next(LegEvent.Refused.class).status()).isEqualTo(503);
        assertThat(pbx.quiet(message -> message.method().equals("INVITE"), 1_300))
                .isTrue();
    }

    private List<String> contact() {
        return List.of("Contact: <sip:300@" + pbx.hostPort() + ">", "Allow: INVITE, ACK, CANCEL, BYE");
    }

    private void hangUpFromThere(SipText invite, String tag, int sequence) throws IOException, InterruptedException {
        pbx.send(fromThere(invite, "BYE", tag, sequence, ""));
        pbx.await(message -> message.status() == 200 && message.method().equals("BYE"));
    }

    private String fromThere(SipText invite, String method, String tag, int sequence, String body) {
        return SipText.finish(
                List.of(
                        method + " " + invite.address("Contact") + " SIP/2.0",
                        pbx.via("z9hG4bK-" + tag + method + sequence + invite.tag("From")),
                        "Max-Forwards: 70",
                        "From: " + invite.header("To") + ";tag=" + tag,
                        "To: " + invite.header("From"),
                        "Call-ID: " + invite.header("Call-ID"),
                        "CSeq: " + sequence + " " + method,
                        "Contact: <sip:300@" + pbx.hostPort() + ">"),
                body);
    }
}

package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way our requests take inside a dialog (RFC 3261 section 12.2.1.1). */
class RouteSetTest {
    private ScriptedPbx pbx;
    private LineUnderTest test;

    @BeforeEach
    void register() throws Exception {
        pbx = new ScriptedPbx(Transport.UDP);
        test = LineUnderTest.registered(pbx);
    }

    @AfterEach
    void close() throws Exception {
        test.close();
        pbx.close();
    }

    @Test
    void onACallThatCameTheRecordedRoutesKeepTheirOrder() throws Exception {
        SipText bye = byeOfIncoming(loose("a"), loose("b") + ", " + loose("c"));
        assertThat(bye.uri()).startsWith("sip:pbx@" + pbx.hostPort());
        assertThat(routes(bye)).containsExactly("a", "b", "c");
    }

    @Test
    void onACallWeMadeTheyAreTurnedRound() throws Exception {
        SipText bye = byeOfOutgoing("<sip:300@192.0.2.5:5099;ob>", loose("c") + "," + loose("b"), loose("a"));
        assertThat(bye.uri()).isEqualTo("sip:300@192.0.2.5:5099;ob");
        assertThat(routes(bye)).containsExactly("a", "b", "c");
    }

    @Test
    void aStrictRouterBecomesTheRequestUriAndTheTargetGoesLast() throws Exception {
        String strict = "<sip:a@" + pbx.hostPort() + ">";
        SipText bye = byeOfOutgoing("<sip:300@192.0.2.5:5099>", loose("b"), strict);
        assertThat(bye.uri()).isEqualTo("sip:a@" + pbx.hostPort());
        assertThat(String.join(",", bye.all("Route")).replace(" ", ""))
                .isEqualTo(loose("b") + ",<sip:300@192.0.2.5:5099>");
    }

    @Test
    void aTransportInTheContactThatIsNotTheLinesDoesNotMisleadIt() throws Exception {
        SipText bye = byeOfOutgoing("<sip:300@" + pbx.hostPort() + ";transport=tcp>");
        assertThat(bye.uri()).isEqualTo("sip:300@" + pbx.hostPort() + ";transport=tcp");
        assertThat(bye.header("Via")).startsWith("SIP/2.0/UDP");
    }

    private SipText byeOfIncoming(String... recorded) throws Exception {
        ScriptedPbx.Caller caller = pbx.caller();
        pbx.send(caller.invite(recordRoutes(recorded), ScriptedPbx.SDP));
        IncomingLeg leg = test.awaitCall();
        leg.answer(LineUnderTest.ENDPOINT);
        caller.learn(pbx.awaitStatus(200));
        pbx.send(caller.ack(""));
        test.heard.next(LegEvent.Answered.class);
        leg.hangUp();
        return bye();
    }

    private SipText byeOfOutgoing(String contact, String... recorded) throws Exception {
        Heard heard = new Heard();
        Leg leg = test.line.invite(new OutgoingCall("300", LineUnderTest.ENDPOINT, Duration.ofSeconds(20)), heard);
        List<String> headers = new java.util.ArrayList<>(recordRoutes(recorded));
        headers.add("Contact: " + contact);
        pbx.send(pbx.awaitRequest("INVITE").response(200, "OK", "t1", headers, ScriptedPbx.SDP));
        heard.next(LegEvent.Answered.class);
        leg.hangUp();
        return bye();
    }

    private SipText bye() throws Exception {
        SipText bye = pbx.awaitRequest("BYE");
        pbx.send(bye.response(200, "OK", "", List.of(), ""));
        return bye;
    }

    private static List<String> recordRoutes(String... recorded) {
        return java.util.Arrays.stream(recorded)
                .map(value -> "Record-Route: " + value)
                .toList();
    }

    private String loose(String name) {
        return "<sip:" + name + "@" + pbx.hostPort() + ";lr>";
    }

    private static List<String> routes(SipText request) {
        return java.util.regex.Pattern.compile("<sip:(\\w+)@[^>]*;lr>")
                .matcher(String.join(",", request.all("Route")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}

package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.message.SIPRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Spoiled messages from the PBX's own address: answered or dropped, and everything goes on. */
class MutatedMessagesTest {
    private static final String INVITE = SipText.finish(
            List.of(
                    "INVITE sip:200@127.0.0.1 SIP/2.0",
                    "Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK1;rport",
                    "Max-Forwards: 70",
                    "From: \"Caller\" <sip:5551234@pbx.test>;tag=1",
                    "To: <sip:200@pbx.test>",
                    "Call-ID: call@pbx.test",
                    "CSeq: 1 INVITE",
                    "Contact: <sip:pbx@127.0.0.1>",
                    "P-Asserted-Identity: <tel:+15551234>",
                    "Diversion: <sip:100@pbx.test>;reason=no-answer",
                    "Session-Expires: 1800;refresher=uac"),
            ScriptedPbx.SDP);
    private static final int MESSAGES = 360;
    private static final int PACE = 20;

    @Property(tries = 3_000, seed = "4028")
    void theParserReadsRefusesOrDropsThemAndNothingElse(@ForAll long seed, @ForAll boolean wholeDatagram)
            throws Exception {
        byte[] spoiled = new Mutation(seed).of(INVITE).getBytes(StandardCharsets.ISO_8859_1);
        GuardedParser parser = new GuardedParser(LineLimits.standard(), new SipCounters());
        try {
            if (parser.parseSIPMessage(spoiled, wholeDatagram, false, null) instanceof SIPRequest request) {
                InvitationReader.read(request);
            }
        } catch (ParseException e) {
            assertThat(e).hasMessage("unreadable message");
        }
    }

    @Test
    void overUdpTheLineGoesOn() throws Exception {
        goesOn(Transport.UDP, 11);
    }

    @Test
    void overTcpTheLineGoesOn() throws Exception {
        goesOn(Transport.TCP, 12);
    }

    private static void goesOn(Transport transport, long seed) throws Exception {
        Mutation mutation = new Mutation(seed);
        try (ScriptedPbx pbx = new ScriptedPbx(transport)) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            try (LineUnderTest test = LineUnderTest.registered(pbx)) {
                test.call("300", Duration.ofSeconds(60));
                SipText invite = pbx.awaitRequest("INVITE");
                Set<Thread> born = Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread) && livesAsLongAsTheLine(thread))
                        .collect(Collectors.toSet());
                assertThat(born).hasSizeGreaterThan(5);
                for (int i = 0; i < MESSAGES; i++) {
                    List<String> good = good(pbx, invite);
                    pbx.sendBytes(mutation.of(good.get(i % good.size())).getBytes(StandardCharsets.ISO_8859_1));
                    pbx.connectAnew(test.line.localAddress().orElseThrow());
                    if (i % PACE == 0) {
                        test.calls.forEach(IncomingLeg::hangUp);
                        assertAnswersOptions(pbx, test, transport);
                    }
                }
                assertAnswersOptions(pbx, test, transport);
                assertThat(born.stream().filter(thread -> !thread.isAlive()))
                        .as("threads that died")
                        .isEmpty();
                assertThat(test.counters.get(SipCount.FAULTS)).isZero();
                assertThat(test.counters.get(SipCount.PROBES_LOST)).isZero();
            }
        }
    }

    /** The threads of a TCP connection end with it; the others must not. */
    private static boolean livesAsLongAsTheLine(Thread thread) {
        return List.of("TCPMessageChannel", "Pipeline", "scripted-pbx").stream()
                .noneMatch(thread.getName()::startsWith);
    }

    private static void assertAnswersOptions(ScriptedPbx pbx, LineUnderTest test, Transport transport)
            throws Exception {
        InetSocketAddress line = test.line.localAddress().orElseThrow();
        boolean answered = false;
        for (int i = 0; i < 5 && !answered; i++) {
            ScriptedPbx.Caller asking = pbx.caller();
            String options = asking.request("OPTIONS", asking.branch("o"), List.of(), "");
            if (transport == Transport.UDP) {
                pbx.send(options);
                answered = !pbx.quiet(m -> m.find("Call-ID").equals(Optional.of(asking.callId())), 1_000);
            } else {
                answered = answeredOnItsOwnConnection(line, options.replace(pbx.hostPort(), "127.0.0.1:1"));
            }
        }
        assertThat(answered).as("OPTIONS is answered").isTrue();
    }

    private static boolean answeredOnItsOwnConnection(InetSocketAddress line, String options) throws IOException {
        try (Socket socket = new Socket(line.getAddress(), line.getPort())) {
            socket.setSoTimeout(1_000);
            String own = "127.0.0.1:" + socket.getLocalPort();
            socket.getOutputStream().write(options.replace("127.0.0.1:1", own).getBytes(StandardCharsets.UTF_8));
            byte[] start = socket.getInputStream().readNBytes("SIP/2.0 200".length());
            return new String(start, StandardCharsets.UTF_8).equals("SIP/2.0 200");
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static List<String> good(ScriptedPbx pbx, SipText invite) {
        ScriptedPbx.Caller caller = pbx.caller();
        List<String> contact = List.of("Contact: <sip:300@" + pbx.hostPort() + ">");
        return List.of(
                caller.invite(List.of("Supported: timer", "Session-Expires: 1800"), ScriptedPbx.SDP),
                caller.request("OPTIONS", caller.branch("o"), List.of(), ""),
                caller.request("CANCEL", caller.branch("i"), List.of(), ""),
                caller.ack(""),
                caller.request("BYE", caller.branch("b"), List.of(), ""),
                caller.request("UPDATE", caller.branch("u"), List.of(), ScriptedPbx.SDP),
                caller.request("REFER", caller.branch("r"), List.of("Refer-To: <sip:1@pbx.test>"), ""),
                invite.response(183, "Session Progress", "t1", contact, ScriptedPbx.SDP),
                invite.response(
                        407, "Proxy Authentication Required", "t2", List.of("Proxy-Authenticate: Digest x"), ""));
    }
}

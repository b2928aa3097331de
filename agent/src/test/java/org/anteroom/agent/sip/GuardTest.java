package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.BesideOthers;

/** What strangers, floods and loops can't do. */
class GuardTest {

    @BesideOthers
    void datagramsFromElsewhereAreDroppedUnread() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP);
                LineUnderTest test = LineUnderTest.registered(pbx);
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.99"))) {
            byte[] invite = pbx.caller().invite(List.of(), ScriptedPbx.SDP).getBytes(StandardCharsets.UTF_8);
            InetSocketAddress line = test.line.localAddress().orElseThrow();
            stranger.send(new DatagramPacket(invite, invite.length, line));
            assertThat(Waiting.holds(() -> test.counters.get(SipCount.FOREIGN_DATAGRAMS) == 1, 10))
                    .isTrue();
            stranger.setSoTimeout(300);
            assertThatThrownBy(() -> stranger.receive(new DatagramPacket(new byte[2_000], 2_000)))
                    .isInstanceOf(IOException.class);
            assertThat(test.calls).isEmpty();
        }
    }

    @BesideOthers
    void connectionsFromElsewhereAreClosedUnread() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.TCP);
                LineUnderTest test = LineUnderTest.registered(pbx);
                Socket stranger = new Socket()) {
            stranger.bind(new InetSocketAddress("127.0.0.99", 0));
            stranger.connect(test.line.localAddress().orElseThrow());
            stranger.setSoTimeout(10_000);
            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
            assertThat(test.counters.get(SipCount.FOREIGN_CONNECTIONS)).isEqualTo(1);
        }
    }

    @BesideOthers
    void garbageFromThePbxsAddressIsAnsweredOrDroppedAndTheLineGoesOn() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            Random random = new Random(7);
            String good = pbx.caller().invite(List.of(), ScriptedPbx.SDP);
            for (int i = 0; i < 300; i++) {
                StringBuilder bad = new StringBuilder(good);
                for (int j = 0; j < 20; j++) {
                    bad.setCharAt(random.nextInt(bad.length()), (char) random.nextInt(128));
                }
                pbx.send(bad.toString());
                pbx.send(good.substring(0, random.nextInt(good.length())));
            }
            pbx.send(good.replace("Via: ", "Via: (" + "(".repeat(1_900)));
            pbx.send(good.replace("Max-Forwards: 70\r\n", "X: y\r\n".repeat(200)));
            pbx.send(good.replace("SIP/2.0\r\n", "SIP/9.9\r\n"));
            pbx.send("\r\n\r\n");
            assertStillTakesCalls(pbx, test);
            assertThat(test.counters.get(SipCount.MALFORMED_MESSAGES)).isGreaterThan(20);
            pbx.send(good.replace("Max-Forwards: 70", "X: " + "x".repeat(20_000)));
            assertThat(Waiting.holds(() -> test.counters.get(SipCount.OVERSIZE_MESSAGES) == 1, 10))
                    .isTrue();
        }
    }

    @BesideOthers
    void garbageOnAConnectionEndsAtMostThatConnection() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.TCP)) {
            pbx.registrar(request -> request.response(200, "OK", "reg", List.of("Expires: 1"), ""));
            try (LineUnderTest test = LineUnderTest.registered(pbx)) {
                for (int i = 0; i < 3; i++) {
                    InetSocketAddress line = test.line.localAddress().orElseThrow();
                    try (Socket bad = new Socket("127.0.0.1", line.getPort())) {
                        bad.getOutputStream()
                                .write(("INVITE x\r\nContent-Length: 99999999999999999999999999999999\r\n\r\n"
                                                + "A".repeat(3_000))
                                        .getBytes(StandardCharsets.UTF_8));
                    }
                }
                long before = test.counters.get(SipCount.REGISTRATIONS);
                assertThat(Waiting.holds(() -> test.counters.get(SipCount.REGISTRATIONS) > before + 1, 15))
                        .isTrue();
                assertStillTakesCalls(pbx, test);
            }
        }
    }

    @BesideOthers
    void aConnectionOnWhichNothingCanBeReadAnyMoreIsClosed() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.TCP);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            String invite = pbx.caller().invite(List.of(), ScriptedPbx.SDP);
            for (String length : List.of("999999", "-5", "99999999999999999999", "x")) {
                try (Socket bad = new Socket(
                        "127.0.0.1", test.line.localAddress().orElseThrow().getPort())) {
                    bad.getOutputStream()
                            .write(invite.replaceFirst("Content-Length: \\d+", "Content-Length: " + length)
                                    .getBytes(StandardCharsets.UTF_8));
                    bad.setSoTimeout(15_000);
                    assertThat(lastOf(bad)).as(length).isEqualTo(-1);
                }
            }
        }
    }

    @BesideOthers
    void aNewConnectionIsAnsweredHoweverManySilentOnesStand() throws Exception {
        int limit = LineLimits.standard().connections();
        List<Socket> open = new java.util.ArrayList<>();
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.TCP);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            InetSocketAddress line = test.line.localAddress().orElseThrow();
            Socket speaking = new Socket(line.getAddress(), line.getPort());
            open.add(speaking);
            assertThat(answersOptions(speaking, pbx.caller())).isTrue();
            for (int i = 0; i < 2 * limit; i++) {
                open.add(new Socket(line.getAddress(), line.getPort()));
                assertThat(answersOptions(speaking, pbx.caller())).isTrue();
            }
            assertThat(answersOptions(open.get(open.size() - 1), pbx.caller())).isTrue();
            assertThat(test.counters.get(SipCount.CONNECTIONS_ENDED)).isEqualTo(limit + 1);
            open.get(1).setSoTimeout(10_000);
            assertThat(lastOf(open.get(1))).isEqualTo(-1);
            assertThat(test.counters.get(SipCount.PROBES_LOST)).isZero();
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static boolean answersOptions(Socket socket, ScriptedPbx.Caller asking) throws IOException {
        String options = asking.request("OPTIONS", asking.branch("o"), List.of(), "");
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(options.getBytes(StandardCharsets.UTF_8));
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return false;
            }
            heard.append((char) next);
        }
        return heard.toString().startsWith("SIP/2.0 200") && heard.indexOf(asking.callId()) > 0;
    }

    /** What a connection ends with. */
    private static int lastOf(Socket socket) throws IOException {
        int last = socket.getInputStream().read();
        while (last >= 0) {
            last = socket.getInputStream().read();
        }
        return last;
    }

    /** Some of the garbage is good enough to be a call; those are ended. The network may lose an INVITE of a burst. */
    private static void assertStillTakesCalls(ScriptedPbx pbx, LineUnderTest test) throws Exception {
        boolean taken = false;
        for (int i = 0; i < 10 && !taken; i++) {
            test.calls.forEach(IncomingLeg::hangUp);
            ScriptedPbx.Caller caller = pbx.caller();
            pbx.send(caller.invite(List.of(), ScriptedPbx.SDP));
            taken = !pbx.quiet(m -> m.status() == 100 && m.header("Call-ID").equals(caller.callId()), 1_000);
        }
        assertThat(taken).isTrue();
    }

    @BesideOthers
    void aStackOverflowOfTheParserIsAMalformedMessageOnly() throws Exception {
        String whole = "OPTIONS sip:x SIP/2.0\r\nVia: a\r\nFrom: b\r\nTo: c\r\nCall-ID: d\r\nCSeq: 1 OPTIONS\r\n\r\n";
        SipCounters counters = new SipCounters();
        GuardedParser parser = new GuardedParser(
                (message, body, strict, listener) -> {
                    throw new StackOverflowError();
                },
                LineLimits.standard(),
                counters);
        for (int i = 0; i < 8; i++) {
            assertThat(parser.parseSIPMessage("OPTIONS".getBytes(StandardCharsets.UTF_8), true, false, null))
                    .isNull();
            assertThatThrownBy(() -> parser.parseSIPMessage(whole.getBytes(StandardCharsets.UTF_8), true, false, null))
                    .isInstanceOf(ParseException.class);
        }
        assertThat(counters.get(SipCount.MALFORMED_MESSAGES)).isEqualTo(16);
    }

    @BesideOthers
    void aListenerThatThrowsCostsItsCallOnly() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP)) {
            SipCounters counters = new SipCounters();
            try (Line line = new Line(pbx.settings(LineUnderTest.QUICK), counters, new LineListener() {
                @Override
                public LegListener incoming(IncomingLeg leg, Invitation invitation) {
                    throw new IllegalStateException("no");
                }

                @Override
                public void registration(RegistrationState state) {}

                @Override
                public void health(boolean answering, String sentence) {}
            })) {
                line.start();
                pbx.awaitRegister();
                for (int i = 0; i < 2; i++) {
                    pbx.send(pbx.caller().invite(List.of(), ScriptedPbx.SDP));
                    pbx.awaitStatus(500);
                }
                assertThat(Waiting.holds(() -> counters.get(SipCount.FAULTS) == 2, 5))
                        .isTrue();
                assertThat(Waiting.holds(() -> line.tables().legs() == 0, 5)).isTrue();
            }
        }
    }

    @BesideOthers
    void oneCallMoreThanThereAreLegsIsBusy() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP)) {
            LineSettings roomy = pbx.settings(LineUnderTest.QUICK);
            LineLimits one = new LineLimits(1, 16_384, 96, 2_048, 8_192, 16, 1_000);
            try (LineUnderTest test = new LineUnderTest(
                    new LineSettings(roomy.pbx(), roomy.account(), roomy.local(), roomy.timers(), one))) {
                test.line.start();
                test.awaitState(RegistrationState.Registered.class);
                pbx.send(pbx.caller().invite(List.of(), ScriptedPbx.SDP));
                test.awaitCall();
                pbx.send(pbx.caller().invite(List.of(), ScriptedPbx.SDP));
                pbx.awaitStatus(486);
                assertThat(test.counters.get(SipCount.CALLS_REFUSED_FULL)).isEqualTo(1);
            }
        }
    }

    @BesideOthers
    void aCallThatOurOwnCallCausedIsBusy() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            Heard heard = test.call("5559876", Duration.ofSeconds(20));
            SipText invite = pbx.awaitRequest("INVITE");
            pbx.send(invite.response(180, "Ringing", "t1", List.of("Contact: <sip:x@" + pbx.hostPort() + ">"), ""));
            heard.next(LegEvent.Progress.class);

            String token = invite.header(LoopGuard.HEADER);
            assertBusy(pbx, List.of(LoopGuard.HEADER + ": " + token));
            assertBusy(
                    pbx,
                    List.of(
                            "P-Asserted-Identity: <sip:5550100@pbx.test>",
                            "Diversion: <sip:+1-555-9876@pbx.test>;reason=unconditional"));
            assertBusy(pbx, List.of("P-Asserted-Identity: <sip:200@pbx.test>"));
            assertThat(test.counters.get(SipCount.LOOPS)).isEqualTo(3);

            pbx.send(pbx.caller().invite(List.of(LoopGuard.HEADER + ": 00"), ScriptedPbx.SDP));
            assertThat(test.awaitCall()).isNotNull();
            pbx.send(invite.response(486, "Busy Here", "t1", List.of(), ""));
            heard.next(LegEvent.Refused.class);
        }
    }

    private static void assertBusy(ScriptedPbx pbx, List<String> extra) throws Exception {
        ScriptedPbx.Caller caller = pbx.caller();
        pbx.send(caller.invite(extra, ScriptedPbx.SDP));
        SipText busy = pbx.awaitStatus(486);
        assertThat(busy.header("Call-ID")).isEqualTo(caller.callId());
    }

    @BesideOthers
    void whoCallsFromOurNumberIsNoLoopWhileWeRingNobody() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            pbx.send(pbx.caller().invite(List.of("P-Asserted-Identity: <sip:200@pbx.test>"), ScriptedPbx.SDP));
            assertThat(test.awaitCall()).isNotNull();
        }
    }

    @BesideOthers
    void theProbeIsAnsweredAndNoticesASilentStack() throws Exception {
        SourceFilter filter = new SourceFilter();
        SipCounters counters = new SipCounters();
        java.util.concurrent.BlockingQueue<Boolean> told = new java.util.concurrent.LinkedBlockingQueue<>();
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
                Probe probe = new Probe(
                        (InetSocketAddress) silent.getLocalSocketAddress(),
                        Transport.UDP,
                        filter,
                        counters,
                        Duration.ofMillis(50),
                        told::add)) {
            probe.start();
            assertThat(told.poll(20, TimeUnit.SECONDS)).isFalse();
            assertThat(counters.get(SipCount.PROBES_LOST)).isEqualTo(2);
        }
    }

    @BesideOthers
    void theLinesOwnProbesPassItsGuard() throws Exception {
        for (Transport transport : Transport.values()) {
            try (ScriptedPbx pbx = new ScriptedPbx(transport);
                    LineUnderTest test = LineUnderTest.registered(pbx)) {
                assertThat(test.health.poll(1_500, TimeUnit.MILLISECONDS)).isNull();
                assertThat(test.counters.get(SipCount.PROBES_LOST)).isZero();
            }
        }
    }
}

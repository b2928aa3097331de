package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PbxProbeTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void tellsWhoAnswersAndWhatItTakes() throws Exception {
        String sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + "m=audio 4000 RTP/AVP 0 9 101\r\na=rtpmap:9 G722/8000\r\na=rtpmap:101 telephone-event/8000\r\n";
        PbxAnswer.Answered answer = answered(request -> request.response(
                200,
                "OK",
                "t",
                List.of(
                        "Server: Asterisk PBX 20.5.0",
                        "Allow: INVITE, ACK, REFER",
                        "Accept: application/sdp",
                        "Supported: replaces, timer",
                        "Contact: <sip:127.0.0.1:5060>",
                        "Content-Type: application/sdp"),
                sdp));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.make()).isEqualTo(PbxMake.ASTERISK);
        assertThat(answer.allow()).containsExactly("INVITE", "ACK", "REFER");
        assertThat(answer.accept()).containsExactly("application/sdp");
        assertThat(answer.supported()).containsExactly("replaces", "timer");
        assertThat(answer.contact())
                .hasValueSatisfying(contact -> assertThat(contact).contains("127.0.0.1"));
        assertThat(answer.codecs()).containsExactly("PCMU", "G722", "TELEPHONE-EVENT");
        assertThat(answer.roundTrip()).isBetween(Duration.ZERO, LONG);
        assertThat(answer.sentence()).contains("200").contains("Asterisk PBX 20.5.0");
    }

    @Test
    void seesANatByWhatThePbxSawOfUs() throws Exception {
        PbxAnswer.Answered answer = answered(request -> {
            SipText seen = SipText.parse(request.startLine() + "\r\n"
                    + "Via: " + request.header("Via").replace(";rport", ";rport=40000;received=203.0.113.9") + "\r\n"
                    + "From: " + request.header("From") + "\r\nTo: " + request.header("To") + "\r\nCall-ID: "
                    + request.header("Call-ID") + "\r\nCSeq: " + request.header("CSeq") + "\r\n\r\n");
            return seen.response(200, "OK", "t", List.of(), "");
        });

        assertThat(answer.translated()).isTrue();
        assertThat(answer.seenFrom()).contains(new InetSocketAddress(InetAddress.getByName("203.0.113.9"), 40_000));
    }

    @Test
    void takesAnyFinalAnswerForALivingPbx() throws Exception {
        PbxAnswer.Answered answer =
                answered(request -> request.response(404, "Not Found", "t", List.of("User-Agent: X"), ""));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.software()).contains("X");
        assertThat(answer.make()).isEqualTo(PbxMake.UNKNOWN);
        assertThat(answer.translated()).isFalse();
    }

    @Test
    void cutsAndCleansWhatAStrangerCallsItself() {
        assertThat(OptionsAnswer.clean("\u001b[31mAsterisk\u0007 ä")).isEqualTo("[31mAsterisk");
        assertThat(OptionsAnswer.clean("x".repeat(500))).hasSize(80);
    }

    @Test
    void repeatsADatagramThatWasLost() throws Exception {
        try (DatagramSocket pbx = new DatagramSocket(0, HERE)) {
            Thread peer = peer(() -> {
                receive(pbx);
                answer(pbx, receive(pbx), request -> request.response(200, "OK", "t", List.of(), ""));
            });
            assertThat(probe(pbx.getLocalPort(), Transport.UDP).ask(LONG)).isInstanceOf(PbxAnswer.Answered.class);
            peer.join();
        }
    }

    @Test
    void answersOfOtherTransactionsAreNotItsOwn() throws Exception {
        try (DatagramSocket pbx = new DatagramSocket(0, HERE)) {
            Thread peer =
                    peer(() -> answer(pbx, receive(pbx), request -> request.response(200, "OK", "t", List.of(), "")
                            .replace("z9hG4bK", "z9hG4bKother")));
            assertThat(probe(pbx.getLocalPort(), Transport.UDP).ask(SHORT)).isInstanceOf(PbxAnswer.None.class);
            peer.join();
        }
    }

    @Test
    void asksOverTcpAndReadsAnAnswerInPieces() throws Exception {
        try (ServerSocket pbx = new ServerSocket(0, 1, HERE)) {
            Thread peer = peer(() -> {
                try (Socket socket = pbx.accept()) {
                    SipText request = SipText.parse(head(socket.getInputStream()));
                    byte[] whole = request.response(200, "OK", "t", List.of("Server: kamailio (5.6.3)"), "")
                            .getBytes(StandardCharsets.UTF_8);
                    socket.getOutputStream().write(whole, 0, 30);
                    socket.getOutputStream().flush();
                    socket.getOutputStream().write(whole, 30, whole.length - 30);
                    socket.getInputStream().read();
                }
            });
            PbxAnswer answer = probe(pbx.getLocalPort(), Transport.TCP).ask(LONG);
            assertThat(answer).isInstanceOfSatisfying(PbxAnswer.Answered.class, yes -> assertThat(yes.make())
                    .isEqualTo(PbxMake.KAMAILIO));
            peer.join();
        }
    }

    @Test
    void asksEveryAddressAndSaysOfEachWhetherItAnswers() throws Exception {
        InetAddress silent = InetAddress.getByName("127.0.0.3");
        InetAddress unreachable = InetAddress.getByName("2001:db8::1");
        try (DatagramSocket pbx = new DatagramSocket(0, HERE)) {
            Thread peer =
                    peer(() -> answer(pbx, receive(pbx), request -> request.response(200, "OK", "t", List.of(), "")));
            PbxProbe probe = new PbxProbe(
                    new LineSettings.Pbx("pbx.example", pbx.getLocalPort(), Transport.UDP, "pbx.example"),
                    Optional.of(HERE));
            Map<InetAddress, PbxAnswer> answers = probe.askEach(List.of(HERE, silent, unreachable), LONG);
            assertThat(answers.keySet()).containsExactly(HERE, silent, unreachable);
            assertThat(answers.get(HERE)).isInstanceOf(PbxAnswer.Answered.class);
            assertThat(answers.get(silent)).isInstanceOf(PbxAnswer.None.class);
            assertThat(answers.get(unreachable)).isInstanceOf(PbxAnswer.None.class);
            peer.join();
        }
    }

    @Test
    void goesToTheFirstAddressOfOurFamily() throws Exception {
        InetAddress six = InetAddress.getByName("2001:db8::1");
        InetAddress four = InetAddress.getByName("192.0.2.1");
        InetAddress other = InetAddress.getByName("192.0.2.2");
        assertThat(PbxAddresses.used(List.of(six, four, other), Optional.empty()))
                .isEqualTo(four);
        assertThat(PbxAddresses.used(List.of(four, six), Optional.of(six))).isEqualTo(six);
        assertThat(PbxAddresses.used(List.of(six), Optional.of(HERE))).isEqualTo(six);
        assertThat(PbxAddresses.mayBeUsed(six, List.of(six, four), Optional.empty()))
                .isFalse();
        assertThat(PbxAddresses.mayBeUsed(four, List.of(six, four), Optional.empty()))
                .isTrue();
        assertThat(PbxAddresses.mayBeUsed(six, List.of(six), Optional.empty()))
                .as("a name with no address of our family")
                .isTrue();
        assertThat(PbxAddresses.mayBeUsed(four, List.of(four, other), Optional.of(six)))
                .as("our own address is of another family than all of the name's")
                .isTrue();
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (DatagramSocket gone = new DatagramSocket(0, HERE)) {
            port = gone.getLocalPort();
        }
        assertThat(probe(port, Transport.UDP).ask(SHORT)).isInstanceOfSatisfying(PbxAnswer.None.class, none -> {
            assertThat(none.why()).isEqualTo(PbxAnswer.Why.REFUSED);
            assertThat(none.sentence()).contains("Nobody listens").contains("sip.pbx-port");
        });
        assertThat(probe(port, Transport.TCP).ask(SHORT))
                .isInstanceOfSatisfying(
                        PbxAnswer.None.class, none -> assertThat(none.why()).isEqualTo(PbxAnswer.Why.REFUSED));
    }

    @Test
    void saysThatNothingComesBack() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, HERE)) {
            assertThat(probe(silent.getLocalPort(), Transport.UDP).ask(SHORT))
                    .isInstanceOfSatisfying(PbxAnswer.None.class, none -> {
                        assertThat(none.why()).isEqualTo(PbxAnswer.Why.SILENT);
                        assertThat(none.sentence()).contains("300 ms").contains("fail2ban");
                    });
        }
    }

    @Test
    void saysThatAnotherProgramAnswers() throws Exception {
        try (ServerSocket web = new ServerSocket(0, 1, HERE)) {
            Thread peer = peer(() -> {
                try (Socket socket = web.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    socket.getInputStream().read();
                }
            });
            assertThat(probe(web.getLocalPort(), Transport.TCP).ask(LONG))
                    .isInstanceOfSatisfying(
                            PbxAnswer.None.class, none -> assertThat(none.why()).isEqualTo(PbxAnswer.Why.STRANGE));
            peer.join();
        }
    }

    @Test
    void saysThatTheNameIsUnknown() throws Exception {
        PbxProbe probe = new PbxProbe(
                new LineSettings.Pbx("no-such-pbx.invalid", 5060, Transport.UDP, "no-such-pbx.invalid"),
                Optional.empty());
        assertThat(probe.ask(LONG)).isInstanceOfSatisfying(PbxAnswer.None.class, none -> {
            assertThat(none.why()).isEqualTo(PbxAnswer.Why.NAME);
            assertThat(none.sentence()).contains("no-such-pbx.invalid").contains("sip.pbx");
        });
    }

    private interface Play {
        void run() throws Exception;
    }

    private interface Reply {
        String to(SipText request);
    }

    private static PbxAnswer.Answered answered(Reply reply) throws Exception {
        try (DatagramSocket pbx = new DatagramSocket(0, HERE)) {
            Thread peer = peer(() -> answer(pbx, receive(pbx), reply));
            PbxAnswer answer = probe(pbx.getLocalPort(), Transport.UDP).ask(LONG);
            peer.join();
            assertThat(answer).isInstanceOf(PbxAnswer.Answered.class);
            return (PbxAnswer.Answered) answer;
        }
    }

    private static PbxProbe probe(int port, Transport transport) {
        return new PbxProbe(new LineSettings.Pbx("127.0.0.1", port, transport, "127.0.0.1"), Optional.empty());
    }

    private static DatagramPacket receive(DatagramSocket pbx) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
        pbx.receive(packet);
        return packet;
    }

    private static void answer(DatagramSocket pbx, DatagramPacket request, Reply reply) throws IOException {
        String text = new String(request.getData(), 0, request.getLength(), StandardCharsets.UTF_8);
        byte[] bytes = reply.to(SipText.parse(text)).getBytes(StandardCharsets.UTF_8);
        pbx.send(new DatagramPacket(bytes, bytes.length, request.getSocketAddress()));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.read());
        }
        return text.toString();
    }

    private static Thread peer(Play play) {
        Thread thread = new Thread(() -> {
            try {
                play.run();
            } catch (Exception e) {
                // The probe's own deadline ends the test; it then says what did not come.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}

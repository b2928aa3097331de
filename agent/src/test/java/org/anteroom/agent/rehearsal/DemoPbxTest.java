package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.PbxPlan.Extension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoPbxTest {

    private DemoPbx pbx;
    private RawPhone caller;
    private RawPhone called;

    @BeforeEach
    void start() throws Exception {
        PbxPlan plan = new PbxPlan(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                "practice.test",
                List.of(new Extension("5550142", "pw1"), new Extension("201", "pw2"), new Extension("202", "pw3")),
                Map.of("5550100", "201"),
                Map.of("201", "202"));
        pbx = new DemoPbx(plan, Clock.systemUTC());
        caller = new RawPhone(pbx.address(), "5550142", "pw1");
        called = new RawPhone(pbx.address(), "201", "pw2");
    }

    @AfterEach
    void stop() {
        caller.close();
        called.close();
        pbx.close();
    }

    private String register(RawPhone phone, String user) throws Exception {
        return phone.authenticated("REGISTER", user, "Expires: 60\r\n");
    }

    @Test
    void challengesAndThenKeepsARegistration() throws Exception {
        String answer = register(called, "201");

        assertThat(answer).startsWith("SIP/2.0 200").contains("Contact: <sip:201@127.0.0.1:" + called.port());
        assertThat(pbx.registered("201")).isTrue();
        assertThat(pbx.awaitRegistered("201", Duration.ofSeconds(5))).isTrue();
        assertThat(pbx.awaitRegistered("202", Duration.ofMillis(10))).isFalse();
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownExtension() throws Exception {
        try (RawPhone wrong = new RawPhone(pbx.address(), "201", "guess");
                RawPhone stranger = new RawPhone(pbx.address(), "666", "pw")) {
            assertThat(register(wrong, "201")).startsWith("SIP/2.0 403");
            assertThat(register(stranger, "666")).startsWith("SIP/2.0 404");
        }
        assertThat(pbx.registrations()).isZero();
    }

    @Test
    void removesABindingThatExpiresAtOnce() throws Exception {
        register(called, "201");
        called.authenticated("REGISTER", "201", "Expires: 0\r\n");

        assertThat(pbx.registered("201")).isFalse();
    }

    @Test
    void ringsTheExtensionBehindANumberAndBringsItsAnswerBack() throws Exception {
        register(called, "201");
        assertThat(caller.authenticated("INVITE", "5550100", "")).startsWith("SIP/2.0 100");

        String invite = called.receive("INVITE sip:201@127.0.0.1:" + called.port());
        assertThat(invite)
                .contains("Record-Route: <sip:127.0.0.1:" + pbx.address().getPort() + ";lr>")
                .contains("P-Asserted-Identity: <sip:5550142@practice.test>")
                .contains("Max-Forwards: 69")
                .doesNotContain("Proxy-Authorization");
        called.answer(invite, "200 OK", "there");
        String ok = caller.receive("200 OK");
        assertThat(ok).contains("tag=there").contains("rport=" + caller.port());
        assertThat(RawPhone.find(ok, "(?s)(Via: .*)")).doesNotContain("Via: SIP/2.0/UDP 127.0.0.1:" + pbx.address());
    }

    @Test
    void passesRequestsInsideACallAlongTheRecordedRoute() throws Exception {
        register(called, "201");
        caller.authenticated("INVITE", "201", "");
        called.answer(called.receive("INVITE"), "200 OK", "there");
        caller.receive("200 OK");

        String route = "Route: <sip:127.0.0.1:" + pbx.address().getPort() + ";lr>\r\n";
        String bye = caller.request("BYE", "201", "there", "bye1", route)
                .replaceFirst("BYE sip:[^ ]+", "BYE sip:201@127.0.0.1:" + called.port());
        caller.send(bye);

        assertThat(called.receive("BYE")).doesNotContain("\r\nRoute:");
    }

    @Test
    void letsACancelFollowItsInvite() throws Exception {
        register(called, "201");
        caller.authenticated("INVITE", "201", "");
        String invite = called.receive("INVITE");
        String branch = RawPhone.find(invite, "branch=(z9hG4bK[^;\r]+)");

        caller.send(caller.request("CANCEL", "201", "", "INVITE2", ""));

        assertThat(called.receive("CANCEL")).contains("branch=" + branch);
    }

    @Test
    void answersAsATelephoneSystemDoesWhenNobodyCanBeRung() throws Exception {
        assertThat(caller.authenticated("INVITE", "999", "") + caller.receive("SIP/2.0 404"))
                .contains("404 Not Found");
        assertThat(caller.authenticated("INVITE", "202", "") + caller.receive("SIP/2.0 480"))
                .contains("480 Temporarily");
        register(called, "201");
        pbx.fail("201", PbxFault.BUSY);
        assertThat(caller.authenticated("INVITE", "201", "") + caller.receive("SIP/2.0 486"))
                .contains("486 Busy Here");
    }

    @Test
    void keepsASilentTargetTryingUntilTheCallerCancels() throws Exception {
        pbx.fail("201", PbxFault.SILENT);
        register(called, "201");
        assertThat(caller.authenticated("INVITE", "201", "")).startsWith("SIP/2.0 100");
        caller.send(caller.request("CANCEL", "201", "", "INVITE2", ""));

        assertThat(caller.receive("SIP/2.0 200")).contains("CANCEL");
        assertThat(caller.receive("SIP/2.0 487")).contains("INVITE");
    }

    @Test
    void sendsCallsToTheFallbackWhileAnExtensionIsGone() throws Exception {
        try (RawPhone desk = new RawPhone(pbx.address(), "202", "pw3")) {
            register(desk, "202");
            caller.authenticated("INVITE", "5550100", "");

            assertThat(desk.receive("INVITE")).contains("Diversion: <sip:201@practice.test>;reason=unavailable");
        }
    }

    @Test
    void forgetsItsRegistrationsWhenRestartedOnTheSamePort() throws Exception {
        register(called, "201");
        int port = pbx.address().getPort();
        pbx.restart();

        assertThat(pbx.address().getPort()).isEqualTo(port);
        assertThat(pbx.registered("201")).isFalse();
        assertThat(register(called, "201")).startsWith("SIP/2.0 200");
    }

    @Test
    void refusesCallsFromStrangers() throws Exception {
        try (RawPhone stranger = new RawPhone(pbx.address(), "666", "pw")) {
            assertThat(stranger.authenticated("INVITE", "201", "")).startsWith("SIP/2.0 403");
        }
    }

    @Test
    void survivesGarbage() throws Exception {
        for (String garbage :
                List.of("", "\r\n\r\n", "INVITE\r\n\r\n", "SIP/2.0 \r\nVia: x\r\n\r\n", ":::\r\n:\r\n\r\n")) {
            caller.send(garbage);
        }
        caller.send(caller.request("INVITE", "201", "", "x", "").replace("sip:201@", "sip:@@:99999"));

        assertThat(register(called, "201")).startsWith("SIP/2.0 200");
    }

    @Test
    void tellsWatchersWhatPassedAndWhen() throws Exception {
        LinkedBlockingQueue<SipSeen> seen = new LinkedBlockingQueue<>();
        pbx.watch(seen::add);
        long before = System.nanoTime();
        register(called, "201");
        caller.authenticated("INVITE", "201", "");

        SipSeen invite = seen.poll(5, TimeUnit.SECONDS);
        while (invite != null
                && !(invite.method().equals("INVITE") && invite.target().equals("201"))) {
            invite = seen.poll(5, TimeUnit.SECONDS);
        }
        assertThat(invite).isNotNull();
        assertThat(invite.from()).isEqualTo("5550142");
        assertThat(invite.nanos()).isBetween(before, System.nanoTime());
    }

    @Test
    void takesRegistrationsOverTcpCutIntoPieces() throws Exception {
        try (Socket socket =
                new Socket(pbx.address().getAddress(), pbx.address().getPort())) {
            socket.setSoTimeout(5_000);
            byte[] request = caller.request("OPTIONS", "", "", "tcp1", "")
                    .replace("sip:@", "sip:")
                    .getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(request, 0, 100);
            socket.getOutputStream().flush();
            socket.getOutputStream().write(request, 100, request.length - 100);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            while (!answer.toString(StandardCharsets.US_ASCII).contains("\r\n\r\n")) {
                answer.write(socket.getInputStream().read());
            }

            assertThat(answer.toString(StandardCharsets.US_ASCII)).startsWith("SIP/2.0 200 OK");
        }
    }

    @Test
    void refusesToListenBeyondTheLoopback() {
        PbxPlan plan = PbxPlan.of("practice.test");

        assertThatThrownBy(() -> new PbxPlan(
                        new InetSocketAddress("192.0.2.1", 0), "r", List.of(), plan.numbers(), plan.fallbacks()))
                .hasMessageContaining("loopback only");
    }
}

package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.anteroom.agent.BesideOthers;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationTest {

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource(Transport.class)
    void answersTheChallengeAndUnregistersWhenItStops(Transport transport) throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(transport)) {
            pbx.registrar(RegistrationTest::challenging);
            LineUnderTest test = LineUnderTest.registered(pbx);
            SipText first = pbx.awaitRegister();
            SipText second = pbx.awaitRegister();
            assertThat(first.find("Authorization")).isEmpty();
            assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
            assertThat(second.header("Call-ID")).isEqualTo(first.header("Call-ID"));
            assertThat(second.header("Contact")).contains("sip:200@127.0.0.1:").doesNotContain("0.0.0.0");
            assertThat(second.header("To")).isEqualTo("<sip:200@pbx.test>");
            test.close();
            SipText leaving = pbx.awaitRegister();
            assertThat(leaving.header("Expires")).isEqualTo("0");
            assertThat(pbx.awaitRegister().find("Authorization")).isPresent();
        }
    }

    @BesideOthers
    void refreshesBeforeTheTimeThePbxGranted() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP)) {
            pbx.registrar(request -> request.response(
                    200,
                    "OK",
                    "reg",
                    List.of("Contact: " + request.header("Contact").replace("expires=60", "expires=1")),
                    ""));
            try (LineUnderTest test = LineUnderTest.registered(pbx)) {
                SipText first = pbx.awaitRegister();
                SipText second = pbx.awaitRegister();
                assertThat(first.header("Contact")).contains("expires=60");
                assertThat(second.sequence()).isGreaterThan(first.sequence());
                assertThat(test.line.registration()).isEqualTo(new RegistrationState.Registered(Duration.ofSeconds(1)));
            }
        }
    }

    @BesideOthers
    void takesTheExpiresHeaderWhereTheContactSaysNothing() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP)) {
            pbx.registrar(request -> request.response(200, "OK", "reg", List.of("Expires: 17"), ""));
            try (LineUnderTest test = new LineUnderTest(pbx)) {
                test.line.start();
                assertThat(test.awaitState(RegistrationState.Registered.class).expires())
                        .isEqualTo(Duration.ofSeconds(17));
            }
        }
    }

    @BesideOthers
    void asksForLongerWhenToldThatItIsTooBrief() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP)) {
            pbx.registrar(request -> request.header("Expires").equals("90")
                    ? ScriptedPbx.ok(request)
                    : request.response(423, "Interval Too Brief", "reg", List.of("Min-Expires: 90"), ""));
            try (LineUnderTest test = LineUnderTest.registered(pbx)) {
                assertThat(test.line.registration())
                        .isEqualTo(new RegistrationState.Registered(Duration.ofSeconds(90)));
            }
        }
    }

    @BesideOthers
    void aWrongPasswordIsToldInOneSentenceAndTriedAgainMoreSlowly() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP)) {
            AtomicInteger asked = new AtomicInteger();
            pbx.registrar(request -> asked.incrementAndGet() > 4 ? ScriptedPbx.ok(request) : unauthorized(request));
            try (LineUnderTest test = new LineUnderTest(pbx)) {
                test.line.start();
                RegistrationState.Failing failing = test.awaitState(RegistrationState.Failing.class);
                assertThat(failing.sentence())
                        .contains("refuses extension 200", "password")
                        .doesNotContain("secret");
                assertThat(failing.retryIn()).isGreaterThan(Duration.ofMillis(1_000));
                test.awaitState(RegistrationState.Registered.class);
                assertThat(test.states).isEmpty();
            }
        }
    }

    @BesideOthers
    void anUnreachablePbxIsToldOnceAndFoundWhenItComes() throws Exception {
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        LineSettings settings = new LineSettings(
                new LineSettings.Pbx("127.0.0.1", port, Transport.UDP, "pbx.test"),
                LineSettings.Account.of("200", Secret.of("x")),
                LineSettings.Local.any(),
                LineUnderTest.QUICK,
                LineLimits.standard());
        try (LineUnderTest test = new LineUnderTest(settings)) {
            test.line.start();
            assertThat(test.awaitState(RegistrationState.Failing.class).sentence())
                    .contains("127.0.0.1:" + port, "doesn't answer over UDP");
            try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP, "127.0.0.1", port)) {
                test.awaitState(RegistrationState.Registered.class);
                assertThat(pbx.awaitRegister()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource(Transport.class)
    void comesBackAfterThePbxRestarted(Transport transport) throws Exception {
        int port;
        LineUnderTest test;
        try (ScriptedPbx pbx = new ScriptedPbx(transport)) {
            port = pbx.port();
            pbx.registrar(request -> request.response(200, "OK", "reg", List.of("Expires: 1"), ""));
            test = LineUnderTest.registered(pbx);
        }
        try (test) {
            test.awaitState(RegistrationState.Failing.class);
            try (ScriptedPbx again = new ScriptedPbx(transport, "127.0.0.1", port)) {
                test.awaitState(RegistrationState.Registered.class);
                assertThat(again.awaitRegister()).isNotNull();
            }
        }
    }

    @BesideOthers
    void aNameThatCantBeResolvedIsAConditionNotAnEnd() throws Exception {
        LineSettings settings = new LineSettings(
                new LineSettings.Pbx("pbx.invalid", 5060, Transport.UDP, "pbx.test"),
                LineSettings.Account.of("200", Secret.of("x")),
                LineSettings.Local.any(),
                LineUnderTest.QUICK,
                LineLimits.standard());
        try (LineUnderTest test = new LineUnderTest(settings)) {
            test.line.start();
            assertThat(test.awaitState(RegistrationState.Failing.class).sentence())
                    .contains("pbx.invalid", "can't be resolved");
            assertThat(Waiting.holds(() -> test.counters.get(SipCount.REGISTRATION_FAILURES) >= 3, 30))
                    .as("it goes on trying")
                    .isTrue();
            Heard heard = test.call("300", Duration.ofSeconds(5));
            assertThat(heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.NO_RESPONSE);
        }
    }

    @BesideOthers
    void aTakenPortIsAnErrorThatSaysWhatToChange() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
                ScriptedPbx pbx = new ScriptedPbx(Transport.UDP)) {
            LineSettings settings = new LineSettings(
                    pbx.settings(LineUnderTest.QUICK).pbx(),
                    LineSettings.Account.of("200", Secret.of("x")),
                    new LineSettings.Local(Optional.of(InetAddress.getByName("127.0.0.1")), taken.getLocalPort()),
                    LineUnderTest.QUICK,
                    LineLimits.standard());
            try (LineUnderTest test = new LineUnderTest(settings)) {
                assertThatThrownBy(test.line::start).hasMessageContaining("another program holds the port");
            }
        }
    }

    @BesideOthers
    void takesTheAddressThePbxSeesItAtIntoTheContact() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP)) {
            pbx.registrar(request -> ScriptedPbx.ok(request).replaceFirst(";rport", ";received=192.0.2.8;rport=45000"));
            try (LineUnderTest test = LineUnderTest.registered(pbx)) {
                SipText first = pbx.awaitRegister();
                SipText second = pbx.awaitRegister();
                assertThat(second.all("Contact").toString())
                        .contains("sip:200@192.0.2.8:45000")
                        .contains(first.address("Contact"))
                        .contains("expires=0");
                assertThat(test.line.registration()).isInstanceOf(RegistrationState.Registered.class);
            }
        }
    }

    @BesideOthers
    void withdrawnItUnregistersAndAnswers503UntilItResumes() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            pbx.awaitRegister();
            test.line.withdraw();
            assertThat(pbx.awaitRegister().header("Expires")).isEqualTo("0");
            ScriptedPbx.Caller caller = pbx.caller();
            pbx.send(caller.invite(List.of(), ScriptedPbx.SDP));
            SipText refused = pbx.awaitStatus(503);
            assertThat(refused.header("Retry-After")).isEqualTo("30");
            caller.learn(refused);
            pbx.send(caller.request("ACK", caller.branch("i"), List.of(), ""));
            pbx.send(pbx.caller().request("OPTIONS", "z9hG4bK-o1", List.of(), ""));
            pbx.awaitStatus(503);
            test.line.resume();
            assertThat(pbx.awaitRegister().header("Expires")).isEqualTo("60");
            test.awaitState(RegistrationState.Registered.class);
        }
    }

    private static String challenging(SipText request) {
        if (request.find("Authorization").isEmpty()) {
            return unauthorized(request);
        }
        return isRight(request) ? ScriptedPbx.ok(request) : request.response(403, "Forbidden", "reg", List.of(), "");
    }

    private static String unauthorized(SipText request) {
        return request.response(
                401,
                "Unauthorized",
                "reg",
                List.of("WWW-Authenticate: Digest realm=\"pbx\", nonce=\"n" + request.sequence()
                        + "\", opaque=\"o\", algorithm=MD5, qop=\"auth,auth-int\""),
                "");
    }

    private static boolean isRight(SipText request) {
        String a1 = md5("user200:pbx:secret");
        String a2 = md5("REGISTER:" + request.digest("Authorization", "uri"));
        String expected =
                md5(a1 + ":" + request.digest("Authorization", "nonce") + ":" + request.digest("Authorization", "nc")
                        + ":" + request.digest("Authorization", "cnonce") + ":auth:" + a2);
        return expected.equals(request.digest("Authorization", "response"));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

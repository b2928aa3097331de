package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The challenges of registrars, as they are written in the field. */
class ChallengeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Digest realm=\"pbx\", nonce=\"n1\"",
                "Digest realm=\"pbx\",nonce=\"n1\",algorithm=MD5",
                "Digest algorithm=\"MD5\", qop=\"auth\", realm=\"pbx\", nonce=\"n1\"",
                "Digest realm=\"pbx\", nonce=\"n1\", algorithm=md5, qop=auth",
                "Digest realm=\"pbx\", nonce=\"n1\", opaque=\"5ccc069c\", qop=\"auth,auth-int\"",
                "Digest realm=\"pbx\", nonce=\"n1\", opaque=\"\", qop=\"auth-int, auth\", stale=FALSE",
                "digest realm=\"pbx\", nonce=\"n1/==,;x\", domain=\"sip:pbx.test\"",
            })
    void oneChallengeIsAnswered(String challenge) throws Exception {
        SipText answer = answered("WWW-Authenticate", "Authorization", challenge);
        assertRight(answer, "Authorization", "MD5");
        assertThat(answer.header("Authorization").contains("opaque=\"5ccc069c\""))
                .isEqualTo(challenge.contains("5ccc069c"));
    }

    @Test
    void ofSeveralTheFirstThatWeKnowIsAnswered() throws Exception {
        SipText strongest = answered(
                "WWW-Authenticate",
                "Authorization",
                "Digest realm=\"pbx\", nonce=\"n2\", algorithm=SHA-256, qop=\"auth\"",
                "Digest realm=\"pbx\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"");
        assertRight(strongest, "Authorization", "SHA-256");
        SipText known = answered(
                "WWW-Authenticate",
                "Authorization",
                "Digest realm=\"pbx\", nonce=\"n3\", algorithm=SHA-512-256, qop=\"auth\"",
                "Digest realm=\"pbx\", nonce=\"n2\", algorithm=AKAv1-MD5",
                "Digest realm=\"pbx\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"");
        assertRight(known, "Authorization", "MD5");
    }

    @Test
    void aSchemeWeLackBesideTheDigestIsPassedOver() throws Exception {
        SipText answer = answered(
                "WWW-Authenticate",
                "Authorization",
                "Basic realm=\"pbx\"",
                "Digest realm=\"pbx\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"");
        assertRight(answer, "Authorization", "MD5");
    }

    @Test
    void aProxyMayChallengeTheRegistration() throws Exception {
        SipText answer = answered(
                "Proxy-Authenticate", "Proxy-Authorization", "Digest realm=\"pbx\", nonce=\"n1\", qop=\"auth\"");
        assertRight(answer, "Proxy-Authorization", "MD5");
    }

    @Test
    void aNonceThatIsTooOldIsReplacedEachTime() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        SipText answer = registered(register -> {
            int round = asked.incrementAndGet();
            return round > 3
                    ? ScriptedPbx.ok(register)
                    : challenge(
                            register,
                            "WWW-Authenticate",
                            "Digest realm=\"pbx\", nonce=\"old" + round + "\", qop=\"auth\""
                                    + (round > 1 ? ", stale=TRUE" : ""));
        });
        assertThat(answer.digest("Authorization", "nonce")).isEqualTo("old3");
        assertRight(answer, "Authorization", "MD5");
    }

    @Test
    void aServerAndAProxyMayChallengeOneAfterTheOther() throws Exception {
        SipText answer = registered(register -> {
            if (register.find("Proxy-Authorization").isEmpty()) {
                return challenge(register, "Proxy-Authenticate", "Digest realm=\"edge\", nonce=\"e\"");
            }
            return register.find("Authorization").isEmpty()
                    ? challenge(register, "WWW-Authenticate", "Digest realm=\"pbx\", nonce=\"n\"")
                    : ScriptedPbx.ok(register);
        });
        assertRight(answer, "Authorization", "MD5");
        assertRight(answer, "Proxy-Authorization", "MD5");
    }

    private static SipText answered(String asks, String answers, String... challenges) throws Exception {
        return registered(register -> register.find(answers).isPresent()
                ? register.response(
                        200,
                        "OK",
                        "reg",
                        List.of(
                                "Authentication-Info: nextnonce=\"next\", qop=auth",
                                "Contact: " + register.header("Contact")),
                        "")
                : challenge(register, asks, challenges));
    }

    private static String challenge(SipText register, String header, String... challenges) {
        List<String> headers = java.util.Arrays.stream(challenges)
                .map(value -> header + ": " + value)
                .toList();
        int status = header.startsWith("Proxy") ? 407 : 401;
        return register.response(status, "Who are you", "reg", headers, "");
    }

    /** The REGISTER with which the line got in. */
    private static SipText registered(Function<SipText, String> registrar) throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP)) {
            pbx.registrar(registrar);
            try (LineUnderTest test = LineUnderTest.registered(pbx)) {
                SipText last = pbx.lastRegister();
                assertThat(test.counters.get(SipCount.REGISTRATION_FAILURES)).isZero();
                return last;
            }
        }
    }

    private static void assertRight(SipText request, String header, String algorithm) {
        String realm = request.digest(header, "realm");
        String nonce = request.header(header).replaceAll(".*\\bnonce=\"([^\"]*)\".*", "$1");
        String middle = request.header(header).contains("qop=")
                ? nonce + ":" + request.digest(header, "nc") + ":" + request.digest(header, "cnonce") + ":auth"
                : nonce;
        String expected = hash(
                algorithm,
                hash(algorithm, "user200:" + realm + ":secret") + ":" + middle + ":"
                        + hash(algorithm, request.method() + ":" + request.digest(header, "uri")));
        assertThat(request.digest(header, "response")).isEqualTo(expected);
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

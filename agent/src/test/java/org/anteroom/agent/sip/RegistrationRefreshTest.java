package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.anteroom.agent.BesideOthers;

/**
 * When the registration is refreshed, whatever the registrar grants: after three quarters of the shorter time. The times lie
 * so far apart that a loaded machine takes none for another.
 */
class RegistrationRefreshTest {
    private static final Duration WISH = Duration.ofSeconds(2);
    private static final Duration FAR_BELOW_THE_GRANT = Duration.ofSeconds(8);

    @BesideOthers
    void aLongerGrantInTheContactDoesNotDelayTheRefresh() throws Exception {
        assertThat(gap(register -> granted(register, "expires=3600", List.of())))
                .isLessThan(FAR_BELOW_THE_GRANT);
    }

    @BesideOthers
    void aLongerGrantInTheExpiresHeaderDoesNotDelayTheRefresh() throws Exception {
        assertThat(gap(register -> register.response(200, "OK", "reg", List.of("Expires: 3600"), "")))
                .isLessThan(FAR_BELOW_THE_GRANT);
    }

    @BesideOthers
    void withoutAnyGrantTheWishCounts() throws Exception {
        Duration wish = Duration.ofSeconds(8);
        assertThat(gap(wish, register -> register.response(200, "OK", "reg", List.of(), "")))
                .isLessThan(wish);
    }

    @BesideOthers
    void aShorterGrantComesFirst() throws Exception {
        Duration wish = Duration.ofSeconds(60);
        assertThat(gap(wish, register -> granted(register, "expires=8", List.of("Expires: 3600"))))
                .isLessThan(Duration.ofSeconds(8));
    }

    @BesideOthers
    void theGrantOfAnotherContactIsNotOurs() throws Exception {
        String other = "Contact: <sip:200@192.0.2.9:5060>;expires=0";
        assertThat(gap(register -> granted(register, "expires=3600", List.of(other))))
                .isLessThan(FAR_BELOW_THE_GRANT);
    }

    @BesideOthers
    void aMinimumTheRegistrarInsistsOnDoesNotDelayTheRefresh() throws Exception {
        assertThat(gap(register -> register.header("Expires").equals("600")
                        ? ScriptedPbx.ok(register)
                        : register.response(423, "Interval Too Brief", "reg", List.of("Min-Expires: 600"), "")))
                .isLessThan(FAR_BELOW_THE_GRANT);
    }

    @BesideOthers
    void neitherDoesA423WithoutItsMinimumEndTheAttempts() throws Exception {
        assertThat(gap(register -> Integer.parseInt(register.header("Expires")) > 12
                        ? ScriptedPbx.ok(register)
                        : register.response(423, "Interval Too Brief", "reg", List.of(), "")))
                .isLessThan(FAR_BELOW_THE_GRANT);
    }

    private static String granted(SipText register, String expires, List<String> before) {
        List<String> headers = new java.util.ArrayList<>(before);
        headers.add("Contact: " + register.header("Contact").replaceFirst("expires=\\d+", expires));
        return register.response(200, "OK", "reg", headers, "");
    }

    /** From the moment the line was registered to its next REGISTER. */
    private static Duration gap(Function<SipText, String> registrar) throws Exception {
        return gap(WISH, registrar);
    }

    private static Duration gap(Duration wish, Function<SipText, String> registrar) throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP)) {
            pbx.registrar(registrar);
            try (LineUnderTest test = LineUnderTest.registered(pbx, LineUnderTest.QUICK.expiring(wish))) {
                long registered = System.nanoTime();
                long before = pbx.lastRegister().sequence();
                assertThat(pbx.awaitRegister().sequence()).isGreaterThan(before);
                return Duration.ofNanos(System.nanoTime() - registered);
            }
        }
    }
}

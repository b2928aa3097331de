package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Digest MUFASA =
            new Digest(new LineSettings.Account("Mufasa", "Mufasa", Secret.of("Circle of Life"), "", ""));

    @Test
    void givesTheMd5ResponseOfRfc7616() {
        assertThat(answer("MD5", true))
                .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"", "qop=auth", "nc=00000001");
    }

    @Test
    void givesTheSha256ResponseOfRfc7616() {
        assertThat(answer("SHA-256", true))
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
    }

    @Test
    void answersAServerWithoutQopTheOldWay() {
        String value = new Digest(new LineSettings.Account("Mufasa", "Mufasa", Secret.of("CircleOfLife"), "", ""))
                .answer(
                        new Challenge(
                                false,
                                "testrealm@host.com",
                                "dcd98b7102dd2f0e8b11d0f600bfb0c093",
                                Optional.of("5ccc069c403ebaf9f0171e9517f40e41"),
                                "",
                                false,
                                false),
                        "GET",
                        "/dir/index.html",
                        "unused");
        assertThat(value)
                .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
                .doesNotContain("qop", "cnonce");
    }

    @Test
    void escapesQuotesInNames() {
        String value = new Digest(new LineSettings.Account("a", "we\"ird", Secret.of("x"), "", ""))
                .answer(challenge("MD5", true), "REGISTER", "sip:a", "c");
        assertThat(value).contains("username=\"we\\\"ird\"");
    }

    @Test
    void neverShowsThePassword() {
        LineSettings.Account account = new LineSettings.Account("a", "a", Secret.of("open sesame"), "", "");
        assertThat(account.toString()).doesNotContain("sesame");
    }

    private static String answer(String algorithm, boolean qop) {
        return MUFASA.answer(
                challenge(algorithm, qop), "GET", "/dir/index.html", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    }

    private static Challenge challenge(String algorithm, boolean qop) {
        return new Challenge(
                false,
                "http-auth@example.org",
                "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                Optional.of("FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"),
                algorithm,
                qop,
                false);
    }
}

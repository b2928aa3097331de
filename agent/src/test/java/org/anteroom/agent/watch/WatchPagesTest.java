package org.anteroom.agent.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchPagesTest {
    private final Counters counters = new Counters();
    private final Health health = new Health();
    private final AtomicBoolean registered = new AtomicBoolean(true);
    private final WatchPages pages = new WatchPages(counters, health);

    @BeforeEach
    void register() {
        counters.gauge(Metric.SIP_REGISTERED, () -> registered.get() ? 1 : 0);
    }

    private String get(String path) {
        return ask("GET " + path + " HTTP/1.1\r\nHost: localhost:9469\r\nUser-Agent: test");
    }

    private String ask(String head) {
        return new String(pages.answer(head), UTF_8);
    }

    @Test
    void tellsTheFiguresInTheTypeOfPrometheus() {
        assertThat(get("/metrics"))
                .startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n")
                .contains("\r\nConnection: close\r\n")
                .contains("anteroom_calls_answered_total 0\n")
                .contains("anteroom_condition_ok{condition=\"media_clock\"} 1\n")
                .contains("anteroom_ready 1\n");
    }

    @Test
    void isReadyWhenEveryCallIsServed() {
        assertThat(get("/readyz")).startsWith("HTTP/1.1 200").endsWith("ready\n");

        health.report(Condition.FULL_SERVICE, false, "The key is missing.");
        registered.set(false);
        assertThat(get("/readyz"))
                .startsWith("HTTP/1.1 503")
                .endsWith("The key is missing.\nNot registered at the PBX yet.\n");
        assertThat(get("/healthz")).startsWith("HTTP/1.1 200");
        assertThat(get("/metrics")).contains("anteroom_ready 0\n");
    }

    @Test
    void isAliveUnlessSomethingVitalIsBroken() {
        assertThat(get("/healthz")).startsWith("HTTP/1.1 200").endsWith("alive\n");

        health.report(Condition.MEDIA_CLOCK, false, "Sound leaves late.");
        assertThat(get("/healthz")).startsWith("HTTP/1.1 503").endsWith("Sound leaves late.\n");
        assertThat(get("/readyz")).startsWith("HTTP/1.1 503").contains("Sound leaves late.");
        assertThat(get("/metrics")).contains("anteroom_condition_ok{condition=\"media_clock\"} 0\n");
    }

    @Test
    void headHasNoBodyButItsLength() {
        String head = ask("HEAD /healthz HTTP/1.1\r\nHost: 127.0.0.1:9469");

        assertThat(head)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: 6\r\n")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:9469", "127.0.0.1", "127.0.0.1:9469", "[::1]", "[::1]:9469"})
    void isCalledByTheseNames(String host) {
        assertThat(ask("GET /healthz HTTP/1.1\r\nhost:" + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: localhost.evil.example",
                "Host: 127.0.0.1.evil.example:9469",
                "Host:",
                "X: y",
                "Host: localhost\r\nHost: evil.example"
            })
    void refusesWhoeverCallsItOtherwise(String host) {
        assertThat(ask("GET /metrics HTTP/1.1\r\n" + host))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("anteroom_calls");
        assertThat(counters.value(Metric.WATCH_REFUSED)).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /metrics HTTP/1.1|405",
                "DELETE /metrics HTTP/1.1|405",
                "GET /secret HTTP/1.1|404",
                "GET /metrics/../x HTTP/1.1|404",
                "GET http://localhost/metrics HTTP/1.1|400",
                "GET /metrics|400",
                "GET /metrics HTTP/2|400",
                "hello|400",
                "''|400"
            })
    void refusesWhatItDoesNotKnow(String line, int status) {
        assertThat(ask(line + "\r\nHost: localhost")).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void leavesOutTheQuestionAndServesOldAskers() {
        assertThat(get("/healthz?from=test")).startsWith("HTTP/1.1 200");
        assertThat(ask("GET /healthz HTTP/1.0")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aFigureThatCannotBeReadIsAnAnswerToo() {
        counters.gauge(Metric.RTP_PORTS, () -> {
            throw new IllegalStateException("closed");
        });

        assertThat(get("/metrics")).startsWith("HTTP/1.1 500").contains("IllegalStateException");
    }
}

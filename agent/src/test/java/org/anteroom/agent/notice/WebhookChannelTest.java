package org.anteroom.agent.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.anteroom.agent.config.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookChannelTest {
    private static final String SECRET = "0123456789abcdef";

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void postsJsonThatTheReceiverCanProveToBeOurs() throws Exception {
        List<String> got = new ArrayList<>();
        int port = serve(exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            got.add(exchange.getRequestMethod());
            got.add(new String(body, UTF_8));
            got.add(String.valueOf(exchange.getRequestHeaders().getFirst(WebhookChannel.SIGNATURE)));
            answer(exchange, 204);
        });

        channel("http://127.0.0.1:" + port + "/hook").send(Notices.grave(17), Notices.NOBODY);

        JsonNode json = new ObjectMapper().readTree(got.get(1));
        assertThat(got.get(0)).isEqualTo("POST");
        assertThat(json.path("kind").asText()).isEqualTo("NOBODY_ANSWERS");
        assertThat(json.path("grave").asBoolean()).isTrue();
        assertThat(json.path("reason").asText()).isEqualTo("first");
        assertThat(json.path("at").asText()).isEqualTo("2026-03-02T14:00:00Z");
        assertThat(json.path("alarms").path(0).path("id").asLong()).isEqualTo(17);
        assertThat(json.path("alarms").path(0).path("subject").asText()).isEqualTo("call-7");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        assertThat(got.get(2))
                .isEqualTo("sha256="
                        + HexFormat.of().formatHex(mac.doFinal(got.get(1).getBytes(UTF_8))));
    }

    @Test
    void triesAgainLaterWhatTheReceiverCannotTakeNow() throws Exception {
        for (int status : List.of(500, 503, 429, 408)) {
            Undelivered trouble =
                    trouble("http://127.0.0.1:" + serve(exchange -> answer(exchange, status)) + "/?t=tok");
            assertThat(trouble.worthRetrying()).as("%d", status).isTrue();
            assertThat(trouble.sentence()).contains("(" + status + ")").doesNotContain("tok");
        }
    }

    @Test
    void givesUpWhatTheReceiverRefuses() throws Exception {
        for (int status : List.of(400, 401, 404)) {
            Undelivered trouble = trouble("http://127.0.0.1:" + serve(exchange -> answer(exchange, status)) + "/");
            assertThat(trouble.worthRetrying()).as("%d", status).isFalse();
            assertThat(trouble.sentence()).contains("(" + status + ")").contains("secret");
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        List<String> seen = new ArrayList<>();
        int elsewhere = serve(exchange -> {
            seen.add("elsewhere");
            answer(exchange, 200);
        });
        int port = serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + elsewhere + "/");
            answer(exchange, 307);
        });

        assertThat(trouble("http://127.0.0.1:" + port + "/").sentence()).contains("redirects are not followed");
        assertThat(seen).isEmpty();
    }

    @Test
    void isNotHeldByAServerThatNeverAnswersNorByAnAnswerThatNeverEnds() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        open.add(over::countDown);
        int silent = serve(exchange -> await(over));
        int endless = serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await(over);
        });

        for (int port : List.of(silent, endless)) {
            Undelivered trouble = trouble("http://127.0.0.1:" + port + "/", Duration.ofMillis(300));
            assertThat(trouble.worthRetrying()).isTrue();
        }
    }

    @Test
    void saysWhenNobodyListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        Undelivered trouble = trouble("http://127.0.0.1:" + port + "/");

        assertThat(trouble.worthRetrying()).isTrue();
        assertThat(trouble.sentence()).contains("can't be reached").contains("firewall");
    }

    @Test
    void trustsOnlyACertificateOfTheRightNameFromAKnownAuthority() throws Exception {
        TestCertificate certificate = new TestCertificate(folder);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        int port = start(server, exchange -> answer(exchange, 200));
        String right = "https://127.0.0.1:" + port + "/";

        channel(right, Duration.ofSeconds(20), Optional.of(certificate.client()))
                .send(Notices.grave(1), Notices.NOBODY);

        WebhookChannel wrongName =
                channel("https://localhost:" + port + "/", Duration.ofSeconds(20), Optional.of(certificate.client()));
        WebhookChannel unknown = channel(right, Duration.ofSeconds(20), Optional.empty());
        for (WebhookChannel each : List.of(wrongName, unknown)) {
            Undelivered trouble =
                    catchThrowableOfType(() -> each.send(Notices.grave(1), Notices.NOBODY), Undelivered.class);
            assertThat(trouble.worthRetrying()).isFalse();
            assertThat(trouble.sentence()).contains("can't be trusted").contains("ca-file");
        }
    }

    private Undelivered trouble(String url) {
        return trouble(url, Duration.ofSeconds(20));
    }

    private Undelivered trouble(String url, Duration within) {
        WebhookChannel channel = channel(url, within, Optional.empty());
        return catchThrowableOfType(() -> channel.send(Notices.grave(1), Notices.NOBODY), Undelivered.class);
    }

    private WebhookChannel channel(String url) {
        return channel(url, Duration.ofSeconds(20), Optional.empty());
    }

    private WebhookChannel channel(String url, Duration within, Optional<javax.net.ssl.SSLContext> tls) {
        WebhookChannel channel =
                new WebhookChannel(new WebhookSettings(URI.create(url), new Secret(SECRET), within, tls));
        open.add(channel);
        return channel;
    }

    private int serve(HttpHandler handler) throws IOException {
        return start(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5), handler);
    }

    private int start(HttpServer server, HttpHandler handler) {
        server.createContext("/", handler);
        server.start();
        open.add(() -> server.stop(0));
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never let go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

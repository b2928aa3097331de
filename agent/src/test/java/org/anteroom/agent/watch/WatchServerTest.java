package org.anteroom.agent.watch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchServerTest {
    private static final Duration WITHIN = Duration.ofMillis(500);

    private final Counters counters = new Counters();
    private final WatchPages pages = new WatchPages(counters, new Health());
    private WatchServer server;

    @BeforeEach
    void open() throws IOException {
        server = new WatchServer(0, pages, counters, WITHIN);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private String ask(String text) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void answersAnOrdinaryClient() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Exposition.CONTENT_TYPE);
        assertThat(answer.body()).contains("anteroom_calls_active 0\n").endsWith("\n");
    }

    @Test
    void slowAskersHoldNobodyUpAndAreCutOff() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = connect();
                socket.getOutputStream().write("GET /met".getBytes(US_ASCII));
                slow.add(socket);
            }
            assertThat(ask("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 200");
            assertThat(slow.get(39).getInputStream().read()).as("cut off").isEqualTo(-1);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertThat(counters.value(Metric.WATCH_REFUSED)).isGreaterThanOrEqualTo(24);
    }

    @Test
    void readsARequestThatComesInPiecesAndRefusesOneWithoutEnd() throws Exception {
        try (Socket socket = connect()) {
            for (String piece : List.of("GET /heal", "thz HTTP/1.1\r", "\nHost: localhost\r\n\r", "\n")) {
                socket.getOutputStream().write(piece.getBytes(US_ASCII));
                socket.getOutputStream().flush();
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(ask("GET /healthz HTTP/1.1\r\nX: " + "x".repeat(4_096 - 26))).startsWith("HTTP/1.1 400");
    }

    @Test
    void saysThatThePortIsTakenAndGivesItBack() throws Exception {
        assertThatIOException().isThrownBy(() -> new WatchServer(server.port(), pages, counters));

        server.close();
        new ServerSocket(server.port(), 1, InetAddress.getLoopbackAddress()).close();
    }
}

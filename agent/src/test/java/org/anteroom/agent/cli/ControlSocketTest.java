package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {

    @TempDir
    Path folder;

    private Path socket;
    private ControlServer server;
    private final List<String> asked = new ArrayList<>();
    private final List<String> attached = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        socket = folder.resolve("control");
        server = new ControlServer(
                socket,
                (request, who, lines) -> {
                    asked.add(request + " by " + who);
                    attached.add(request.attached());
                    if (request.number() == 404) {
                        throw Failure.failed("There is no message 404.");
                    }
                    lines.accept("one \"quoted\" \u00e9");
                    lines.accept("x".repeat(5_000));
                },
                new Counters());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private String raw(byte[] bytes) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            try (ControlConnection connection = new ControlConnection(channel, ControlReply.LONGEST)) {
                channel.write(ByteBuffer.wrap(bytes));
                return connection.readLine(Duration.ofSeconds(20)).orElse("closed");
            }
        }
    }

    private String raw(String text) throws IOException {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void carriesAFileWithTheRequestAndNamesNothingOfItWhenPrinted() throws Exception {
        String file = ("p1,\"J\u00f6rg \uD83D\uDE00\"\r\n\u0001").repeat(2_000);
        ControlRequest request =
                ControlRequest.of(ControlRequest.Verb.IMPORT_PATIENTS).with(file);

        new ControlClient(socket).ask(request, line -> {});

        assertThat(attached).containsExactly(file);
        assertThat(asked).singleElement().asString().contains("IMPORT_PATIENTS").doesNotContain("p1");
    }

    @Test
    void refusesAFileThatIsTooLongOrDoesNotComeAsAnnounced() throws Exception {
        assertThat(raw("{\"do\":\"import-patients\",\"words\":{\"pieces\":\"9999999\"}}\n"))
                .contains("too long");
        assertThat(raw("{\"do\":\"import-patients\",\"words\":{\"pieces\":\"1\"}}\n{\"line\":\"x\"}\n"))
                .contains("a piece of the file is missing");
        assertThat(raw("{\"do\":\"import-patients\",\"words\":{\"pieces\":\"1\"}}\nname\n"))
                .contains("one JSON object per line");
        assertThat(asked).isEmpty();
    }

    @Test
    void carriesLinesToTheCommandAndItsUserToTheService() throws Exception {
        List<String> lines = new ArrayList<>();

        boolean running =
                new ControlClient(socket).ask(new ControlRequest(ControlRequest.Verb.SHOW_MESSAGE, 12), lines::add);

        assertThat(running).isTrue();
        assertThat(lines).containsExactly("one \"quoted\" \u00e9", "x".repeat(5_000));
        assertThat(asked)
                .containsExactly("ControlRequest[verb=SHOW_MESSAGE, number=12, words={}] by uid:"
                        + Files.getAttribute(folder, "unix:uid") + "(" + System.getProperty("user.name") + ")");
    }

    @Test
    void aSocketThatMayNotBeLookedForIsNotTakenForAServiceThatIsDown() {
        // Too long a name is refused by the system for root too, as a closed folder is for others.
        Path hidden = folder.resolve("x".repeat(300));
        assertThatThrownBy(() ->
                        new ControlClient(hidden).ask(ControlRequest.of(ControlRequest.Verb.SHOW_STATUS), line -> {}))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("may not look into the folder");
    }

    @Test
    void bringsTheServicesSentenceAndExitCodeBack() {
        ControlRequest request = new ControlRequest(ControlRequest.Verb.SHOW_MESSAGE, 404);

        assertThatThrownBy(() -> new ControlClient(socket).ask(request, line -> {}))
                .isInstanceOf(Failure.class)
                .hasMessage("There is no message 404.");
    }

    @Test
    void letsOnlyOwnerAndGroupIn() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void saysThatNoServiceRunsWhenTheSocketIsMissingOrLeftOver() throws Exception {
        server.close();
        assertThat(new ControlClient(socket).ask(ControlRequest.of(ControlRequest.Verb.LIST_CALLS), line -> {}))
                .isFalse();

        Files.createFile(socket);
        assertThat(new ControlClient(socket).ask(ControlRequest.of(ControlRequest.Verb.LIST_CALLS), line -> {}))
                .isFalse();
    }

    @Test
    void takesThePlaceOfASocketThatACrashLeftBehind() throws Exception {
        server.close();
        Files.createFile(socket);
        open();

        assertThat(new ControlClient(socket).ask(ControlRequest.of(ControlRequest.Verb.LIST_CALLS), line -> {}))
                .isTrue();
    }

    @Test
    void answersGarbageWithOneSentenceAndGoesOn() throws Exception {
        for (String garbage : List.of(
                "\n",
                "hello\n",
                "[]\n",
                "{}\n",
                "{\"do\":\"rm -rf\"}\n",
                "{\"do\":{\"a\":{\"b\":1}}}\n",
                "{\"do\":\"show-message\",\"number\":1e300}\n",
                "{\"do\":\"show-message\",\"number\":\"x\"}\n")) {
            assertThat(raw(garbage)).as(garbage).contains("\"exit\":2").contains("control:");
        }
        assertThat(raw(new byte[] {(byte) 0xff, 0, '\n'})).contains("\"exit\":2");
        assertThat(raw(ControlRequest.of(ControlRequest.Verb.LIST_CALLS).line() + "\n"))
                .contains("quoted");
    }

    @Test
    void hangsUpOnALineThatIsTooLongOrNeverComes() throws Exception {
        assertThat(raw("x".repeat(ControlRequest.LONGEST))).isEqualTo("closed");
        assertThat(raw("never finished")).isEqualTo("closed");
    }

    @Test
    void refusesMoreThanAFewAtOnceAndRecovers() throws Exception {
        List<SocketChannel> idle = new ArrayList<>();
        CountDownLatch refused = new CountDownLatch(1);
        for (int i = 0; i < 12; i++) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(socket));
            idle.add(channel);
            Thread reader = new Thread(() -> {
                try {
                    if (channel.read(ByteBuffer.allocate(1)) < 0) {
                        refused.countDown();
                    }
                } catch (IOException e) {
                    refused.countDown();
                }
            });
            reader.setDaemon(true);
            reader.start();
        }
        assertThat(refused.await(3, TimeUnit.SECONDS)).isTrue();
        for (SocketChannel channel : idle) {
            channel.close();
        }
        Optional<Boolean> served = Optional.empty();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (served.isEmpty() && System.nanoTime() < deadline) {
            try {
                served = Optional.of(
                        new ControlClient(socket).ask(ControlRequest.of(ControlRequest.Verb.LIST_CALLS), line -> {}));
            } catch (Failure busy) {
                Thread.onSpinWait();
            }
        }
        assertThat(served).contains(true);
    }

    @Test
    void namesTheSettingWhenTheSocketCannotBeMade() {
        Path nowhere = folder.resolve("no/such/folder/control");

        assertThatThrownBy(() -> new ControlServer(nowhere, (request, who, lines) -> {}, new Counters()))
                .hasMessageContaining("control.socket");
    }
}

package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor reads from a running service about PBX and line. */
class DoctorPbxTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:12:03Z");
    private static final Instant OFFERED = Instant.parse("2026-03-01T08:10:00Z");
    private static final CompletableFuture<Optional<Instant>> NO_CALL =
            CompletableFuture.completedFuture(Optional.empty());

    @TempDir
    Path folder;

    private ControlServer server;
    private volatile ServiceStatus status = Statuses.WELL;

    @BeforeEach
    void open() throws IOException {
        server = new ControlServer(
                folder.resolve("control"),
                (request, who, lines) -> lines.accept(StatusJson.write(status)),
                new Counters());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private DoctorScene scene() throws Exception {
        int nobody;
        try (DatagramSocket gone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            nobody = gone.getLocalPort();
        }
        Path file = Files.writeString(
                folder.resolve("anteroom.toml"),
                """
                [practice]
                name = "Elm"
                type = "medical"
                timezone = "America/Chicago"
                [sip]
                pbx = "127.0.0.1"
                pbx-port = %d
                user = "700"
                password = "hush"
                [[oncall.group]]
                name = "on call"
                [[oncall.group.target]]
                name = "doctor"
                number = "412"
                [control]
                socket = "control"
                """
                        .formatted(nobody));
        return DoctorScene.look(file, NOW);
    }

    private Finding codecs(CompletableFuture<Optional<Instant>> call) throws Exception {
        return new DoctorPbx(scene()).codecs(call, false);
    }

    @Test
    void theLastCallShowsWhatThePbxOffers() throws Exception {
        Finding found = codecs(NO_CALL);
        assertThat(found.state()).isEqualTo(Finding.State.OK);
        assertThat(found.what()).contains("PCMU, PCMA, TELEPHONE-EVENT", "in the last call, 02:10");
    }

    @Test
    void theChecksOwnCallIsSaidToBeIt() throws Exception {
        assertThat(codecs(CompletableFuture.completedFuture(Optional.of(OFFERED.minusSeconds(1))))
                        .what())
                .contains("in the call of this check");
        assertThat(codecs(CompletableFuture.completedFuture(Optional.of(OFFERED.plusSeconds(1))))
                        .what())
                .as("a call that never reached the service")
                .contains("in the last call");
    }

    @Test
    void theChecksOwnCallIsWaitedFor() throws Exception {
        CompletableFuture<Optional<Instant>> call = new CompletableFuture<>();
        DoctorPbx pbx = new DoctorPbx(scene());
        CompletableFuture<Finding> found = CompletableFuture.supplyAsync(() -> {
            try {
                return pbx.codecs(call, false);
            } catch (DoctorScene.Untold | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        status = offering(List.of("G729"));
        call.complete(Optional.of(OFFERED.minusSeconds(1)));
        assertThat(found.get(20, TimeUnit.SECONDS).what()).contains("G729", "in the call of this check");
    }

    @Test
    void withoutAnyCallTheAnswerToOptionsIsLeft() throws Exception {
        status = offering(List.of());
        assertThat(codecs(NO_CALL).state()).isEqualTo(Finding.State.SKIPPED);
    }

    @Test
    void theRegistrationIsToldByThePracticesClock() throws Exception {
        Finding found = new DoctorPhone(scene()).registration();
        assertThat(found.state()).isEqualTo(Finding.State.OK);
        assertThat(found.what()).contains("by the running service since 02:00.");
    }

    /** @param formats empty where no call has come yet */
    private static ServiceStatus offering(List<String> formats) {
        ServiceStatus of = Statuses.WELL;
        ServiceStatus.Line line = of.line();
        return Statuses.with(
                of,
                new ServiceStatus.Line(
                        line.registered(),
                        line.since(),
                        line.extension(),
                        line.pbx(),
                        line.failure(),
                        line.failed(),
                        formats.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new ServiceStatus.Offer(formats, "", OFFERED))));
    }
}

package org.anteroom.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixDatagramTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void reachesASocketInTheFileSystem(@TempDir Path folder) throws IOException {
        String name = folder.resolve("notify").toString();
        try (DatagramInbox inbox = DatagramInbox.at(name);
                UnixDatagram datagrams = UnixDatagram.to(name)) {
            datagrams.send("READY=1".getBytes(UTF_8));
            datagrams.send("STATUS=é".getBytes(UTF_8));

            assertThat(inbox.next(SOON)).hasValue("READY=1");
            assertThat(inbox.next(SOON)).hasValue("STATUS=é");
        }
    }

    @Test
    void reachesAnAbstractSocket() throws IOException {
        String name = "@anteroom-test-" + ProcessHandle.current().pid();
        try (DatagramInbox inbox = DatagramInbox.at(name);
                UnixDatagram datagrams = UnixDatagram.to(name)) {
            datagrams.send("READY=1".getBytes(UTF_8));

            assertThat(inbox.next(SOON)).hasValue("READY=1");
        }
    }

    @Test
    void saysWhenNobodyListensAndReachesWhoeverListensLater(@TempDir Path folder) throws IOException {
        String name = folder.resolve("notify").toString();
        try (UnixDatagram datagrams = UnixDatagram.to(name)) {
            assertThatThrownBy(() -> datagrams.send("1".getBytes(UTF_8))).isInstanceOf(IOException.class);
            try (DatagramInbox inbox = DatagramInbox.at(name)) {
                datagrams.send("2".getBytes(UTF_8));

                assertThat(inbox.next(SOON)).hasValue("2");
            }
        }
    }

    @Test
    void waitsOnlyForAMomentForAReceiverThatIsBehind(@TempDir Path folder) throws IOException {
        String name = folder.resolve("notify").toString();
        try (DatagramInbox behind = DatagramInbox.at(name);
                UnixDatagram datagrams = UnixDatagram.to(name)) {
            assertThatThrownBy(() -> {
                        for (int sent = 0; sent < 10_000; sent++) {
                            datagrams.send(new byte[60_000]);
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(behind.next(SOON)).isPresent();
        }
    }

    @Test
    void refusesANameThatIsNone() {
        assertThatThrownBy(() -> UnixDatagram.to("notify")).hasMessageContaining("notify");
        assertThatThrownBy(() -> UnixDatagram.to("/" + "x".repeat(120))).isInstanceOf(IOException.class);
    }

    @Test
    void sendsNothingAfterItWasClosed(@TempDir Path folder) throws IOException {
        UnixDatagram datagrams = UnixDatagram.to(folder.resolve("notify").toString());
        datagrams.close();

        assertThatThrownBy(() -> datagrams.send(new byte[1])).hasMessage("closed");
    }
}

package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.call.CallObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reload while the service starts: the manager must not take its end for the end of the start. */
final class EarlyReloadTest {

    @TempDir
    Path folder;

    @Test
    void isRefusedAndTheManagerHearsNothingOfIt() throws Exception {
        String name = folder.resolve("notify").toString();
        try (DatagramInbox manager = DatagramInbox.at(name);
                ServiceNotice notice = ServiceNotice.of(Map.of("NOTIFY_SOCKET", name))) {
            Service service = new Service(
                    folder.resolve("anteroom.toml"),
                    CallObserver.NONE,
                    Optional.empty(),
                    Service.LOOK,
                    notice,
                    Clock.systemUTC());

            assertThatThrownBy(() -> service.reload(line -> {}))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("starts or stops just now");
            service.reloadBySignal();

            assertThat(manager.next(Duration.ofMillis(50))).isEmpty();
        }
    }
}

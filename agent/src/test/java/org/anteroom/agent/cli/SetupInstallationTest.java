package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupInstallationTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "talking to Anteroom, false, false",
        "emergency: the people on call ring, false, true",
        "emergency: talking to the person on call, false, true",
        "the caller has hung up, false, true",
        "emergency: the people on call ring, true, false"
    })
    void knowsAnEmergencyOnTheLineFromTheStatus(String stage, boolean drill, boolean emergency) throws Exception {
        Path socket = folder.resolve("control");
        ServiceStatus status = with(new ServiceStatus.Call("1", Duration.ofSeconds(9), stage, drill));
        try (ControlServer server = new ControlServer(
                socket, (request, who, lines) -> lines.accept(StatusJson.write(status)), new Counters())) {
            assertThat(new SetupInstallation().emergency(socket)).isEqualTo(emergency);
        }
    }

    @Test
    void withoutAServiceThereIsNone() {
        assertThat(new SetupInstallation().emergency(folder.resolve("control"))).isFalse();
    }

    private static ServiceStatus with(ServiceStatus.Call call) {
        ServiceStatus well = Statuses.WELL;
        return new ServiceStatus(
                well.version(),
                well.zone(),
                well.uptime(),
                well.emergencyOnly(),
                well.line(),
                List.of(call),
                well.capacity(),
                well.onCall(),
                well.alarms(),
                well.conditions(),
                well.drills(),
                well.configuration());
    }
}

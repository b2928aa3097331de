package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a start from succeeding: the sentence and the exit code, by which the service manager tries again or not. */
class StartTroubleTest {

    private static final String WHOLE =
            """
            [practice]
            name = "Test Clinic"
            type = "medical"
            timezone = "UTC"
            [sip]
            pbx = "127.0.0.1"
            user = "100"
            password = "right"
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "doctor"
            number = "201"
            [control]
            socket = "control"
            """;

    @TempDir
    Path folder;

    @Test
    void aClockInThePastIsTriedAgainAndSaysWhatToWaitFor() {
        assertThatThrownBy(() -> ClockCheck.plausible(Instant.parse("1970-01-02T00:00:00Z")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.TEMPORARY))
                .hasMessageContaining("1970-01-02")
                .hasMessageContaining("timedatectl");
    }

    @Test
    void aClockOfTodayIsFine() throws Exception {
        ClockCheck.plausible(ClockCheck.EARLIEST);
    }

    @Test
    void aHalfWrittenConfigurationNamesTheLineAndIsNotTriedAgain() throws Exception {
        Path config =
                Files.writeString(folder.resolve("anteroom.toml"), WHOLE.substring(0, WHOLE.indexOf("\"right\"") + 3));

        assertThatThrownBy(() -> StartingPoint.of(config, Instant.now()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("anteroom.toml: line 8");
    }

    @Test
    void aConfigurationThatIsAFolderOrMissingSaysWhichFileIsMeant() {
        assertThatThrownBy(() -> StartingPoint.of(folder, Instant.now()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> StartingPoint.of(folder.resolve("none.toml"), Instant.now()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("none.toml");
    }

    @Test
    void anotherServiceOnTheSocketIsTriedAgain() throws Exception {
        Path config = Files.writeString(folder.resolve("anteroom.toml"), WHOLE);
        StartingPoint from = StartingPoint.of(config, Instant.now());
        try (ControlServer other =
                new ControlServer(from.plan().control().socket(), (request, actor, lines) -> {}, new Counters())) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> Appliance.start(from, event -> {}, Optional.empty(), Reloading.NONE))
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.TEMPORARY))
                    .hasMessageContaining("runs already");
        }
    }
}

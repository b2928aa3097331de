package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.anteroom.agent.config.PlanFile;
import org.anteroom.agent.emergency.Group;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.Target;
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

    private static final String BY_ROTA = WHOLE.replace("number = \"201\"", "rota = \"doctors\"")
            + """
            [[oncall.person]]
            name = "Reed"
            numbers = ["201"]
            [[oncall.person]]
            name = "Yu"
            numbers = ["202"]
            [[oncall.rota]]
            name = "doctors"
            [[oncall.rota.shift]]
            who = "Reed"
            from = "2026-01-01 08:00"
            to = "2027-01-01 08:00"
            """;

    private static final Instant TODAY = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant FLAT_BATTERY = Instant.parse("1970-01-02T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aClockInThePastIsTriedAgainAndSaysWhatToWaitFor() throws Exception {
        Path config = Files.writeString(folder.resolve("anteroom.toml"), WHOLE);

        assertThatThrownBy(() -> StartingPoint.of(config, FLAT_BATTERY))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.TEMPORARY))
                .hasMessageContaining("1970-01-02")
                .hasMessageContaining("timedatectl")
                .hasMessageContaining("started again until the time is right");
    }

    /** Whoever calls with an emergency meanwhile reaches somebody; who is on call by a rota can't be told, so all are rung. */
    @Test
    void aClockInThePastServesEmergenciesFromAKeptPlanWhateverIsOnCallByThen() throws Exception {
        Path config = Files.writeString(folder.resolve("anteroom.toml"), BY_ROTA);
        PlanFile.write(PlanFile.beside(config), StartingPoint.of(config, TODAY).plan());

        StartingPoint from = StartingPoint.of(config, FLAT_BATTERY);

        assertThat(from.config()).as("nothing but emergencies").isEmpty();
        assertThat(from.trouble())
                .contains("1970-01-02", "timedatectl", "only emergencies are served", "starts anew by itself");
        assertThat(OnCall.of(from.plan().oncall(), from.plan().overrides(), ZoneOffset.UTC)
                        .at(FLAT_BATTERY, false, "choking"))
                .flatExtracting(Group::targets)
                .extracting(Target::number)
                .containsExactly("201", "202");
        String byTurns = BY_ROTA.replaceAll(
                "(?s)\\[\\[oncall.rota.shift\\]\\].*", "turns = [\"Yu\", \"Reed\"]\nfirst-week = \"2026-01-05\"\n");
        Files.writeString(config, byTurns + "[desk]\nnumber = \"300\"\n");
        PlanFile.write(PlanFile.beside(config), StartingPoint.of(config, TODAY).plan());
        StartingPoint turns = StartingPoint.of(config, FLAT_BATTERY);
        assertThat(OnCall.of(turns.plan().oncall(), turns.plan().overrides(), ZoneOffset.UTC)
                        .at(FLAT_BATTERY, true, "choking"))
                .flatExtracting(Group::targets)
                .extracting(Target::number)
                .as("whose turn it is can't be told")
                .containsExactly("201", "202");
        assertThat(turns.plan().desk().number()).as("a desk that may be empty").isEmpty();
        Files.writeString(PlanFile.beside(config), "[practice]\n");
        assertThatThrownBy(() -> StartingPoint.of(config, FLAT_BATTERY))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ExitCode.TEMPORARY))
                .hasMessageContaining("timedatectl")
                .hasMessageContaining("practice.name");
    }

    @Test
    void theEarliestTimeThatCanBeIsFine() {
        assertThat(ClockCheck.trouble(ClockCheck.EARLIEST)).isEmpty();
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
    void aControlSocketThatCannotBeMadeIsTriedAgainAndNamesItsKey() {
        assertThatThrownBy(() -> new ControlServer(
                        folder.resolve("none").resolve("control"), (request, actor, lines) -> {}, new Counters()))
                .as("told as a port that is taken is, by which the service manager tries again")
                .isInstanceOf(BindException.class)
                .hasMessageContaining("none/control")
                .hasMessageContaining("control.socket");
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

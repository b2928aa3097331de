package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.cli.ControlRequest.Verb;
import org.anteroom.agent.config.ClosuresFile;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.records.OpenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Closing the practice by command. */
class ClosureBoardTest {
    private static final String WHO = "uid:1000(manager)";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    /** A Monday, 10:30 and some seconds where the practice is. */
    private Instant now = Instant.parse("2026-03-02T15:30:12Z");

    private Path config() {
        return folder.resolve("anteroom.toml");
    }

    private ClosureBoard board(Optional<OpenStore> records) throws Exception {
        Clock clock = ((InstantSource) () -> now).withZone(NEW_YORK);
        Trail trail = new Trail(records.map(OpenStore::store), clock, LoggerFactory.getLogger(ClosureBoardTest.class));
        return ClosureBoard.beside(config(), NEW_YORK, clock, trail);
    }

    private void until(ClosureBoard board, String time, String reason) throws Failure {
        board.serve(new ControlRequest(Verb.ADD_CLOSURE, 0, Map.of("until", time, "reason", reason)), WHO, lines::add);
    }

    private String shown(ClosureBoard board, Verb verb) throws Failure {
        lines.clear();
        board.serve(ControlRequest.of(verb), WHO, lines::add);
        return String.join("\n", lines);
    }

    @Test
    void aClosureCountsAtOnceAndIsKeptForItsOwnerAndAudited() throws Exception {
        try (OpenStore records = new OpenStore(folder)) {
            ClosureBoard board = board(Optional.of(records));
            until(board, "2026-03-02 17:00", "power cut");

            PracticeClosure closure = new PracticeClosure(
                    1,
                    LocalDateTime.parse("2026-03-02T10:30"),
                    LocalDateTime.parse("2026-03-02T17:00"),
                    Optional.of("power cut"));
            assertThat(board.closures()).containsExactly(closure);
            assertThat(lines).containsExactly("closed 1  2026-03-02 10:30 to 2026-03-02 17:00  power cut");
            Path file = ClosuresFile.beside(config());
            assertThat(ClosuresFile.read(file)).containsExactly(closure);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            List<String> audited = records.store()
                    .read(handle -> handle.createQuery("select actor || ' ' || action || ' ' || subject from audit")
                            .mapTo(String.class)
                            .list());
            assertThat(audited).containsExactly(WHO + " practice.closure until-1");
        }
    }

    @Test
    void anotherOneReplacesTheFirstAndEndOpensAgain() throws Exception {
        ClosureBoard board = board(Optional.empty());
        until(board, "2026-03-02 17:00", "");
        until(board, "2026-03-02 12:00", "");

        assertThat(shown(board, Verb.LIST_CLOSURES)).isEqualTo("  2  2026-03-02 10:30 to 2026-03-02 12:00");
        assertThat(shown(board, Verb.END_CLOSURE)).contains("count again");
        assertThat(board.closures()).isEmpty();
        assertThat(board(Optional.empty()).closures()).as("also on the disk").isEmpty();
        assertThatThrownBy(() -> shown(board, Verb.END_CLOSURE)).hasMessage("The practice is not closed by command.");
    }

    @Test
    void endsByItselfAlsoAfterARestart() throws Exception {
        until(board(Optional.empty()), "2026-03-02 17:00", "");
        now = Instant.parse("2026-03-02T22:00:00Z");

        assertThat(shown(board(Optional.empty()), Verb.LIST_CLOSURES)).contains("not closed by command");
    }

    @Test
    void saysWhatIsWrongWithATimeAndChangesNothing() throws Exception {
        ClosureBoard board = board(Optional.empty());

        assertThatThrownBy(() -> until(board, "17:00", "")).hasMessageContaining("such as '2026-12-24 17:00'");
        assertThatThrownBy(() -> until(board, "2026-03-02 10:30", ""))
                .hasMessageContaining("later than now, 2026-03-02 10:30");
        assertThat(catchThrowableOfType(() -> until(board, "2027-03-02 10:30", ""), Failure.class)
                        .sentence())
                .contains("practice.holiday");
        assertThat(ClosuresFile.beside(config())).doesNotExist();
    }

    @Test
    void aReasonIsOneLineAndADamagedFileIsNotWrittenOver() throws Exception {
        ClosureBoard board = board(Optional.empty());
        until(board, "2026-03-02 17:00", "snow\n[[closure]]");
        assertThat(board(Optional.empty()).closures()).singleElement().satisfies(closure -> assertThat(closure.reason())
                .contains("snow [[closure]]"));

        Files.writeString(ClosuresFile.beside(config()), "[[closure]]\nnumber = 0\n");
        assertThatThrownBy(() -> board(Optional.empty())).isInstanceOf(ConfigException.class);
        ClosureBoard damaged = ClosureBoard.damaged(
                config(),
                NEW_YORK,
                Clock.fixed(now, NEW_YORK),
                new Trail(Optional.empty(), Clock.systemUTC(), LoggerFactory.getLogger(ClosureBoardTest.class)));
        assertThatThrownBy(() -> until(damaged, "2026-03-02 17:00", "")).hasMessageContaining("not written over");
        assertThat(ClosuresFile.beside(config())).hasContent("[[closure]]\nnumber = 0\n");
    }

    @Test
    void aClosureThatCantBeKeptIsRefused() throws Exception {
        ClosureBoard board = board(Optional.empty());
        Files.createDirectory(folder.resolve("closures.toml.new"));
        Files.writeString(folder.resolve("closures.toml.new").resolve("full"), "");

        assertThatThrownBy(() -> until(board, "2026-03-02 17:00", "")).hasMessageContaining("can't be kept");
        assertThat(board.closures()).isEmpty();
    }
}

package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code for overrides by phone, who may call it, and what is kept of them. */
class StaffRulesTest {
    private static final String GOOD =
            """
            [practice]
            name = "Maple Street Dental"
            type = "dental"
            timezone = "America/New_York"
            [sip]
            pbx = "pbx.example"
            user = "200"
            password = "hush"
            [desk]
            number = "100"
            [[oncall.group]]
            name = "first"
            [[oncall.group.target]]
            name = "nurse"
            number = "310"
            [oncall.hand-over]
            code = "*41"
            [staff]
            code = "*42"
            extensions = ["100", "101"]
            people = ["Ana", "Dr. Reed"]
            """;

    @TempDir
    Path folder;

    private List<Problem> problems(String toml) throws Exception {
        Path file = Files.writeString(folder.resolve("anteroom.toml"), toml);
        ConfigException refused = catchThrowableOfType(() -> Config.load(file), ConfigException.class);
        return refused == null ? List.of() : refused.problems();
    }

    @Test
    void isOffUnlessACodeIsGiven() throws Exception {
        Path file = Files.writeString(folder.resolve("anteroom.toml"), GOOD);
        assertThat(Config.load(file).staff())
                .isEqualTo(new StaffConfig(Optional.of("*42"), List.of("100", "101"), List.of("Ana", "Dr. Reed")));
        Files.writeString(file, GOOD.substring(0, GOOD.indexOf("[staff]")));
        assertThat(Config.load(file).staff()).isEqualTo(StaffConfig.NONE);
    }

    @Test
    void aCodeThatOthersDialIsRefused() throws Exception {
        for (String code : List.of("200", "*41", "911", "310", "100")) {
            assertThat(problems(GOOD.replace("\"*42\"", "\"" + code + "\"")))
                    .as(code)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.key()).isEqualTo("staff.code"));
        }
    }

    @Test
    void whatCanNotWorkIsNamed() throws Exception {
        assertThat(problems(GOOD.replace("code = \"*42\"\n", "")))
                .extracting(Problem::key)
                .containsExactly("staff.code");
        assertThat(problems(GOOD.replace("extensions = [\"100\", \"101\"]\npeople = [\"Ana\", \"Dr. Reed\"]\n", "")))
                .extracting(Problem::key)
                .containsExactlyInAnyOrder("staff.extensions", "staff.people");
        assertThat(problems(GOOD.replace("\"Dr. Reed\"", "\"Ana\"")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("names Ana twice"));
    }

    @Test
    void untilWhenTheDeskComesFirstIsKeptForItsOwnerAloneAndTakenAwayAgain() throws Exception {
        Path file = DeskFirstFile.beside(folder.resolve("anteroom.toml"));
        assertThat(DeskFirstFile.read(file)).isEmpty();
        DeskFirst first =
                new DeskFirst(LocalDateTime.parse("2026-03-02T10:30"), LocalDateTime.parse("2026-03-02T12:00"));

        DeskFirstFile.write(file, Optional.of(first));
        assertThat(DeskFirstFile.read(file)).contains(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(first.covers(first.from())).isTrue();
        assertThat(first.covers(first.to())).isFalse();

        DeskFirstFile.write(file, Optional.empty());
        assertThat(DeskFirstFile.read(file)).isEmpty();
    }
}

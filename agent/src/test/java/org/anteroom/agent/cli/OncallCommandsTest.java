package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.anteroom.agent.config.PinFile;
import org.anteroom.agent.config.WallClock;
import org.junit.jupiter.api.Test;

/** Who is on call, their PINs and closures, from the files beside the configuration while no service runs. */
class OncallCommandsTest extends AtTheTerminal {

    /** Two people take turns. */
    private void rota() throws IOException {
        filledIn();
        change("number = \"412\"", "rota = \"doctors\"");
        Files.writeString(
                folder.resolve("anteroom.toml"),
                """

                [[oncall.person]]
                name = "Okafor"
                numbers = ["412"]
                [[oncall.person]]
                name = "Yu"
                numbers = ["413"]
                [[oncall.rota]]
                name = "doctors"
                turns = ["Okafor"]
                first-week = 2026-01-05
                """,
                StandardOpenOption.APPEND);
    }

    private Ran oncall(String... arguments) {
        return run(Stream.of(new String[] {"oncall"}, arguments, new String[] {"--config", config()})
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    private Ran pin(String typed, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return oncall(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void makesPinsThatNobodyCanReadBackAndRemovesThem() throws Exception {
        rota();
        Path pins = folder.resolve("oncall-pins.toml");

        Ran made = pin("2468", "pin", "Yu");
        assertThat(made.out()).contains("The PIN is kept.").contains("set code in the section [oncall.hand-over]");
        assertThat(made.code()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pins)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(pins)).contains("who = \"Yu\"").doesNotContain("2468");

        Ran easy = pin("1234", "pin", "Okafor");
        assertThat(easy.err()).contains("The PIN must not be").doesNotContain("1234");
        assertThat(easy.code()).isEqualTo(2);
        assertThat(pin("2468", "pin", "Okafor").err()).contains("can't be used; choose another");
        assertThat(pin("2468", "pin", "Nobody").err()).contains("there are: Okafor, Yu");
        assertThat(pin("", "pin", "Okafor", "--remove").err()).contains("have no PIN");

        assertThat(pin("", "pin", "Yu", "--remove").out()).contains("removed");
        assertThat(PinFile.read(pins)).isEmpty();

        Files.writeString(pins, "[[pin]]\nwho = 3\n");
        assertThat(run("config", "check", "--config", config()).err()).contains("oncall-pins.toml");
        assertThat(pin("2468", "pin", "Okafor").err()).contains("make every PIN anew");
    }

    @Test
    void showsAndChangesWhoIsOnCallFromTheFilesWhileNoServiceRuns() throws IOException {
        rota();
        assertThat(oncall("now").out()).contains("Every emergency rings").containsPattern("Okafor +412");
        assertThat(oncall("next").out()).contains("No hand-over in the next 60 days.");

        Ran added = oncall(
                "override",
                "--rota",
                "doctors",
                "--who",
                "Yu",
                "--from",
                "2026-01-05 08:00",
                "--to",
                "2999-01-05 08:00");

        assertThat(added.code()).as(added.err()).isZero();
        assertThat(oncall("now").out()).containsPattern("Yu +413").doesNotContain("Okafor");
        assertThat(oncall("override", "--list").out()).contains("Yu").contains("2999-01-05 08:00");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("oncall-overrides.toml"))))
                .isEqualTo("rw-------");
        assertThat(run("config", "check", "--config", config()).code()).isZero();

        assertThat(oncall("override", "--remove", "1").code()).isZero();
        assertThat(oncall("now").out()).containsPattern("Okafor +412");
        assertThat(oncall("override", "--remove", "1").code()).isEqualTo(1);
    }

    @Test
    void saysWhichRotasAndPeopleThereAre() throws IOException {
        rota();

        Ran nobody = oncall(
                "override",
                "--rota",
                "doctors",
                "--who",
                "You",
                "--from",
                "2026-01-05 08:00",
                "--to",
                "2999-01-05 08:00");

        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("There is no person 'You'; there are: Okafor, Yu");
    }

    @Test
    void namesOverridesThatCannotBeRead() throws IOException {
        rota();
        Files.writeString(folder.resolve("oncall-overrides.toml"), "[[override]]\nnumber = 1\n");

        Ran check = run("config", "check", "--config", config());

        assertThat(check.code()).isEqualTo(78);
        assertThat(check.err()).contains("oncall-overrides.toml").contains("override[1].who");
        assertThat(oncall("override", "--list").err()).contains("override[1].who");
    }

    @Test
    void overridesThatCannotBeReadHideNothingElseThatIsWrong() throws IOException {
        rota();
        Files.writeString(folder.resolve("oncall-overrides.toml"), "[[override]]\nnumber = 1\n");
        change("[practice]\n", "[practice]\nsentences = \"none.txt\"\n");

        Ran check = run("config", "check", "--config", config());

        assertThat(check.code()).isEqualTo(78);
        assertThat(check.err()).contains("override[1].who").contains("practice.sentences: ");
    }

    @Test
    void closesThePracticeByItsFileWhileNoServiceRuns() throws IOException {
        filledIn();
        String tomorrow = WallClock.written(LocalDateTime.now(ZoneId.of("America/Chicago"))
                .plusDays(1)
                .withSecond(0)
                .withNano(0));

        Ran closed = run("closure", "until", tomorrow, "--reason", "power cut", "--config", config());
        assertThat(closed.code()).as(closed.err()).isZero();
        assertThat(closed.out()).startsWith("closed 1  ").contains(" to " + tomorrow + "  power cut");
        assertThat(run("closure", "--config", config()).out()).contains("power cut");
        assertThat(run("oncall", "now", "--config", config()).out()).contains(", closed");
        assertThat(run("closure", "end", "--config", config()).code()).isZero();
        assertThat(run("closure", "end", "--config", config()).code()).isEqualTo(1);

        Files.writeString(folder.resolve("closures.toml"), "no toml");
        Ran damaged = run("closure", "until", tomorrow, "--config", config());
        assertThat(damaged.code()).isEqualTo(78);
        assertThat(damaged.err()).contains("closures.toml").contains("Mend that file");
        Ran check = run("config", "check", "--config", config());
        assertThat(check.code()).isEqualTo(78);
        assertThat(check.err()).contains("closures.toml");
    }
}

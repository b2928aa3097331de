package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.anteroom.agent.config.PinFile;
import org.junit.jupiter.api.Test;

/** PINs of staff, and all calls to the desk, from the files beside the configuration while no service runs. */
class StaffCommandsTest extends AtTheTerminal {

    private void staff() throws IOException {
        filledIn();
        change("#code = \"*42\"", "code = \"*42\"");
        change("#extensions = [\"100\", \"101\"]", "extensions = [\"180\", \"181\"]");
        change("#people = [\"Ana\", \"Dr. Reed\"]", "people = [\"Ana\", \"Dr. Reed\"]");
    }

    private Ran pin(String typed, String... more) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return run(
                    more.length == 1
                            ? new String[] {"staff", "pin", more[0], "--config", config()}
                            : new String[] {"staff", "pin", more[0], more[1], "--config", config()});
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void makesPinsThatNobodyCanReadBackAndRemovesThem() throws Exception {
        staff();
        Path pins = folder.resolve("staff-pins.toml");

        Ran made = pin("2468", "Ana");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("The PIN is kept.").doesNotContain("Nobody can use it");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pins)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(pins)).contains("who = \"Ana\"").doesNotContain("2468");
        assertThat(folder.resolve("oncall-pins.toml")).doesNotExist();

        assertThat(pin("2468", "Dr. Reed").err()).contains("choose another");
        assertThat(pin("2468", "Nobody").err()).contains("there are: Ana, Dr. Reed");
        assertThat(pin("1234", "Dr. Reed").code()).isEqualTo(2);
        assertThat(pin("", "Ana", "--remove").out()).contains("removed");
        assertThat(PinFile.read(pins)).isEmpty();

        Files.writeString(pins, "[[pin]]\nwho = 3\n");
        assertThat(run("config", "check", "--config", config()).err()).contains("staff-pins.toml");
    }

    @Test
    void putsCallsToTheDeskAndEndsIt() throws Exception {
        staff();
        assertThat(run("desk", "all", "2999-01-05 08:00", "--config", config()).err())
                .contains("desk.number");
        change("#number = \"100\"", "number = \"180\"");
        assertThat(run("desk", "--config", config()).out()).contains("answered by Anteroom");
        assertThat(run("desk", "all", "2999-01-05 08:00", "--config", config()).err())
                .contains("within 31 days");
        assertThat(run("desk", "all", "--config", config()).code()).isEqualTo(2);
        assertThat(run("desk", "end", "--config", config()).err()).contains("not put to the desk");

        Files.writeString(folder.resolve("desk-first.toml"), "[[desk-first]]\nfrom = 3\n");
        assertThat(run("config", "check", "--config", config()).err()).contains("desk-first.toml");
        assertThat(run("desk", "--config", config()).code()).isEqualTo(78);
    }
}

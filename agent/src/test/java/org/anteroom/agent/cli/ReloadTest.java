package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.anteroom.agent.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {

    private static final String RUNNING =
            """
            [practice]
            name = "Test Clinic"
            type = "medical"
            timezone = "UTC"
            [sip]
            pbx = "127.0.0.1"
            user = "100"
            password = "right"
            [media]
            first-port = 30000
            last-port = 30059
            [calls]
            simultaneous = 2
            [[oncall.group]]
            name = "on call"
            [[oncall.group.target]]
            name = "doctor"
            number = "201"
            """;

    @TempDir
    Path folder;

    @Test
    void whatCanChangeIsInForceAndWhatCannotStaysAsItWas() throws Exception {
        Config running = config(RUNNING);
        Config read = config(RUNNING.replace("201", "202")
                .replace("simultaneous = 2", "simultaneous = 1")
                .replace("user = \"100\"", "user = \"111\"")
                .replace("last-port = 30059", "last-port = 30159"));

        Reload reload = Reload.of(running, read);

        assertThat(reload.changed()).containsExactly("calls", "oncall");
        assertThat(reload.restart()).containsExactly("sip", "media");
        assertThat(reload.effective().oncall()).isEqualTo(read.oncall());
        assertThat(reload.effective().calls().simultaneous()).isEqualTo(1);
        assertThat(reload.effective().sip()).isEqualTo(running.sip());
        assertThat(reload.effective().media()).isEqualTo(running.media());
        assertThat(reload.lines())
                .anyMatch(line -> line.contains("calls, oncall"))
                .anyMatch(line -> line.contains("restart") && line.contains("sip, media"));
    }

    @Test
    void alarmsAndDrillsChangeAtOnce() throws Exception {
        Config running = config(RUNNING);
        Files.writeString(folder.resolve("drill-password"), "drill");
        Config read = config(
                RUNNING
                        + """
                [alarms]
                repeat-minutes = 7
                [drill]
                user = "299"
                password-file = "drill-password"
                phones = ["201"]
                """);

        Reload reload = Reload.of(running, read);

        assertThat(reload.changed()).containsExactly("alarms", "drill");
        assertThat(reload.restart()).isEmpty();
        assertThat(reload.effective()).isEqualTo(read);
    }

    @Test
    void aPracticeInAnotherPlaceNeedsARestart() throws Exception {
        Config running = config(RUNNING);

        Reload reload = Reload.of(running, config(RUNNING.replace("UTC", "America/New_York")));

        assertThat(reload.changed()).isEmpty();
        assertThat(reload.restart()).containsExactly("practice");
        assertThat(reload.effective()).isEqualTo(running);
    }

    @Test
    void moreCallsThanThePortsInUseCarryAreRefused() throws Exception {
        Config running = config(RUNNING);
        Config read = config(RUNNING.replace("simultaneous = 2", "simultaneous = 16")
                .replace("last-port = 30059", "last-port = 30959"));

        assertThatThrownBy(() -> Reload.of(running, read))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("needs a restart")
                .hasMessageContaining("media.last-port");
    }

    @Test
    void nothingChangedIsSaid() throws Exception {
        Config running = config(RUNNING);

        assertThat(Reload.of(running, config(RUNNING)).lines())
                .singleElement()
                .asString()
                .contains("Nothing has changed");
    }

    private Config config(String toml) throws Exception {
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), toml));
    }
}

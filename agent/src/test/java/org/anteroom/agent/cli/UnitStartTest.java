package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a systemctl that does what a test says. */
class UnitStartTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void waitsForTheNewProcessNotForTheOldOneThatStillAnswers() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<String> systemctl = systemctl("echo new > " + folder.resolve("id"), "active");
        assertThat(new UnitStart(systemctl, LONG, LONG).go(() -> asked.incrementAndGet() > 1))
                .isEmpty();
        assertThat(asked).hasValue(2);
        assertThat(Files.readString(folder.resolve("asked"))).isEqualTo("--no-block restart anteroom\n");
    }

    @Test
    void anOldOneThatHasAnEmergencyIsSaidNotWaitedFor() throws Exception {
        assertThat(new UnitStart(systemctl("true", "deactivating"), SHORT, LONG).go(() -> true))
                .hasValueSatisfying(why -> assertThat(why).contains("has not ended", "starts again by itself"));
    }

    @Test
    void aServiceThatEndsAtOnceIsSaidAtOnce() throws Exception {
        List<String> systemctl = systemctl("echo new > " + folder.resolve("id"), "failed");
        assertThat(new UnitStart(systemctl, LONG, LONG).go(() -> false))
                .hasValueSatisfying(why -> assertThat(why).contains("ended at once", "journalctl"));
    }

    @Test
    @Timeout(100)
    void aSystemctlThatHangsEndsWithTheTimeLimit() throws Exception {
        assertThat(new UnitStart(systemctl("exec sleep 300", "active"), LONG, SHORT).go(() -> true))
                .hasValueSatisfying(why -> assertThat(why).contains("doesn't come back within 2 s"));
    }

    @Test
    void saysWhatSystemctlSaid() throws Exception {
        assertThat(new UnitStart(systemctl("echo Unit not found.; exit 5", "inactive"), LONG, LONG).go(() -> true))
                .contains("systemctl could not start it: Unit not found.");
    }

    private List<String> systemctl(String restart, String state) throws IOException {
        Files.writeString(folder.resolve("id"), "old\n");
        Path script = Files.writeString(
                folder.resolve("systemctl"),
                """
                #!/bin/sh
                case "$*" in
                    *InvocationID*) cat FOLDER/id ;;
                    *ActiveState*) echo STATE ;;
                    *) echo "$*" >> FOLDER/asked; RESTART ;;
                esac
                """
                        .replace("FOLDER", folder.toString())
                        .replace("STATE", state)
                        .replace("RESTART", restart));
        return List.of("/bin/sh", script.toString());
    }
}

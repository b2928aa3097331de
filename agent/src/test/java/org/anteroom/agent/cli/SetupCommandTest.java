package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SetupCommandTest {
    @TempDir
    Path folder;

    @Test
    void doesNotBeginAnewOverAConfigurationThatItMayNotSee() {
        StringWriter err = new StringWriter();
        CommandLine anteroom = Anteroom.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err));
        // Too long a name is refused by the system for root too, as a closed folder is for others.
        String hidden = folder.resolve("x".repeat(300)).toString();

        int code = anteroom.execute("setup", "--yes", "--config", hidden);

        assertThat(code).isEqualTo(ExitCode.FAILED.status());
        assertThat(err.toString()).contains("can't be read", "as root");
    }

    @Test
    void saysThatTheFileToStartFromIsNotThere() {
        StringWriter err = new StringWriter();
        CommandLine anteroom = Anteroom.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err));

        int code = anteroom.execute(
                "setup", "--yes", "--from", folder.resolve("nosuch").toString());

        assertThat(code).isEqualTo(ExitCode.FAILED.status());
        assertThat(err.toString()).contains("nosuch isn't there").doesNotContain("root");
    }
}

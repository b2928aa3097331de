package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anteroom.agent.config.FilledIn;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands as a person at a terminal gives them: exit code, standard output, standard error. The configuration and what it
 *  names lie in a folder of the test's own.
 */
abstract class AtTheTerminal {

    @TempDir
    Path folder;

    record Ran(int code, String out, String err) {}

    static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine anteroom =
                Anteroom.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Ran(anteroom.execute(args), out.toString(), err.toString());
    }

    String[] init() {
        return new String[] {
            "config", "init",
            "--config", folder.resolve("anteroom.toml").toString(),
            "--key", folder.resolve("records.key").toString(),
            "--data", folder.resolve("data").toString(),
            "--socket", folder.resolve("control").toString()
        };
    }

    String config() {
        return folder.resolve("anteroom.toml").toString();
    }

    /** A configuration as it is after somebody has filled it in. */
    void filledIn() throws IOException {
        assertThat(run(init()).code).isZero();
        for (String value : FilledIn.VALUES) {
            change("= \"\"", "= \"" + value + "\"");
        }
    }

    void change(String written, String wanted) throws IOException {
        String text = Files.readString(folder.resolve("anteroom.toml"));
        assertThat(text).contains(written);
        int at = text.indexOf(written);
        Files.writeString(
                folder.resolve("anteroom.toml"),
                text.substring(0, at) + wanted + text.substring(at + written.length()));
    }
}

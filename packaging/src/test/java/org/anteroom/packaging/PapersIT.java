package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Manual and completions as the programs that read them see them. */
@Tag("interop")
class PapersIT {

    private static final Path PAPERS = Path.of("target/papers/usr");
    private static final Duration COMMAND = Duration.ofSeconds(30);

    @Test
    void manReadsEveryPageWithoutAWarningAndIndexesIt() throws Exception {
        Needs.programs(Map.of("man", "man-db", "lexgrog", "man-db"));
        List<Path> pages;
        try (Stream<Path> files = Files.walk(PAPERS.resolve("share/man"))) {
            pages = files.filter(Files::isRegularFile).toList();
        }
        assertThat(pages).hasSizeGreaterThan(20);
        for (Path page : pages) {
            String warnings = Peer.run(
                    COMMAND,
                    List.of(
                            "sh",
                            "-c",
                            "MANWIDTH=80 LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l \"$0\" 2>&1 >/dev/null",
                            page.toString()));
            assertThat(warnings).as(page.toString()).isEmpty();
        }
        List<String> lexgrog = new ArrayList<>(List.of("lexgrog"));
        pages.forEach(page -> lexgrog.add(page.toString()));
        assertThat(Peer.run(COMMAND, lexgrog).lines()).hasSize(pages.size()).noneMatch(line -> line.contains("failed"));
    }

    @Test
    void bashCompletesCommandsSubCommandsAndOptions() throws Exception {
        assertThat(completed("anteroom", "onc")).contains("oncall");
        assertThat(completed("anteroom", "config", "ch")).contains("check");
        assertThat(completed("anteroom", "config", "check", "--conf")).contains("--config");
    }

    @Test
    void zshReadsItsCompletion() throws Exception {
        Path script = PAPERS.resolve("share/zsh/vendor-completions/_anteroom");
        assertThat(Files.readString(script)).startsWith("#compdef anteroom\n");
        Needs.programs(Map.of("zsh", "zsh"));
        assertThat(Peer.run(COMMAND, List.of("zsh", "-n", script.toString()))).isEmpty();
    }

    private static List<String> completed(String... words) throws IOException, InterruptedException {
        String script = "source " + PAPERS.resolve("share/bash-completion/completions/anteroom")
                + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD=" + (words.length - 1)
                + "; COMP_LINE='" + String.join(" ", words) + "'; COMP_POINT=${#COMP_LINE}"
                + "; function=$(complete -p anteroom | sed 's/.*-F \\([^ ]*\\) .*/\\1/')"
                + "; $function anteroom " + words[words.length - 1] + " " + words[words.length - 2]
                + "; printf '%s\\n' \"${COMPREPLY[@]}\"";
        return Arrays.asList(
                Peer.run(COMMAND, List.of("bash", "-c", script)).strip().split("\\s+"));
    }
}

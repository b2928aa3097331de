package org.anteroom.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operator's page on watching names what there is, as it is. */
class WatchingDocumentTest {
    private static final Path PAGE = Path.of("..", "packaging", "docs", "watching.md");

    @Test
    void listsEveryFigureWithTypeAndMeaning() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `anteroom_"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Stream.of(Metric.values())
                        .map(metric -> "| `" + metric.publishedName()
                                + (metric.label().isEmpty() ? "" : "{" + metric.label() + "}") + "` | "
                                + metric.kind().type() + " | " + metric.help() + " |")
                        .toList());
    }

    @Test
    void listsEveryConditionOfHealth() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Condition.values()).allSatisfy(condition -> assertThat(page)
                .contains("| `" + condition.toString().replace(' ', '_') + "` |"));
    }
}

package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole conversations as text, one per file, in the notation of {@link Script}. */
class ConversationsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void goesAsWritten(Path file) throws IOException {
        List<String> written = Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        assertThat(played(written)).isEqualTo(written);
    }

    /** The same lines with the agent's side as it is. */
    static List<String> played(List<String> written) {
        Map<String, String> settings = new HashMap<>();
        List<String> played = new ArrayList<>();
        int at = 0;
        while (at < written.size() && written.get(at).matches("[a-z-]+: .*")) {
            String[] setting = written.get(at).split(": ", 2);
            settings.put(setting[0], setting[1]);
            played.add(written.get(at++));
        }
        Script script = new Script(settings);
        played.addAll(script.began());
        written.subList(at, written.size()).stream()
                .filter(line -> line.startsWith("C:") || line.startsWith("K:") || line.startsWith("*"))
                .forEach(line -> {
                    played.add(line);
                    played.addAll(script.line(line));
                });
        return played;
    }

    static Stream<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ConversationsTest.class.getResource("/conversations"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }
}

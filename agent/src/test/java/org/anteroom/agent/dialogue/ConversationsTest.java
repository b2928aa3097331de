package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.TextScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole conversations as text, one per file, in the notation of {@link TextScript}. Emergencies are told by phrases alone. */
class ConversationsTest {
    private static final TextPractice PRACTICE = TextPractice.example(PracticeType.DENTAL);

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void goesAsWritten(Path file) throws IOException {
        TextScript script = TextScript.parse(Files.readAllLines(file));
        assertThat(script.held(PRACTICE, Optional.empty())).isEqualTo(script.written());
    }

    /** Whatever has been said before. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void anEmergencyTakesTheCallAtOnceInEveryState(Path file) throws IOException {
        TextScript script = TextScript.parse(Files.readAllLines(file));
        for (int lines = 0; lines <= script.caller().size(); lines++) {
            List<String> before = script.caller().subList(0, lines);
            List<String> said = new ArrayList<>(before);
            said.add("C: help me i can't breathe");
            List<String> held = script.with(said).held(PRACTICE, Optional.empty());
            int emergency = held.lastIndexOf("C: help me i can't breathe");
            boolean over = held.subList(0, emergency).contains("= end");
            boolean taken = held.subList(0, emergency).stream().anyMatch(line -> line.startsWith("! "));
            if (!over && !taken) {
                assertThat(held.get(emergency + 1)).as("after %s", before).startsWith("! alarm: ");
            }
        }
    }

    static Stream<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ConversationsTest.class.getResource("/conversations"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }
}

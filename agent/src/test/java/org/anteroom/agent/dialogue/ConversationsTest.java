package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.anteroom.agent.cli.ConverseRecords;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.rehearsal.TextCall;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.TextScene;
import org.anteroom.agent.rehearsal.TextScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole conversations as text, one per file, in the notation of {@link TextScript}, with real records and with what turns are for by
 * their meaning, and emergencies by phrases and by meaning: as a call has it.
 */
class ConversationsTest {
    private static final Set<Stage> REACHED = ConcurrentHashMap.newKeySet();
    private static ConverseRecords records;
    private static Meaning meaning;
    private static TextScene scene;

    @BeforeAll
    static void open() throws Exception {
        records = ConverseRecords.open();
        meaning = Meaning.load();
        scene = new TextScene(
                TextPractice.example(PracticeType.DENTAL),
                Optional.of(meaning),
                Optional.of(RequestReader.beside(meaning::vector)),
                records.records());
    }

    /** What is asked somewhere is asked in some conversation that is written down, and tried with an emergency there. */
    @AfterAll
    static void everyStageThatAsksIsReached() {
        assertThat(REACHED)
                .containsAll(Arrays.stream(Stage.values()).filter(Stage::asking).toList());
    }

    @AfterAll
    static void close() {
        meaning.close();
        records.close();
    }

    /** As it is written; and whatever has been said before, an emergency takes the call at once in every state. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void goesAsWrittenAndGivesWayToAnEmergencyInEveryState(Path file) throws IOException {
        TextScript script = TextScript.parse(Files.readAllLines(file));
        TextCall call = script.call(scene).traced();
        List<String> said = new ArrayList<>(script.began(call));
        List<String> went = new ArrayList<>(script.headings());
        went.addAll(said);
        for (int line = 0; line <= script.caller().size(); line++) {
            boolean over = call.ended();
            boolean taken = said.stream().anyMatch(each -> each.startsWith("! "));
            if (!over && !taken) {
                assertThat(call.branch().line("C: help me i can't breathe").stream()
                                .filter(each -> !each.startsWith("~"))
                                .findFirst()
                                .orElse(""))
                        .as("after %s", script.caller().subList(0, line))
                        .startsWith("! alarm: ");
            }
            if (line < script.caller().size()) {
                List<String> answer = call.line(script.caller().get(line));
                said.addAll(answer);
                went.add(script.caller().get(line));
                went.addAll(answer);
            }
        }
        assertThat(went.stream().filter(each -> !each.startsWith("~")).toList()).isEqualTo(script.written());
        said.stream()
                .filter(each -> each.startsWith("~ stage: "))
                .map(each -> each.substring(each.indexOf("-> ") + 3)
                        .replace(' ', '_')
                        .toUpperCase(Locale.ROOT))
                .map(Stage::valueOf)
                .forEach(REACHED::add);
    }

    static Stream<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ConversationsTest.class.getResource("/conversations"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }
}

package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.anteroom.agent.interop.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process with the sentence model leaves behind: its exit code, what it printed, no crash report. */
class EmbedderProcessTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SIGTERM = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void anOrderlyStopMayGoOnEmbeddingWhileTheProcessShutsDown() throws Exception {
        Path crash = folder.resolve("crash.log");
        try (ChildProcess process = start(StoppedWhileEmbedding.class, "-XX:ErrorFile=" + crash)) {
            assertThat(process.awaitLine(StoppedWhileEmbedding.EMBEDDING::equals, SOON))
                    .as(process.output())
                    .isTrue();
            tellToStop(process);

            boolean finished = process.awaitLine(StoppedWhileEmbedding.FINISHED::equals, SOON);
            assertThat(finished).as(process.output()).isTrue();
            assertThat(process.awaitExit(SOON)).as(process.output()).isEqualTo(SIGTERM);
            assertThat(crash).doesNotExist();
        }
    }

    @Test
    void aFailureSaysNothingOfWhatWasEmbedded() throws Exception {
        Path vocabulary = Files.writeString(folder.resolve("vocabulary.json"), FailingOnInput.VOCABULARY);
        try (ChildProcess process = start(FailingOnInput.class, "", vocabulary.toString())) {
            process.awaitExit(SOON);
            allOfTheOutput(process);

            assertThat(process.output()).contains("The sentence model failed").doesNotContain(FailingOnInput.PIECE);
        }
    }

    /** As a service manager does, and goes on reading: {@link Process#destroy} would close the output first. */
    private static void tellToStop(ChildProcess process) {
        assertThat(ProcessHandle.of(process.pid()).orElseThrow().destroy()).isTrue();
    }

    private static void allOfTheOutput(ChildProcess process) throws InterruptedException {
        process.awaitLine(line -> false, SOON);
    }

    private ChildProcess start(Class<?> main, String option, String... arguments) throws IOException {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of("java.library.path", "onnxruntime.native.path")
                                .map(each -> "-D" + each + "=" + System.getProperty(each, "")),
                        Stream.of(option).filter(each -> !each.isEmpty()),
                        Stream.of("-cp", System.getProperty("java.class.path"), main.getName()),
                        Stream.of(arguments))
                .flatMap(each -> each)
                .toList();
        return ChildProcess.start(folder.toFile(), command);
    }
}

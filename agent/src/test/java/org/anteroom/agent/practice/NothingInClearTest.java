package org.anteroom.agent.practice;

import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.records.Recording;
import org.anteroom.agent.records.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes known words and then looks for them in every file that was made, while the store is open and after. */
class NothingInClearTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final List<String> WORDS =
            List.of("Quillfeather", "5550198", "abscess", "immediately", "refillcategory", "membernumber");

    @TempDir
    Path folder;

    @Test
    void findsNoWordOfACallerInAnyFile() throws Exception {
        try (OpenStore open = new OpenStore(folder)) {
            Inbox inbox = new Inbox(open.store(), open.vault(), Clock.systemUTC());
            for (int i = 0; i < 20; i++) {
                await(inbox.commit(new Draft(
                        Instant.now(),
                        "call-" + i,
                        "refillcategory",
                        Optional.of("Quillfeather"),
                        Optional.of("5550198"),
                        Optional.of("an abscess"),
                        Optional.of("immediately"),
                        List.of(new Detail("member id", "membernumber")),
                        false,
                        Optional.empty())));
            }
            await(inbox.list("uid:1000", 20));
            try (Recording recording =
                    Recordings.open(open.data(), open.vault()).begin("call-1")) {
                recording.write(pcm(), pcm().length);
            }
            assertThat(filesWithWords()).isEmpty();
        }
        assertThat(filesWithWords()).isEmpty();
    }

    @Test
    void wouldFindAWordThatIsThere() throws IOException {
        Files.writeString(folder.resolve("careless.log"), "the caller is Ms QUILLFEATHER");

        assertThat(filesWithWords()).containsExactly("careless.log");
    }

    /** The store goes on writing: a file that it has replaced while we looked makes us look again. */
    private List<String> filesWithWords() throws IOException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (true) {
            try {
                return filesWithWordsNow();
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof NoSuchFileException) || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private List<String> filesWithWordsNow() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> WORDS.stream().anyMatch(word -> holds(file, word)))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            byte[] content = Files.readAllBytes(file);
            String narrow = new String(content, StandardCharsets.ISO_8859_1).toLowerCase();
            String wide = new String(content, StandardCharsets.UTF_16LE).toLowerCase();
            return narrow.contains(word.toLowerCase())
                    || wide.contains(word.toLowerCase())
                    || file.toString().contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Samples whose bytes spell a word, so that a recording in clear would be found. */
    private static short[] pcm() {
        byte[] text = "Quillfeather".repeat(2000).getBytes(StandardCharsets.US_ASCII);
        short[] pcm = new short[text.length / 2];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) (text[2 * i + 1] << 8 | text[2 * i]);
        }
        return pcm;
    }
}

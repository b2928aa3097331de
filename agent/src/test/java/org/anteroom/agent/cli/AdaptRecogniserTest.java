package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.anteroom.agent.dialogue.Prompts;
import org.anteroom.speech.language.PracticeLanguage;
import org.anteroom.speech.language.SymbolTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the build ships, beside the archive it was made from. */
class AdaptRecogniserTest {
    private static final Path SHIPPED = Path.of(System.getProperty("anteroom.model"), "graph", "Gr.fst");
    /** In the header of the file: eight bytes that say how many contexts there are. */
    private static final int CONTEXTS = 49;

    private static final int TABLES = 65;

    private FileSystem archive;
    private Path original;

    @BeforeEach
    void open() throws IOException {
        archive = FileSystems.newFileSystem(Path.of(System.getProperty("anteroom.archive")));
        original = archive.getPath("assets/model-en-us/graph/Gr.fst");
    }

    @AfterEach
    void close() throws IOException {
        archive.close();
    }

    @Test
    void theShippedModelWasMadeFromTheSentencesOfToday() throws IOException {
        List<String> sentences = AdaptRecogniser.sentences();

        assertThat(PracticeLanguage.isCurrent(original, SHIPPED, sentences)).isTrue();
        assertThat(PracticeLanguage.isCurrent(original, SHIPPED, sentences.subList(1, sentences.size())))
                .isFalse();
    }

    @Test
    void weExpectOurOwnVoiceButNotWhereItSpeaksOfDanger() {
        assertThat(AdaptRecogniser.sentences())
                .contains("i can not hear anyone so i will hang up now")
                .noneMatch(sentence -> sentence.contains("if a life is in danger hang up"));
        assertThat(Prompts.fixed()).anyMatch(prompt -> prompt.contains("If a life is in danger, hang up"));
    }

    @Test
    void itHasTheWordsOfTheOriginalAndOtherNGrams() throws IOException {
        byte[] before = Files.readAllBytes(original);
        byte[] after = Files.readAllBytes(SHIPPED);
        int end = endOfTables(before);

        assertThat(endOfTables(after)).isEqualTo(end);
        assertThat(Arrays.equals(before, 0, CONTEXTS, after, 0, CONTEXTS)).isTrue();
        assertThat(Arrays.equals(before, CONTEXTS + 8, end, after, CONTEXTS + 8, end))
                .isTrue();
        assertThat(after.length).isGreaterThan(before.length);
    }

    private static int endOfTables(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(TABLES);
        SymbolTable.read(in);
        SymbolTable.read(in);
        return in.position();
    }
}

package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
    private static Vocabulary vocabulary;

    @BeforeAll
    static void read() throws IOException {
        vocabulary = Vocabulary.of(Path.of(System.getProperty("anteroom.model")));
    }

    @Test
    void holdsTheWordsOfTheModel() {
        assertThat(vocabulary.size()).isBetween(150_000, 153_000);
        assertThat(vocabulary.knows("appointment")).isTrue();
        assertThat(vocabulary.knows("Don't")).isTrue();
    }

    @Test
    void namesTheWordsThatCanNeverBeHeard() {
        assertThat(vocabulary.unknown(List.of("overdosed on ozempic", "narcan please", "it hurts")))
                .containsExactly("narcan", "ozempic");
    }

    @Test
    void findsWhatMayBeHeardInsteadOfAWordItDoesntKnow() {
        assertThat(vocabulary.nearest("jonsonn", 2)).hasSize(2).startsWith("jonson");
        assertThat(vocabulary.nearest("appointment", 1)).containsExactly("appointment");
        assertThat(vocabulary.nearest("zyxqwell", 2)).isEmpty();
    }

    @Test
    void holdsNoSymbolsThatAreNotWords() {
        assertThat(vocabulary.knows("<eps>")).isFalse();
        assertThat(vocabulary.knows("[unk]")).isFalse();
        assertThat(vocabulary.knows("#0")).isFalse();
    }

    @Test
    void saysWhichFileIsDamaged(@TempDir Path model) throws IOException {
        Files.createDirectories(model.resolve("graph"));
        Files.write(model.resolve("graph/Gr.fst"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> Vocabulary.of(model))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Gr.fst");
    }

    @Test
    void readsAWordListWhereTheModelHasOne(@TempDir Path model) throws IOException {
        Files.createDirectories(model.resolve("graph"));
        Files.writeString(model.resolve("graph/words.txt"), "<eps> 0\nhello 1\nworld 2\n");

        assertThat(Vocabulary.of(model).unknown(List.of("hello world again"))).containsExactly("again");
    }
}

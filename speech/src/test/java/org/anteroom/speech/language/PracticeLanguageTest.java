package org.anteroom.speech.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeLanguageTest {
    private static final List<String> SENTENCES = List.of("again hello", "again again hello", "narcan again");

    @TempDir
    Path folder;

    private Path original;
    private Path result;

    @BeforeEach
    void unpack() throws IOException {
        original = Files.write(folder.resolve("Gr.fst"), new TinyModel().bytes);
        result = folder.resolve("app/model/Gr.fst");
    }

    @Test
    void sentencesLikeTheOwnOnesBecomeLikelier() throws IOException {
        PracticeLanguage.adapt(original, result, SENTENCES);

        assertThat(likelihood(result)).isGreaterThan(2 * likelihood(original));
    }

    @Test
    void theOrderOfTheSentencesDoesNotMatter() throws IOException {
        Path other = folder.resolve("other.fst");
        PracticeLanguage.adapt(original, result, SENTENCES);
        PracticeLanguage.adapt(original, other, List.of(SENTENCES.get(2), SENTENCES.get(0), SENTENCES.get(1)));

        assertThat(result).hasSameBinaryContentAs(other);
        assertThat(folder.resolve("app/model/Gr.fst.stamp")).hasSameBinaryContentAs(folder.resolve("other.fst.stamp"));
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenAgain() throws IOException {
        assertThat(PracticeLanguage.isCurrent(original, result, SENTENCES)).isFalse();
        assertThat(PracticeLanguage.adapt(original, result, SENTENCES)).isTrue();
        assertThat(PracticeLanguage.isCurrent(original, result, SENTENCES)).isTrue();

        assertThat(PracticeLanguage.adapt(original, result, SENTENCES)).isFalse();
    }

    @Test
    void otherSentencesAreLearnedFromTheOriginal() throws IOException {
        Path fresh = folder.resolve("fresh.fst");
        List<String> others = List.of("world again");
        PracticeLanguage.adapt(original, result, SENTENCES);
        assertThat(PracticeLanguage.isCurrent(original, result, others)).isFalse();

        assertThat(PracticeLanguage.adapt(original, result, others)).isTrue();
        PracticeLanguage.adapt(original, fresh, others);

        assertThat(result).hasSameBinaryContentAs(fresh);
    }

    @Test
    void aCopyOfTheOriginalUnderTheStampIsAdaptedAgain() throws IOException {
        PracticeLanguage.adapt(original, result, SENTENCES);
        byte[] adapted = Files.readAllBytes(result);
        Files.write(result, Files.readAllBytes(original));

        assertThat(PracticeLanguage.adapt(original, result, SENTENCES)).isTrue();
        assertThat(Files.readAllBytes(result)).isEqualTo(adapted);
    }

    @Test
    void theOriginalIsNeverWrittenOver() throws IOException {
        assertThatThrownBy(() -> PracticeLanguage.adapt(original, folder.resolve("./Gr.fst"), SENTENCES))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must stay as it came");
        assertThat(Files.readAllBytes(original)).isEqualTo(new TinyModel().bytes);
    }

    @Test
    void aModelThatCantBeUsedLeavesTheResultAsItWas() throws IOException {
        PracticeLanguage.adapt(original, result, SENTENCES);
        byte[] before = Files.readAllBytes(result);
        Files.write(original, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> PracticeLanguage.adapt(original, result, SENTENCES))
                .isInstanceOf(IOException.class)
                .hasMessage(original + " can't be used as a language model: it is cut off.");
        assertThat(Files.readAllBytes(result)).isEqualTo(before);
    }

    @Test
    void nothingHalfWrittenStaysBehind() throws IOException {
        PracticeLanguage.adapt(original, result, SENTENCES);

        assertThat(result.getParent().toFile().list()).containsExactlyInAnyOrder("Gr.fst", "Gr.fst.stamp");
    }

    @Test
    void sentencesOfUnknownWordsAloneDoNoHarm() throws IOException {
        PracticeLanguage.adapt(original, result, List.of("narcan ozempic", ""));

        BackoffModel adapted = read(result).model();
        for (int context = 0; context < adapted.contexts(); context++) {
            assertThat(adapted.probability(context, TinyModel.HELLO)).isPositive();
        }
    }

    @Test
    void noSentencesAreRefused() {
        assertThatThrownBy(() -> PracticeLanguage.adapt(original, result, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Of "again hello", said as a whole sentence. */
    private static double likelihood(Path grammar) throws IOException {
        return 1 / Perplexity.of(read(grammar), List.of("again hello"));
    }

    private static NGramFile read(Path grammar) throws IOException {
        return NGramFile.read(Files.readAllBytes(grammar), grammar);
    }
}

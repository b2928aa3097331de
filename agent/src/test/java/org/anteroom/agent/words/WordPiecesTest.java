package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected ids are lines of BERT's published vocabulary, looked up by hand for pieces cut by the published rule. */
class WordPiecesTest {
    private static final long BEGIN = 101;
    private static final long END = 102;
    private static final long UNKNOWN = 100;
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final WordPieces PIECES = read();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "hello world | 7592 2088",
                "she is turning blue | 2016 2003 3810 2630",
                "i can't stop the bleeding since the extraction | 1045 2064 1005 1056 2644 1996 9524 2144 1996 14676",
                "He got into the RAT POISON! | 2002 2288 2046 1996 9350 9947 999",
                "my tooth | 2026 11868",
                "suicidal | 26094"
            })
    void cutsSentencesIntoPublishedIds(String text, String ids) {
        assertThat(PIECES.of(text)).containsExactly(marked(ids));
    }

    @ParameterizedTest
    @CsvSource({
        "embeddings, 7861 8270 4667 2015",
        "unaffable, 14477 20961 3468",
        "anaphylaxis, 9617 21281 2721 9048 2015",
        "hemorrhaging, 19610 2953 25032 16594"
    })
    void cutsARareWordIntoTheLongestPieces(String word, String ids) {
        assertThat(PIECES.of(word)).containsExactly(marked(ids));
    }

    @ParameterizedTest
    @CsvSource({"café, 7668", "cafe\u0301, 7668", "NAÏVE, 15743", "İstanbul, 9960", "Straße, 2358 27807", "ß, 1096"})
    void stripsAccentsAndCase(String word, String ids) {
        assertThat(PIECES.of(word)).containsExactly(marked(ids));
    }

    @ParameterizedTest
    @CsvSource({
        "$5.00@3;ok^, 1002 1019 1012 4002 1030 1017 1025 7929 1034",
        "a\u00a0\u2028\tx, 1037 1060",
        "a\u200b\u0007\ufffdx, 22260",
    })
    void splitsAtPunctuationAndSpacesAndDropsControls(String text, String ids) {
        assertThat(PIECES.of(text)).containsExactly(marked(ids));
    }

    @Test
    void everyIdeographIsAWordOfItsOwn() {
        assertThat(PIECES.of("急诊now")).containsExactly(BEGIN, UNKNOWN, UNKNOWN, 2085, END);
    }

    @Test
    void aWordWithoutPiecesIsOneUnknown() {
        assertThat(PIECES.of("\ud83d\udca5 blue")).containsExactly(BEGIN, UNKNOWN, 2630, END);
        assertThat(PIECES.of("blue\ud83d\udca5")).containsExactly(BEGIN, UNKNOWN, END);
    }

    @Test
    void aWordOverAHundredLettersIsOneUnknown() {
        assertThat(PIECES.of("x".repeat(101) + " blue")).containsExactly(BEGIN, UNKNOWN, 2630, END);
        assertThat(PIECES.of("x".repeat(100))).doesNotContain(UNKNOWN);
    }

    @Test
    void marksInTheTextAreOnlyText() {
        assertThat(PIECES.of("[CLS] blue [SEP]")).containsOnlyOnce(BEGIN, END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0301", "\ud800", "\n\t"})
    void nothingToReadIsBeginAndEnd(String text) {
        assertThat(PIECES.of(text)).containsExactly(BEGIN, END);
    }

    @Test
    void keepsTheFirstPiecesOfALongText() {
        long[] expected = LongStream.concat(
                        LongStream.concat(
                                LongStream.of(BEGIN),
                                LongStream.generate(() -> 2630).limit(62)),
                        LongStream.of(END))
                .toArray();
        assertThat(PIECES.of("blue ".repeat(10_000))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "\u0301", "\ud83d\udca5", "blue", "hemorrhaging ", "急", "!", "\ud800", "\u200b"})
    void aMillionOfAnythingIsReadSoon(String one) {
        String flood = one.repeat(1_000_000);
        assertTimeoutPreemptively(SOON, () -> assertThat(PIECES.of(flood)).hasSizeBetween(2, WordPieces.LONGEST));
    }

    @Property
    void anyTextBecomesAMarkedRowOfBoundedLength(@ForAll @StringLength(max = 300) String text) {
        long[] ids = PIECES.of(text);

        assertThat(ids).hasSizeBetween(2, WordPieces.LONGEST).startsWith(BEGIN).endsWith(END);
        assertThat(Arrays.stream(ids)).allMatch(id -> id >= 0 && id < 30_522);
    }

    @Test
    void aFileWithoutVocabularyIsRefused() {
        InputStream other = new ByteArrayInputStream("{\"model\":{}}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> WordPieces.read(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("[CLS]");
    }

    private static long[] marked(String ids) {
        LongStream inner = Arrays.stream(ids.split(" ")).mapToLong(Long::parseLong);
        return LongStream.concat(LongStream.concat(LongStream.of(BEGIN), inner), LongStream.of(END))
                .toArray();
    }

    private static WordPieces read() {
        try (InputStream in = WordPieces.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            return WordPieces.read(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

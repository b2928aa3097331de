package org.anteroom.speech.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NGramFileTest {
    private final TinyModel tiny = new TinyModel();

    @Test
    void everyWeightIsFoundWhereItBelongs() throws IOException {
        NGramFile file = NGramFile.read(tiny.bytes, TinyModel.NAME);
        BackoffModel model = file.model();

        assertThat(file.words().numbers().keySet()).containsExactlyElementsOf(TinyModel.SYMBOLS);
        assertThat(model.contexts()).isEqualTo(4);
        assertThat(model.listed()).isEqualTo(6);
        int hello = model.longer(BackoffModel.ROOT, TinyModel.HELLO);
        int first = model.longer(hello, SentenceCounts.START);
        assertThat(hello).isEqualTo(2);
        assertThat(first).isEqualTo(3);
        assertThat(model.longer(hello, TinyModel.WORLD)).isEqualTo(BackoffModel.NONE);
        assertThat(model.probability(BackoffModel.ROOT, TinyModel.AGAIN)).isCloseTo(0.2, within(1e-7));
        assertThat(model.probability(first, TinyModel.WORLD)).isCloseTo(0.7, within(1e-7));
        assertThat(model.probability(hello, BackoffModel.END)).isCloseTo(0.1, within(1e-7));
        assertThat(model.backoff(hello)).isCloseTo(0.8, within(1e-7));
    }

    @Test
    void writtenAgainItIsTheSameToTheByte() throws IOException {
        assertThat(NGramFile.read(tiny.bytes, TinyModel.NAME).bytes()).isEqualTo(tiny.bytes);
    }

    /** But for a handful of zeros, which have a minus there. */
    @Test
    void soIsTheModelWeShip() throws IOException {
        Path grammar = Path.of(System.getProperty("anteroom.model"), "graph", "Gr.fst");
        byte[] before = Files.readAllBytes(grammar);
        byte[] after = NGramFile.read(before, grammar).bytes();

        assertThat(after).hasSameSizeAs(before);
        int minuses = 0;
        for (int at = Arrays.mismatch(before, after); at >= 0; at = Arrays.mismatch(before, after)) {
            assertThat(before[at]).isEqualTo((byte) 0x80);
            assertThat(after[at]).isZero();
            before[at] = 0;
            minuses++;
        }
        assertThat(minuses).isLessThan(100);
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() {
        for (int length = 0; length < tiny.bytes.length; length++) {
            byte[] part = Arrays.copyOf(tiny.bytes, length);
            assertThatThrownBy(() -> NGramFile.read(part, TinyModel.NAME))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Tiny.fst can't be used as a language model: it ")
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void soIsOneWithSomethingBehindIt() {
        byte[] more = Arrays.copyOf(tiny.bytes, tiny.bytes.length + 8);
        assertThatThrownBy(() -> NGramFile.read(more, TinyModel.NAME)).hasMessageContaining("8 bytes too many");
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        refused(in -> in.putInt(0, 0x504b0304), "it doesn't begin like a file of OpenFst");
        refused(in -> in.put(8, (byte) 'x'), "it is of OpenFst's type \"xgram\", not \"ngram\"");
        refused(in -> in.put(17, (byte) 'S'), "its weights are \"Standard\", not \"standard\"");
        refused(in -> in.putInt(25, 3), "it is of version 3, not 4");
        refused(in -> in.putInt(29, 1), "it doesn't carry a table of words for either side");
        refused(in -> in.putLong(41, 0), "it doesn't start at the beginning of a sentence");
    }

    @Test
    void aFileThatContradictsItselfIsRefused() {
        refused(in -> in.putLong(tiny.sizes, Long.MAX_VALUE), "it is cut off, or its sizes are wrong");
        refused(in -> in.putLong(tiny.sizes, -1), "it is cut off, or its sizes are wrong");
        refused(in -> in.putLong(tiny.sizes + 24, 0b1), "its bits don't fit its sizes");
        refused(in -> in.putLong(tiny.sizes + 24, 0b111100), "its tree of contexts has no root");
        refused(in -> in.putLong(tiny.sizes + 24, 0b110001001), "contexts out of order");
        refused(in -> in.putInt(tiny.words + 4, 1), "contexts out of order");
        refused(in -> in.putInt(tiny.words + 12, 4), "it has a word that isn't in its table");
        refused(in -> in.putInt(tiny.listed + 4, 1), "words out of order");
        refused(in -> in.putInt(tiny.listed + 8, 4), "it has a word that isn't in its table");
        refused(in -> in.putFloat(tiny.costs, Float.NaN), "a weight that is no probability");
        refused(in -> in.putFloat(tiny.costs, Float.NEGATIVE_INFINITY), "a weight that is no probability");
    }

    @Test
    void damageThatCanBeSeenIsNeverMoreThanAnIoException() {
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = tiny.bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                NGramFile.read(damaged, TinyModel.NAME);
            } catch (IOException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(5_000);
    }

    private void refused(Consumer<ByteBuffer> damage, String reason) {
        byte[] damaged = tiny.bytes.clone();
        damage.accept(ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN));
        assertThatThrownBy(() -> NGramFile.read(damaged, TinyModel.NAME))
                .isInstanceOf(IOException.class)
                .hasMessage("Tiny.fst can't be used as a language model: " + reason + ".");
    }
}

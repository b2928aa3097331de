package org.anteroom.speech.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixtureTest {
    private static final double SHARE = 0.25;
    private static final int BEGINNING = 1;

    private final NGramFile file = NGramFile.read(new TinyModel().bytes, TinyModel.NAME);
    private final BackoffModel broad = file.model();

    MixtureTest() throws IOException {}

    private BackoffModel own(String... sentences) {
        return KneserNey.model(
                SentenceCounts.of(List.of(sentences), file.words().numbers()));
    }

    @Test
    void aWordThatEitherListsHasTheMeanOfBoth() {
        BackoffModel own = own("again hello");
        BackoffModel mixed = Mixture.of(broad, own, SHARE);

        for (int word : new int[] {TinyModel.HELLO, TinyModel.AGAIN}) {
            assertThat(mixed.probability(BEGINNING, word))
                    .isCloseTo(
                            0.25 * own.probability(BEGINNING, word) + 0.75 * broad.probability(BEGINNING, word),
                            within(1e-12));
        }
    }

    @Test
    void aContextThatOnlyOneKnowsIsAskedOfTheOtherWithoutItsFirstWords() {
        BackoffModel own = own("again hello");
        BackoffModel mixed = Mixture.of(broad, own, SHARE);
        int again = mixed.longer(BackoffModel.ROOT, TinyModel.AGAIN);

        assertThat(broad.longer(BackoffModel.ROOT, TinyModel.AGAIN)).isEqualTo(BackoffModel.NONE);
        assertThat(mixed.probability(again, TinyModel.HELLO))
                .isCloseTo(
                        0.25 * own.probability(own.longer(BackoffModel.ROOT, TinyModel.AGAIN), TinyModel.HELLO)
                                + 0.75 * 0.3,
                        within(1e-7));
    }

    @Test
    void everyContextSumsToOne() {
        BackoffModel mixed = Mixture.of(broad, own("again hello", "again again world", "hello"), SHARE);
        for (int context = 0; context < mixed.contexts(); context++) {
            assertThat(TinyModel.sum(mixed, context, 3)).isCloseTo(1, within(1e-6));
        }
        assertThat(mixed.contexts()).isGreaterThan(broad.contexts());
    }

    @Test
    void aModelMixedWithItselfStaysAsItWas() {
        BackoffModel mixed = Mixture.of(broad, broad, SHARE);
        assertThat(mixed.contexts()).isEqualTo(broad.contexts());
        assertThat(mixed.listed()).isEqualTo(broad.listed());
        assertSame(mixed, broad);
    }

    @Test
    void itIsWrittenAndReadAgain() throws IOException {
        BackoffModel mixed = Mixture.of(broad, own("again hello", "again again world"), SHARE);
        byte[] bytes = file.with(mixed).bytes();
        NGramFile again = NGramFile.read(bytes, TinyModel.NAME);

        assertThat(again.bytes()).isEqualTo(bytes);
        assertThat(again.words().numbers()).isEqualTo(file.words().numbers());
        assertSame(again.model(), mixed);
    }

    private static void assertSame(BackoffModel model, BackoffModel expected) {
        for (int context = 0; context < expected.contexts(); context++) {
            for (int word = BackoffModel.END; word <= TinyModel.AGAIN; word++) {
                assertThat(model.probability(context, word))
                        .isCloseTo(expected.probability(context, word), within(1e-6));
            }
        }
    }
}

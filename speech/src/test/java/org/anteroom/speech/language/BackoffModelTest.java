package org.anteroom.speech.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BackoffModelTest {
    private static final int BEGINNING = 1;
    private static final int BEGINNING_HELLO = 3;

    private final BackoffModel model =
            NGramFile.read(new TinyModel().bytes, TinyModel.NAME).model();

    BackoffModelTest() throws IOException {}

    @Test
    void whatAContextDoesNotListComesFromTheShorterOnes() {
        assertThat(model.probability(BEGINNING, TinyModel.AGAIN)).isCloseTo(0.4 / 0.7 * 0.2, within(1e-7));
        assertThat(model.probability(BEGINNING_HELLO, BackoffModel.END)).isCloseTo(0.6 * 0.1, within(1e-7));
        assertThat(model.probability(BEGINNING_HELLO, TinyModel.AGAIN)).isCloseTo(0.6 * 0.8 * 0.2, within(1e-7));
    }

    @Test
    void aWordThatNothingListsIsImpossible() {
        assertThat(model.probability(BEGINNING, 99)).isZero();
    }

    @Test
    void normalisingFindsTheBackoffsThatMakeItSumToOne() {
        BackoffModel.Builder builder = new BackoffModel.Builder(2, 3);
        builder.context(BackoffModel.NONE, -1, 0);
        builder.word(1, 0.5);
        builder.word(2, 0.25);
        builder.end(0.25);
        builder.context(BackoffModel.ROOT, 0, 123);
        builder.word(1, 0.9);

        BackoffModel normalised = builder.build().normalised();

        assertThat(normalised.backoff(1)).isCloseTo(0.1 / 0.5, within(1e-12));
        assertThat(TinyModel.sum(normalised, 1, 2)).isCloseTo(1, within(1e-12));
    }

    @Test
    void contextsAndWordsOutOfOrderAreRefused() {
        BackoffModel.Builder builder = new BackoffModel.Builder(5, 5);
        assertThatThrownBy(() -> builder.context(0, 1, 1)).hasMessage("contexts out of order");
        builder.context(BackoffModel.NONE, -1, 0);
        assertThatThrownBy(() -> builder.context(1, 1, 1)).hasMessage("contexts out of order");
        builder.context(0, 5, 1);
        assertThatThrownBy(() -> builder.context(0, 5, 1)).hasMessage("contexts out of order");
        builder.word(5, 0.5);
        assertThatThrownBy(() -> builder.word(5, 0.5)).hasMessage("words out of order");
        assertThatThrownBy(() -> builder.word(6, Double.NaN)).hasMessageContaining("no probability");
    }
}

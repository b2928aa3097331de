package org.anteroom.speech.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KneserNeyTest {
    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 3;
    private static final Map<String, Integer> VOCABULARY = Map.of("<eps>", 0, "a", A, "b", B, "c", C);

    private static SentenceCounts counts(String... sentences) {
        return SentenceCounts.of(List.of(sentences), VOCABULARY);
    }

    @Test
    void countsWordsAfterUpToTwoOthers() {
        assertThat(counts("a b", "a b").counts())
                .containsOnlyKeys(
                        Context.of(0), Context.of(A), Context.of(B), new Context(2, A, 0), new Context(2, B, A))
                .containsEntry(Context.of(0), new TreeMap<>(Map.of(A, 2)))
                .containsEntry(new Context(2, B, A), new TreeMap<>(Map.of(BackoffModel.END, 2)));
    }

    @Test
    void nothingIsCountedAcrossAWordTheVocabularyDoesNotHave() {
        assertThat(counts("a narcan b c").counts())
                .containsEntry(Context.EMPTY, new TreeMap<>(Map.of(B, 1)))
                .containsEntry(Context.of(B), new TreeMap<>(Map.of(C, 1)))
                .doesNotContainKeys(Context.of(A), new Context(2, A, 0));
        assertThat(counts("<eps> b").counts()).containsOnlyKeys(Context.EMPTY, Context.of(B));
    }

    @Test
    void shortContextsCountInHowManyPlacesAWordStood() {
        // "b" is said three times, but after "a" only; "c" twice, after "a" and at the beginning
        BackoffModel model = KneserNey.model(counts("a b", "a b", "a b", "a c", "c"));

        // pairs: start-a, start-c, a-b, a-c, b-end, c-end
        assertThat(model.probability(BackoffModel.ROOT, B)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(model.probability(BackoffModel.ROOT, C)).isCloseTo(2 / 6.0, within(1e-12));
    }

    @Test
    void whatTheDiscountFreesGoesToTheShorterContext() {
        BackoffModel model = KneserNey.model(counts("a b", "a b", "a b", "a c", "c"));
        int start = model.longer(BackoffModel.ROOT, 0);

        // after the start "a" four times of five, "c" once: two discounts are free
        double freed = 2 * 0.75 / 5;
        assertThat(model.backoff(start)).isCloseTo(freed, within(1e-12));
        assertThat(model.probability(start, A)).isCloseTo(3.25 / 5 + freed * 1 / 6, within(1e-12));
        assertThat(model.probability(start, B)).isCloseTo(freed * 1 / 6, within(1e-12));
    }

    @Test
    void everyContextSumsToOne() {
        BackoffModel model = KneserNey.model(counts("a b c a", "narcan a b", "c c b narcan", "b"));
        for (int context = 0; context < model.contexts(); context++) {
            assertThat(TinyModel.sum(model, context, 3)).isCloseTo(1, within(1e-12));
        }
        assertThat(model.contexts()).isGreaterThan(8);
    }
}

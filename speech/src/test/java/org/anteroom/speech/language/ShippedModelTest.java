package org.anteroom.speech.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the model that the build unpacks, before it is adapted. */
class ShippedModelTest {
    private static final List<String> OPENINGS =
            List.of("hi i'm calling because", "um my husband says", "sorry to bother you but", "hello yes");
    private static final List<String> COMPLAINTS = List.of(
            "the crown came off my molar last night",
            "his gum is bleeding where the tooth was",
            "i need a refill of my blood pressure pills",
            "the inhaler isn't helping her breathe",
            "my insurance card changed since the last cleaning");

    private static NGramFile original;
    private static NGramFile adapted;

    @BeforeAll
    static void adapt() throws IOException {
        Path grammar = Path.of(System.getProperty("anteroom.model"), "graph", "Gr.fst");
        original = NGramFile.read(Files.readAllBytes(grammar), grammar);
        BackoffModel own =
                KneserNey.model(SentenceCounts.of(sentences(0), original.words().numbers()));
        adapted = original.with(Mixture.of(original.model(), own, 0.5));
    }

    /** Every second pair of opening and complaint. */
    private static List<String> sentences(int from) {
        List<String> some = new ArrayList<>();
        for (int i = from; i < OPENINGS.size() * COMPLAINTS.size(); i += 2) {
            some.add(OPENINGS.get(i / COMPLAINTS.size()) + ' ' + COMPLAINTS.get(i % COMPLAINTS.size()));
        }
        return some;
    }

    @Test
    void sentencesOfTheSameKindThatWereNotLearnedAreExpectedMore() {
        assertThat(sentences(1)).doesNotContainAnyElementsOf(sentences(0));
        assertThat(Perplexity.of(adapted, sentences(1))).isLessThan(Perplexity.of(original, sentences(1)) / 2);
    }

    @Test
    void othersAreStillExpected() {
        List<String> others = List.of("the train to boston was late again", "he paints the garden fence in spring");
        assertThat(Perplexity.of(adapted, others)).isLessThan(2.1 * Perplexity.of(original, others));
    }

    @Test
    void afterAnyContextTheProbabilitiesOfAllWordsSumToOne() {
        BackoffModel model = adapted.model();
        int words = adapted.words().numbers().size();
        List<Integer> contexts = new ArrayList<>(List.of(BackoffModel.ROOT, 1));
        for (int context = 2; context < model.contexts(); context += model.contexts() / 40) {
            contexts.add(context);
        }
        assertThat(contexts).hasSizeGreaterThan(40);
        for (int context : contexts) {
            assertThat(TinyModel.sum(model, context, words)).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void noWordIsLost() {
        for (int word : original.words().numbers().values()) {
            double before = original.model().probability(BackoffModel.ROOT, word);
            assertThat(adapted.model().probability(BackoffModel.ROOT, word)).isGreaterThanOrEqualTo(before / 2);
        }
    }
}

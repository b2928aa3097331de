package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.words.Embedder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checked-in weights belong to the checked-in sentences, and score as they did when they were made. */
final class ScoreWeightsTest {
    private static final List<KnownSentence> SENTENCES = KnownSentence.all();
    private static Embedder embedder;
    private static float[][] vectors;

    @BeforeAll
    static void embed() throws Exception {
        embedder = Embedder.load();
        vectors = embedder.embedAll(SENTENCES.stream().map(KnownSentence::text).toList())
                .toArray(float[][]::new);
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void theWeightsWereMadeFromTheSentencesOfThisBuild() {
        ScoreWeights weights = ScoreWeights.read(SENTENCES);
        assertThat(weights.data()).isEqualTo(ScoreWeights.hash(SENTENCES));
        assertThat(weights.shares()).hasSameSizeAs(SENTENCES);
    }

    @Test
    void aSentenceThatChangedIsFoundOut() {
        List<KnownSentence> others = new ArrayList<>(SENTENCES);
        KnownSentence first = others.get(0);
        others.set(
                0,
                new KnownSentence(first.id(), first.practice(), first.emergency(), first.category(), "something else"));
        assertThatThrownBy(() -> ScoreWeights.read(others)).hasMessageContaining("mvn -Ptrain");
    }

    @Test
    void aSentenceThatIsGoneIsFoundOut() {
        assertThatThrownBy(() -> ScoreWeights.read(SENTENCES.subList(1, SENTENCES.size())))
                .hasMessageContaining("mvn -Ptrain");
    }

    @Test
    void theTextIsReadAgainAsItWasWritten() {
        ScoreWeights weights = ScoreWeights.read(SENTENCES);
        assertThat(weights.text(SENTENCES).lines().count()).isEqualTo(SENTENCES.size() + 4L);
        assertThat(weights.gamma()).isPositive();
    }

    /** Sentences that are in none of our files, worded for this test. */
    @Test
    void emergenciesScoreAboveEverythingElse() throws Exception {
        ScoreWeights weights = ScoreWeights.read(SENTENCES);
        MeaningScore score = new MeaningScore(SENTENCES, vectors, weights.shares(), weights.gamma());
        MeaningScore.Score grave =
                score.of(embedder.embed("my wife just dropped to the kitchen floor and i can't get her to answer me"));
        MeaningScore.Score harmless =
                score.of(embedder.embed("could you move my cleaning from monday to some day next week"));
        assertThat(grave.value()).isGreaterThan(0.5);
        assertThat(grave.nearest()).hasSize(3).allMatch(near -> near.sentence().emergency());
        assertThat(harmless.value()).isLessThan(-0.5);
        assertThat(score.of(vectors[0]).nearest().get(0).sentence()).isEqualTo(SENTENCES.get(0));
        assertThat(score.of(vectors[0]).nearest().get(0).likeness()).isCloseTo(1, within(1e-3));
    }

    /** What the score of a sentence that was trained on must be: wanted less what smoothing leaves, alpha lambda / weight. */
    @Test
    void theScoresAreThoseOfTheTraining() throws Exception {
        ScoreWeights weights = ScoreWeights.read(SENTENCES);
        double emergencies = SENTENCES.stream().filter(KnownSentence::emergency).count();
        double others = SENTENCES.size() - emergencies;
        MeaningScore score = new MeaningScore(SENTENCES, vectors, weights.shares(), weights.gamma());
        for (int i : new int[] {0, 100, 1_000, 2_000, 3_000, 4_000, 5_000}) {
            boolean emergency = SENTENCES.get(i).emergency();
            double counts = SENTENCES.size() / (2 * (emergency ? emergencies : others));
            double expected = (emergency ? 1 : -1) - ScoreTraining.LAMBDA / counts * weights.shares()[i];
            assertThat(score.of(vectors[i]).value()).isCloseTo(expected, within(1e-3));
        }
    }
}

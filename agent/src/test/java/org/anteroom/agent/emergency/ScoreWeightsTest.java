package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
    static void open() throws Exception {
        embedder = Embedder.load();
        vectors = SentenceVectors.read(SENTENCES);
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void theWeightsWereMadeFromTheSentencesOfThisBuild() {
        ScoreWeights weights = ScoreWeights.read(SENTENCES);
        assertThat(weights.basis()).isEqualTo(ScoreWeights.basisOf(SENTENCES));
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
    void anotherModelOrOtherParametersAreAnotherBasis() {
        assertThat(List.of(
                        ScoreWeights.basisOf(SENTENCES),
                        ScoreWeights.basisOf("another model", ScoreTraining.GAMMA, ScoreTraining.LAMBDA, SENTENCES),
                        ScoreWeights.basisOf(Embedder.IDENTITY, 1.5, ScoreTraining.LAMBDA, SENTENCES),
                        ScoreWeights.basisOf(Embedder.IDENTITY, ScoreTraining.GAMMA, 0.1, SENTENCES)))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWasReadIsWrittenAgainToTheLastDigit() throws IOException {
        String file;
        try (InputStream in = ScoreWeights.class.getResourceAsStream("/emergency/" + ScoreWeights.FILE)) {
            file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(ScoreWeights.read(SENTENCES).text(SENTENCES)).isEqualTo(file);
    }

    /** A sample: the build has had the model work out every one of them. */
    @Test
    void theVectorsOfTheBuildScoreLikeTheModelsOwn() throws Exception {
        MeaningScore score = MeaningScore.load();
        for (int i = 0; i < vectors.length; i += 43) {
            assertThat(score.of(vectors[i]).value())
                    .as(SENTENCES.get(i).id())
                    .isCloseTo(
                            score.of(SentenceVectors.kept(
                                            embedder.embed(SENTENCES.get(i).text())))
                                    .value(),
                            within(1e-5));
        }
    }

    /** Sentences that are in none of our files, worded for this test. */
    @Test
    void emergenciesScoreAboveEverythingElse() throws Exception {
        ScoreWeights weights = ScoreWeights.read(SENTENCES);
        MeaningScore score = new MeaningScore(SENTENCES, vectors, weights.shares(), weights.gamma());
        Score grave =
                score.of(embedder.embed("my wife just dropped to the kitchen floor and i can't get her to answer me"));
        Score harmless = score.of(embedder.embed("could you move my cleaning from monday to some day next week"));
        assertThat(grave.value()).isGreaterThan(0.5);
        assertThat(grave.nearest()).hasSize(3).allMatch(Score.Near::emergency);
        assertThat(harmless.value()).isLessThan(-0.5);
        assertThat(score.of(vectors[0]).nearest().get(0).id())
                .isEqualTo(SENTENCES.get(0).id());
        assertThat(score.of(vectors[0]).nearest().get(0).likeness()).isCloseTo(1, within(1e-3));
    }

    /** What the score of a sentence that was trained on must be: wanted less what smoothing leaves, alpha lambda / weight. */
    @Test
    void aSentenceThatWasTrainedOnScoresAsTheEquationSays() {
        List<KnownSentence> sentences = IntStream.range(0, 60)
                .mapToObj(i -> new KnownSentence("f" + i + "-01", "any", i % 3 == 0, "any", "text " + i))
                .toList();
        float[][] points = random(sentences.size());
        double[] shares = ScoreTraining.fit(sentences, points);
        MeaningScore score = new MeaningScore(sentences, points, shares, ScoreTraining.GAMMA);
        for (int i = 0; i < points.length; i++) {
            assertThat(score.of(points[i]).value()).isCloseTo(expected(sentences, shares, i), within(1e-5));
        }
    }

    /**
     * On the processor that trained, the scores miss by 0.00001. Another one rounds the model's 8-bit products its own way, so
     * every vector may lie a little elsewhere: all of them moved at random to a cosine of 0.99, the scores miss by 0.14 on
     * average. Weights of other sentences miss by more than 0.5.
     */
    @Test
    void theShippedWeightsScoreTheSentencesThatTheyWereTrainedOnAsTheTrainingDid() {
        ScoreWeights weights = ScoreWeights.read(SENTENCES);

        assertThat(missed(weights.shares(), weights.gamma())).isLessThan(0.2);
        assertThat(missed(backwards(weights.shares()), weights.gamma())).isGreaterThan(0.5);
    }

    /** By how much the scores of every hundredth sentence miss what the equation says, on average. */
    private static double missed(double[] shares, double gamma) {
        MeaningScore score = new MeaningScore(SENTENCES, vectors, shares, gamma);
        return IntStream.range(0, vectors.length)
                .filter(i -> i % 100 == 0)
                .mapToDouble(i -> Math.abs(score.of(vectors[i]).value() - expected(SENTENCES, shares, i)))
                .average()
                .orElseThrow();
    }

    private static double[] backwards(double[] shares) {
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> shares[shares.length - 1 - i])
                .toArray();
    }

    private static double expected(List<KnownSentence> sentences, double[] shares, int index) {
        double emergencies = sentences.stream().filter(KnownSentence::emergency).count();
        boolean emergency = sentences.get(index).emergency();
        double counts = sentences.size() / (2 * (emergency ? emergencies : sentences.size() - emergencies));
        return (emergency ? 1 : -1) - ScoreTraining.LAMBDA / counts * shares[index];
    }

    private static float[][] random(int count) {
        Random random = new Random(11);
        float[][] points = new float[count][8];
        for (float[] point : points) {
            double square = 0;
            for (int i = 0; i < point.length; i++) {
                point[i] = (float) random.nextGaussian();
                square += point[i] * point[i];
            }
            for (int i = 0; i < point.length; i++) {
                point[i] /= (float) Math.sqrt(square);
            }
        }
        return points;
    }
}

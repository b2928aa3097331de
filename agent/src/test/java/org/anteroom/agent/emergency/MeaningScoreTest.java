package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeaningScoreTest {
    private static final double GAMMA = 2;
    private static final int SIZE = 6;

    private final Random random = new Random(5);

    private static KnownSentence sentence(int number) {
        return new KnownSentence("f-" + number, "any", number % 2 == 0, "category-" + number, "text " + number);
    }

    private static List<KnownSentence> sentences(int count) {
        return IntStream.range(0, count).mapToObj(MeaningScoreTest::sentence).toList();
    }

    private float[] vector() {
        float[] vector = new float[SIZE];
        double square = 0;
        for (int i = 0; i < SIZE; i++) {
            vector[i] = (float) random.nextGaussian();
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < SIZE; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    private float[][] vectors(int count) {
        return IntStream.range(0, count).mapToObj(i -> vector()).toArray(float[][]::new);
    }

    private static List<String> ids(Score score) {
        return score.nearest().stream().map(Score.Near::id).toList();
    }

    @Test
    void isTheSumOfTheSharesByLikeness() {
        float[][] vectors = vectors(50);
        double[] shares = random.doubles(50, -1, 1).toArray();
        MeaningScore score = new MeaningScore(sentences(50), vectors, shares, GAMMA);
        for (int n = 0; n < 20; n++) {
            float[] at = vector();
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                sum += shares[i] * KernelRidge.kernel(vectors[i], at, GAMMA);
            }
            assertThat(score.of(at).value()).isEqualTo(sum);
        }
    }

    @Test
    void itsReasonIsTheThreeThatAreMostAlikeTheNearestFirst() {
        float[][] vectors = vectors(50);
        MeaningScore score = new MeaningScore(sentences(50), vectors, new double[50], GAMMA);
        for (int n = 0; n < 50; n++) {
            float[] at = vector();
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, vectors.length).boxed().toList());
            order.sort(Comparator.comparingDouble(i -> -KernelRidge.kernel(vectors[i], at, GAMMA)));
            assertThat(ids(score.of(at)))
                    .containsExactly("f-" + order.get(0), "f-" + order.get(1), "f-" + order.get(2));
        }
    }

    @Test
    void aNearSentenceIsNamedWithAllThatIsKnownOfIt() {
        float[][] vectors = vectors(5);
        Score.Near near = new MeaningScore(sentences(5), vectors, new double[5], GAMMA)
                .of(vectors[2])
                .nearest()
                .get(0);
        assertThat(near.id()).isEqualTo("f-2");
        assertThat(near.text()).isEqualTo("text 2");
        assertThat(near.category()).isEqualTo("category-2");
        assertThat(near.emergency()).isTrue();
        assertThat(near.likeness()).isCloseTo(1, within(1e-5));
    }

    @Test
    void ofEquallyNearOnesTheFirstAreNamed() {
        float[] same = vector();
        float[][] vectors = {vector(), same, same, same, same};
        MeaningScore score = new MeaningScore(sentences(5), vectors, new double[5], GAMMA);
        assertThat(ids(score.of(same))).containsExactly("f-1", "f-2", "f-3");
    }

    @Test
    void fewerThanThreeAreAllNamed() {
        float[][] vectors = vectors(2);
        MeaningScore score = new MeaningScore(sentences(2), vectors, new double[2], GAMMA);
        assertThat(ids(score.of(vectors[1]))).containsExactly("f-1", "f-0");
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        assertThatThrownBy(() -> new MeaningScore(sentences(3), vectors(2), new double[3], GAMMA))
                .hasMessageContaining("not 2 and 3 for 3");
    }

    @Test
    void thoseOfTheBuildBelongTogether() {
        List<KnownSentence> sentences = KnownSentence.all();
        float[][] vectors = SentenceVectors.read(sentences);
        assertThat(MeaningScore.load().of(vectors[7]).nearest().get(0).text())
                .isEqualTo(sentences.get(7).text());
    }
}

package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceVectorsTest {
    private static final List<KnownSentence> SENTENCES = KnownSentence.all();

    @TempDir
    Path folder;

    private int asked;

    private List<float[]> random(List<String> texts) {
        asked++;
        Random random = new Random(1);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            float[] vector = new float[8];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = (float) random.nextGaussian();
            }
            vectors.add(vector);
        }
        return vectors;
    }

    @Test
    void thoseOfTheBuildAreThoseOfTheSentencesAndOfLengthOne() {
        float[][] vectors = SentenceVectors.read(SENTENCES);
        assertThat(vectors).hasNumberOfRows(SENTENCES.size());
        for (float[] vector : vectors) {
            double square = 0;
            for (float value : vector) {
                square += value * value;
            }
            assertThat(square).isCloseTo(1, within(0.01));
        }
    }

    @Test
    void whatIsKeptIsTheVectorInSteps() {
        float[] kept = SentenceVectors.kept(new float[] {0.6f, -0.8f, 0.001f});
        assertThat(kept[0]).isCloseTo(0.6f, within(0.004f));
        assertThat(kept[1]).isCloseTo(-0.8f, within(0.004f));
        assertThat(kept[2]).isZero();
        assertThat(SentenceVectors.kept(kept)).isEqualTo(kept);
        assertThat(SentenceVectors.kept(new float[3])).containsOnly(0);
    }

    @Test
    void otherSentencesAreFoundOut() {
        assertThatThrownBy(() -> SentenceVectors.read(SENTENCES.subList(1, SENTENCES.size())))
                .hasMessageContaining("build it again");
    }

    @Test
    void theyAreWorkedOutOnceAndAgainWhenTheFileIsDamaged() throws Exception {
        Path file = folder.resolve("a/sentences.vectors");
        SentenceVectors.write(file, this::random);
        byte[] first = Files.readAllBytes(file);
        SentenceVectors.write(file, this::random);
        assertThat(asked).isEqualTo(1);

        Files.write(file, new byte[] {1, 2, 3});
        SentenceVectors.write(file, this::random);
        assertThat(asked).isEqualTo(2);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void theBuildKnowsAnEmergencyFromAnAppointment() throws Exception {
        try (Meaning meaning = Meaning.load()) {
            assertThat(meaning.of("my wife just dropped to the kitchen floor and i can't get her to answer me")
                            .value())
                    .isGreaterThan(Detector.CERTAIN);
            assertThat(meaning.of("could you move my cleaning from monday to some day next week")
                            .value())
                    .isLessThan(-Detector.ENOUGH_WHOLE);
            assertThat(meaning.of(SENTENCES.get(0).text()).nearest().get(0).likeness())
                    .isCloseTo(1, within(0.01));
        }
    }
}

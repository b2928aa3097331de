package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotProductsTest {
    private final Random random = new Random(11);

    private float[] vector(int size) {
        float[] vector = new float[size];
        for (int i = 0; i < size; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private float[][] vectors(int count, int size) {
        float[][] vectors = new float[count][];
        for (int i = 0; i < count; i++) {
            vectors[i] = vector(size);
        }
        return vectors;
    }

    private static float product(float[] a, float[] b) {
        float product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "7, 3", "100, 4", "41, 7", "1000, 384"})
    void areToTheLastBitWhatOneAfterTheOtherWouldBe(int count, int size) {
        float[][] vectors = vectors(count, size);
        float[] one = vector(size);
        float[] products = new DotProducts(vectors).with(one);
        assertThat(products).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(products[i]).isEqualTo(product(vectors[i], one));
        }
    }

    @Test
    void areTheSameAgain() {
        DotProducts products = new DotProducts(vectors(20, 12));
        float[] one = vector(12);
        float[] first = products.with(one).clone();
        products.with(vector(12));
        assertThat(products.with(one)).isEqualTo(first);
    }

    @Test
    void ofNoVectorsThereAreNone() {
        assertThat(new DotProducts(new float[0][]).with(vector(3))).isEmpty();
    }

    @Test
    void aVectorOfAnotherLengthIsRefused() {
        DotProducts products = new DotProducts(vectors(2, 8));
        assertThatThrownBy(() -> products.with(vector(9))).hasMessage("Vectors of 8 numbers and one of 9");
        assertThatThrownBy(() -> products.with(vector(7))).hasMessageContaining("one of 7");
        assertThatThrownBy(() -> new DotProducts(new float[][] {vector(8), vector(6)}))
                .hasMessageContaining("one of 6");
    }
}

package org.anteroom.agent.emergency;

import java.util.Arrays;

/**
 * The dot products of one vector with many, all at once. They are kept turned on their side, all first numbers, then all second ones:
 * Java must add up a sum of floats in its order, so that the processor can't take several numbers of one vector at a
 * time, but it can take one number of several vectors. To the last bit what one product after the other would be, in an
 * eighth of the time. Immutable, any thread.
 *
 * <pre>
 *   product[i] += column[number][i] * vector[number]        for each number, over all i
 * </pre>
 */
public final class DotProducts {
    /** Columns of one round: each sum is then fetched and put back once for all of them. */
    private static final int ROUND = 4;

    private final int count;
    private final int size;
    private final float[][] columns;

    /** @param vectors all of one length */
    public DotProducts(float[][] vectors) {
        count = vectors.length;
        size = count == 0 ? 0 : vectors[0].length;
        columns = new float[(size + ROUND - 1) / ROUND * ROUND][count];
        for (int i = 0; i < count; i++) {
            if (vectors[i].length != size) {
                throw unlike(vectors[i].length);
            }
            for (int number = 0; number < size; number++) {
                columns[number][i] = vectors[i][number];
            }
        }
    }

    /** The product of each vector with this one, in their order. */
    public float[] with(float[] vector) {
        if (vector.length != size && count > 0) {
            throw unlike(vector.length);
        }
        float[] numbers = Arrays.copyOf(vector, columns.length);
        float[] products = new float[count];
        for (int at = 0; at < columns.length; at += ROUND) {
            add(
                    columns[at],
                    numbers[at],
                    columns[at + 1],
                    numbers[at + 1],
                    columns[at + 2],
                    numbers[at + 2],
                    columns[at + 3],
                    numbers[at + 3],
                    products);
        }
        return products;
    }

    private static void add(
            float[] a, float atA, float[] b, float atB, float[] c, float atC, float[] d, float atD, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i] + a[i] * atA + b[i] * atB + c[i] * atC + d[i] * atD;
        }
    }

    private IllegalArgumentException unlike(int length) {
        return new IllegalArgumentException("Vectors of " + size + " numbers and one of " + length);
    }
}

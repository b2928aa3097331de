package org.anteroom.agent.emergency;

/**
 * Fits a smooth function to labelled points: kernel ridge regression with the radial kernel exp(-gamma |a - b|^2) on vectors
 * of length 1 (Saunders, Gammerman, Vovk: Ridge Regression Learning Algorithm in Dual Variables, 1998). Deterministic.
 *
 * <pre>
 *   f(x) = sum_i alpha_i k(x_i, x)        alpha = (K + lambda W^-1)^-1 y        W: how much each point counts
 * </pre>
 */
public final class KernelRidge {

    private KernelRidge() {}

    /**
     * Solves for the share of each point. Takes n^3/6 multiplications and 4 n^2 bytes: half a minute and 100 MB for 5,000 points.
     *
     * @param points vectors of length 1
     * @param wanted what the function should be at each point
     * @param counts how much each point counts, above 0; 1 is usual
     * @param gamma how narrow the kernel is, above 0
     * @param lambda how smooth the function must be, above 0
     */
    static double[] fit(float[][] points, double[] wanted, double[] counts, double gamma, double lambda) {
        double[][] matrix = new double[points.length][];
        for (int row = 0; row < points.length; row++) {
            matrix[row] = new double[row + 1];
            for (int column = 0; column < row; column++) {
                matrix[row][column] = kernel(points[row], points[column], gamma);
            }
            matrix[row][row] = 1 + lambda / counts[row];
        }
        factorise(matrix);
        return solved(matrix, wanted);
    }

    /**
     * The same for a kernel of one's own and for several functions at once. Takes n^3/6 multiplications; the matrix is used up.
     *
     * @param matrix the lower triangle of the kernels between all points, with lambda added on the diagonal
     * @param wanted what each function should be at each point: {@code wanted[function][point]}
     * @return the share of each point in each function, in the same order
     */
    public static double[][] fit(double[][] matrix, double[][] wanted) {
        factorise(matrix);
        double[][] shares = new double[wanted.length][];
        for (int function = 0; function < wanted.length; function++) {
            shares[function] = solved(matrix, wanted[function]);
        }
        return shares;
    }

    static double kernel(float[] a, float[] b, double gamma) {
        float product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return kernel(product, gamma);
    }

    /** @param product the dot product of two vectors of length 1 */
    public static double kernel(float product, double gamma) {
        return Math.exp(-2 * gamma * (1 - product));
    }

    /** Cholesky, row by row, in place: the lower triangle L of L L^T. */
    private static void factorise(double[][] matrix) {
        for (int row = 0; row < matrix.length; row++) {
            double[] mine = matrix[row];
            for (int column = 0; column < row; column++) {
                double[] other = matrix[column];
                mine[column] = (mine[column] - product(mine, other, column)) / other[column];
            }
            mine[row] = Math.sqrt(mine[row] - product(mine, mine, row));
        }
    }

    private static double[] solved(double[][] lower, double[] wanted) {
        double[] x = wanted.clone();
        for (int row = 0; row < x.length; row++) {
            x[row] = (x[row] - product(lower[row], x, row)) / lower[row][row];
        }
        for (int row = x.length - 1; row >= 0; row--) {
            x[row] /= lower[row][row];
            for (int column = 0; column < row; column++) {
                x[column] -= lower[row][column] * x[row];
            }
        }
        return x;
    }

    /** Four sums at a time, so that the processor needn't wait for one addition before the next. */
    private static double product(double[] a, double[] b, int length) {
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            one += a[i] * b[i];
            two += a[i + 1] * b[i + 1];
            three += a[i + 2] * b[i + 2];
            four += a[i + 3] * b[i + 3];
        }
        for (; i < length; i++) {
            one += a[i] * b[i];
        }
        return one + two + three + four;
    }
}

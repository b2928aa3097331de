package org.anteroom.agent.words;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The vectors of known sentences in a file, since working them out takes the build seconds: it begins with the hash of what they were
 * made from, then for each its numbers in 255 steps. What is learnt from vectors must be learnt from them as they are {@link #kept}
 * here: rounded afterwards, so coarsely, they would move a score by 0.05.
 */
public final class VectorFile {
    private static final int STEPS = 127;

    private VectorFile() {}

    /**
     * Writes the file, unless one with this hash is there already.
     *
     * @param meanings the vectors of length 1 of texts, one for each, such as the embedder's
     */
    public static void write(Path file, String hash, List<String> texts, Function<List<String>, List<float[]>> meanings)
            throws IOException {
        if (begins(file, hash)) {
            return;
        }
        List<float[]> vectors = meanings.apply(texts);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(hash);
            out.writeInt(vectors.size());
            out.writeInt(vectors.get(0).length);
            for (float[] vector : vectors) {
                out.write(steps(vector));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole = Files.write(file.resolveSibling(file.getFileName() + ".new"), bytes.toByteArray());
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The vectors of a file; empty when it was made from something else. The caller closes the stream. */
    public static Optional<float[][]> read(InputStream in, String hash, int count) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(in));
        String made = data.readUTF();
        float[][] vectors = new float[data.readInt()][];
        int size = data.readInt();
        if (vectors.length != count || !made.equals(hash)) {
            return Optional.empty();
        }
        for (int i = 0; i < vectors.length; i++) {
            byte[] steps = new byte[size];
            data.readFully(steps);
            vectors[i] = vector(steps);
        }
        return Optional.of(vectors);
    }

    private static boolean begins(Path file, String hash) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readUTF().equals(hash);
        } catch (IOException missingOrDamaged) {
            return false;
        }
    }

    /** A vector as it is kept: the nearest in so many steps, of length 1 again. */
    public static float[] kept(float[] vector) {
        return vector(steps(vector));
    }

    private static byte[] steps(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] steps = new byte[vector.length];
        for (int i = 0; i < steps.length && largest > 0; i++) {
            steps[i] = (byte) Math.round(vector[i] / largest * STEPS);
        }
        return steps;
    }

    private static float[] vector(byte[] steps) {
        int square = 0;
        for (byte step : steps) {
            square += step * step;
        }
        // Rounding changed the length too, and that alone would make every sentence look less alike.
        float unit = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        float[] vector = new float[steps.length];
        for (int i = 0; i < steps.length; i++) {
            vector[i] = steps[i] * unit;
        }
        return vector;
    }
}

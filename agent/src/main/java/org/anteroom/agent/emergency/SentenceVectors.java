package org.anteroom.agent.emergency;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;

/**
 * The vectors of the known sentences, worked out in the build because it takes seconds: a file that begins with the hash of model and
 * sentences, then for each its numbers in 255 steps. The weights are found for the vectors as they are kept here: rounded afterwards,
 * so coarsely, they would move a score by 0.05.
 */
public final class SentenceVectors {
    static final String FILE = "sentences.vectors";
    /** Part of that hash, since the weights are for vectors of this form. */
    static final String FORM = "v3 ";

    private static final int STEPS = 127;

    private SentenceVectors() {}

    /**
     * Writes the file for the sentences of this build, unless it is there already.
     *
     * @param meanings the vectors of length 1 of texts, one for each, such as the embedder's
     */
    public static void write(Path file, Function<List<String>, List<float[]>> meanings) throws IOException {
        List<KnownSentence> sentences = KnownSentence.all();
        String hash = ScoreWeights.basisOf(sentences);
        if (begins(file, hash)) {
            return;
        }
        List<float[]> vectors =
                meanings.apply(sentences.stream().map(KnownSentence::text).toList());
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

    /**
     * The vectors that came with this build.
     *
     * @throws IllegalStateException when they are missing or were made from other sentences
     */
    static float[][] read(List<KnownSentence> sentences) {
        try (InputStream in = SentenceVectors.class.getResourceAsStream("/emergency/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from this build: build it again.");
            }
            DataInputStream data = new DataInputStream(new BufferedInputStream(in));
            String hash = data.readUTF();
            float[][] vectors = new float[data.readInt()][];
            int size = data.readInt();
            if (vectors.length != sentences.size() || !hash.equals(ScoreWeights.basisOf(sentences))) {
                throw new IllegalStateException(FILE + " was made from other sentences: build it again.");
            }
            for (int i = 0; i < vectors.length; i++) {
                byte[] steps = new byte[size];
                data.readFully(steps);
                vectors[i] = vector(steps);
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read: build it again.", e);
        }
    }

    private static boolean begins(Path file, String hash) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readUTF().equals(hash);
        } catch (IOException missingOrDamaged) {
            return false;
        }
    }

    /** A vector as it is kept: the nearest in so many steps, of length 1 again. */
    static float[] kept(float[] vector) {
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

package org.anteroom.agent.emergency;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.anteroom.agent.words.Embedder;

/**
 * The scorer of this build: the sentence model, and what training found out about our own sentences. A clause takes 3 to 9 ms
 * of one core. Several threads may ask at a time; the owner closes it when none does.
 */
public final class Meaning implements Scorer, AutoCloseable {
    private final Embedder embedder;
    private final MeaningScore score;

    private Meaning(Embedder embedder, MeaningScore score) {
        this.embedder = embedder;
        this.score = score;
    }

    /**
     * Loads model, sentences and weights; takes about a second and 120 MB.
     *
     * @throws IOException when model, sentences or weights can't be used; the message says what to do
     */
    public static Meaning load() throws IOException {
        MeaningScore score;
        try {
            score = MeaningScore.load();
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        return new Meaning(Embedder.load(), score);
    }

    @Override
    public Score of(String text) {
        return score.of(vector(text));
    }

    /**
     * The vector of length 1 of a text, for whoever judges other things by the same model: it is in memory once.
     *
     * @throws IllegalStateException when the model fails, or after {@link #close}; it says nothing of the text
     */
    public float[] vector(String text) {
        return embedder.embed(text);
    }

    @Override
    public void close() {
        embedder.close();
    }
}

package org.anteroom.agent.dialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.anteroom.agent.words.Embedder;
import org.anteroom.agent.words.Introductions;
import org.anteroom.agent.words.Normaliser;

/**
 * What a caller wants, by the sentence model and all that this build knows: takes 4 to 10 ms of one core, so never on a call's mailbox.
 * Several threads may ask at a time; the owner closes it when none does.
 */
public final class RequestReader implements TurnMeaning, AutoCloseable {
    /** Read at loading: the first time takes long, and that caller would wait. */
    private static final List<String> WARMING =
            List.of("i", "would", "like", "to", "move", "my", "appointment", "to", "tuesday");

    private static final int WARMINGS = 3;

    private final Function<String, float[]> vectors;
    private final RequestClassifier classifier;
    private final Runnable close;

    private RequestReader(Function<String, float[]> vectors, RequestClassifier classifier, Runnable close) {
        this.vectors = vectors;
        this.classifier = classifier;
        this.close = close;
    }

    /**
     * Loads model, sentences and weights; takes about two seconds and 120 MB.
     *
     * @throws IOException when they can't be used; the message says what to do
     */
    public static RequestReader load() throws IOException {
        RequestClassifier classifier = classifier();
        Embedder embedder = Embedder.load();
        return new RequestReader(embedder::embed, classifier, embedder::close);
    }

    /**
     * Loads sentences and weights alone, for a sentence model that is there already, and tries them; takes about a second.
     *
     * @param vectors the vectors of length 1 of that model, such as {@link org.anteroom.agent.emergency.Meaning#vector}; its owner
     *     closes it after this was asked for the last time
     * @throws IOException when they can't be used; the message says what to do
     */
    public static RequestReader beside(Function<String, float[]> vectors) throws IOException {
        RequestReader reader = new RequestReader(vectors, classifier(), () -> {});
        for (int i = 0; i < WARMINGS; i++) {
            Understood unused = reader.of(WARMING);
        }
        return reader;
    }

    private static RequestClassifier classifier() throws IOException {
        try {
            return RequestClassifier.load();
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** @param text as spoken; capitals and punctuation make no difference */
    public Understood of(String text) {
        List<String> words = Normaliser.words(text);
        return words.stream().allMatch(Normaliser::isFiller) ? sound(text) : classified(words);
    }

    @Override
    public Understood of(List<String> words) {
        return words.stream().allMatch(Normaliser::isFiller) ? sound(String.join(" ", words)) : classified(words);
    }

    private static Understood sound(String text) {
        Intent sound = Sounds.of(text);
        return new Understood(sound, Understood.Manner.SOUND, sound, List.of());
    }

    private Understood classified(List<String> words) {
        List<String> wish = Introductions.left(words);
        return classifier.of(wish, vectors.apply(String.join(" ", wish)));
    }

    @Override
    public void close() {
        close.run();
    }
}

package org.anteroom.agent.dialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.anteroom.agent.words.Embedder;
import org.anteroom.agent.words.Normaliser;

/**
 * What a caller wants, by the sentence model and all that this build knows: takes 4 to 10 ms of one core, so never on a call's mailbox.
 * Several threads may ask at a time; the owner closes it when none does.
 */
public final class RequestReader implements AutoCloseable {
    private final Embedder embedder;
    private final RequestClassifier classifier;

    private RequestReader(Embedder embedder, RequestClassifier classifier) {
        this.embedder = embedder;
        this.classifier = classifier;
    }

    /**
     * Loads model, sentences and weights; takes about two seconds and 120 MB.
     *
     * @throws IOException when they can't be used; the message says what to do
     */
    public static RequestReader load() throws IOException {
        try {
            RequestClassifier classifier = RequestClassifier.load();
            return new RequestReader(Embedder.load(), classifier);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** @param text as spoken; capitals and punctuation make no difference */
    public Understood of(String text) {
        List<String> words = Normaliser.words(text);
        if (words.stream().allMatch(Normaliser::isFiller)) {
            Intent sound = Sounds.of(text);
            return new Understood(sound, Understood.Manner.SOUND, sound, List.of());
        }
        return classifier.of(words, embedder.embed(String.join(" ", words)));
    }

    @Override
    public void close() {
        embedder.close();
    }
}

package org.anteroom.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The words a model can recognise: whatever is not among them can be said by a caller but never heard. */
public final class Vocabulary {
    private final Set<String> words;

    @SuppressWarnings("UnusedMethod")
    private Vocabulary(Set<String> words) {
        this.words = words;
    }

    /**
     * Reads the symbol table of the model's grammar.
     *
     * @param model folder of the model
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static Vocabulary of(Path model) throws IOException {
        throw new IOException("the vocabulary is not built yet: " + model);
    }

    /** Whether the recogniser can hear this word. */
    public boolean knows(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The words of these phrases that the recogniser can't hear, sorted. */
    public List<String> unknown(Collection<String> phrases) {
        Set<String> unknown = new TreeSet<>();
        for (String phrase : phrases) {
            for (String word : phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)) {
                if (!word.isEmpty() && !words.contains(word)) {
                    unknown.add(word);
                }
            }
        }
        return List.copyOf(unknown);
    }

    /** How many words there are. */
    public int size() {
        return words.size();
    }
}

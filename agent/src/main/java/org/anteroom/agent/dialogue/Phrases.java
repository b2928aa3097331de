package org.anteroom.agent.dialogue;

import java.util.Collection;
import java.util.List;

/** Words as one text with a space around each, so that a phrase is looked for by whole words: " not here ". */
final class Phrases {
    private Phrases() {}

    static String spaced(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }

    /** @param phrases each with a space where a word must begin or end */
    static boolean any(List<String> words, Collection<String> phrases) {
        String said = spaced(words);
        return phrases.stream().anyMatch(said::contains);
    }
}

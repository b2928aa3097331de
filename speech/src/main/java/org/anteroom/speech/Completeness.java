package org.anteroom.speech;

import java.util.List;
import java.util.Set;

/** Whether more of an answer is to come, as far as its words so far tell; sets how long a pause ends the turn. */
public enum Completeness {
    /** It breaks off where nobody ends: more will come. */
    UNFINISHED,
    /** The words don't tell. */
    UNKNOWN,
    /** It could end here. */
    COMPLETE;

    /** Fewer words could be the beginning of anything. */
    private static final int SENTENCE_WORDS = 4;

    private static final Set<String> FILLERS = Set.of("um", "uh", "er", "erm", "hmm", "hm", "mm", "huh", "ah");
    /** Articles, possessives, conjunctions, prepositions and pronouns that lead on to another word. */
    private static final Set<String> LEADING_ON = Set.of(
            "a",
            "an",
            "the",
            "my",
            "his",
            "her",
            "their",
            "our",
            "your",
            "this",
            "and",
            "but",
            "or",
            "so",
            "because",
            "cause",
            "if",
            "when",
            "while",
            "although",
            "unless",
            "until",
            "since",
            "to",
            "for",
            "with",
            "of",
            "at",
            "from",
            "by",
            "about",
            "into",
            "between",
            "than",
            "as",
            "i",
            "i'm",
            "i'd",
            "i've",
            "i'll",
            "he",
            "he's",
            "she",
            "she's",
            "they",
            "they're",
            "we",
            "we're",
            "it's",
            "that's",
            "there's",
            "is",
            "are",
            "was",
            "were",
            "am",
            "has",
            "had",
            "will",
            "would",
            "could",
            "should",
            "can",
            "might",
            "must",
            "which",
            "who",
            "whose",
            "very",
            "also",
            "extension");

    /**
     * How a sentence in the caller's own words stands.
     *
     * @param words in lower case, as the recogniser writes them
     */
    public static Completeness ofSentence(List<String> words) {
        if (words.isEmpty()) {
            return UNKNOWN;
        }
        String last = words.get(words.size() - 1);
        if (FILLERS.contains(last) || LEADING_ON.contains(last)) {
            return UNFINISHED;
        }
        long spoken = words.stream().filter(word -> !FILLERS.contains(word)).count();
        return spoken >= SENTENCE_WORDS ? COMPLETE : UNKNOWN;
    }
}

package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anteroom.agent.words.HeardWord;

/**
 * The caller's words of the last seconds, as the tokens that patterns read: what earlier turns left, then the turn that
 * is being spoken.
 */
final class HeardRun {

    /** Small words that people repeat while they look for the next: said twice, they count once. */
    private static final Set<String> STAMMERED = Set.of(
            "i", "it", "he", "she", "we", "they", "is", "my", "his", "her", "the", "a", "and", "there", "can", "in",
            "to", "was", "have", "that", "you");

    private final List<HeardWord> words;
    private final int[][] symbols;
    private final int[] wordOf;
    private final int[] utteranceStarts;
    private final int turnStart;

    private HeardRun(List<HeardWord> words, int[][] symbols, int[] wordOf, int[] utteranceStarts, int turnStart) {
        this.words = words;
        this.symbols = symbols;
        this.wordOf = wordOf;
        this.utteranceStarts = utteranceStarts;
        this.turnStart = turnStart;
    }

    /** Puts the turns together. The last one is being spoken; every word is normalised. */
    static HeardRun of(List<List<HeardWord>> turns, Lexicon lexicon) {
        List<HeardWord> words = new ArrayList<>();
        List<int[]> symbols = new ArrayList<>();
        List<Integer> wordOf = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        String before = "";
        for (List<HeardWord> turn : turns) {
            start = symbols.size();
            for (HeardWord word : turn) {
                for (String token : Tokeniser.tokens(word.text())) {
                    if (!(token.equals(before) && STAMMERED.contains(token))) {
                        symbols.add(lexicon.symbols(token));
                        wordOf.add(words.size());
                        starts.add(start);
                    }
                    before = token;
                }
                words.add(word);
            }
        }
        return new HeardRun(words, symbols.toArray(int[][]::new), ints(wordOf), ints(starts), start);
    }

    int size() {
        return symbols.length;
    }

    /** The symbols of each token. Not to be written to. */
    int[][] symbols() {
        return symbols;
    }

    /** The first token of the turn that is being spoken. */
    int turnStart() {
        return turnStart;
    }

    /** The first token of the utterance that a token belongs to. */
    int utteranceStart(int token) {
        return utteranceStarts[token];
    }

    /** The words that the tokens {@code from} to {@code to} (exclusive) are made of. */
    List<HeardWord> words(int from, int to) {
        return words.subList(wordOf[from], wordOf[to - 1] + 1);
    }

    /** How many words were spoken after the token. */
    int wordsAfter(int token) {
        return words.size() - 1 - wordOf[token];
    }

    /** When the token's word starts, ms of the call's audio. */
    int startMs(int token) {
        return words.get(wordOf[token]).startMs();
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}

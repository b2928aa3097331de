package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.words.Normaliser;

/**
 * Splits normalised words into the tokens that patterns are written in, so that one pattern covers every way to say the
 * same: "can't", "cannot" and "can not" are {@code can not}; "he's", "they're" and "I am" end in {@code is}; "gonna" is
 * {@code going to}. Patterns go through the same splitting.
 */
final class Tokeniser {

    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("cannot", "can not"),
            Map.entry("can't", "can not"),
            Map.entry("cant", "can not"),
            Map.entry("won't", "will not"),
            Map.entry("shan't", "shall not"),
            Map.entry("ain't", "is not"),
            Map.entry("let's", "let us"),
            Map.entry("its", "it is"),
            Map.entry("im", "i is"),
            Map.entry("i'd", "i would"),
            Map.entry("gonna", "going to"),
            Map.entry("wanna", "want to"),
            Map.entry("gotta", "got to"),
            Map.entry("kinda", "kind of"),
            Map.entry("outta", "out of"),
            Map.entry("lemme", "let me"),
            Map.entry("dunno", "do not know"),
            Map.entry("cause", "because"),
            Map.entry("cuz", "because"),
            Map.entry("anymore", "any more"),
            Map.entry("alright", "all right"),
            Map.entry("ok", "okay"),
            Map.entry("am", "is"),
            Map.entry("are", "is"),
            Map.entry("were", "was"),
            Map.entry("has", "have"),
            Map.entry("does", "do"),
            Map.entry("an", "a"),
            Map.entry("911", "nine one one"),
            Map.entry("grey", "gray"),
            Map.entry("'em", "them"),
            Map.entry("yeah", "yes"),
            Map.entry("dont", "do not"),
            Map.entry("isnt", "is not"),
            Map.entry("wont", "will not"),
            Map.entry("didnt", "did not"),
            Map.entry("doesnt", "do not"),
            Map.entry("nothin", "nothing"),
            Map.entry("anyways", "anyway"),
            Map.entry("labour", "labor"),
            Map.entry("tumour", "tumor"),
            Map.entry("nosebleed", "nose bleed"),
            Map.entry("nosebleeds", "nose bleeds"),
            Map.entry("percent", "percent"),
            Map.entry("988", "nine eight eight"));
    private static final Map<String, String> ENDINGS =
            Map.of("n't", "not", "'s", "is", "'m", "is", "'re", "is", "'ve", "have", "'ll", "will", "'d", "would");

    private Tokeniser() {}

    /** The tokens of one normalised word, at least one. */
    static List<String> tokens(String word) {
        String whole = WHOLE.get(word);
        if (whole != null) {
            return List.of(whole.split(" "));
        }
        int apostrophe = word.indexOf('\'');
        if (apostrophe <= 0) {
            return List.of(word);
        }
        for (int start : new int[] {apostrophe, apostrophe - 1}) {
            String ending = start > 0 ? ENDINGS.get(word.substring(start)) : null;
            if (ending != null) {
                List<String> tokens = new ArrayList<>(tokens(word.substring(0, start)));
                tokens.add(ending);
                return tokens;
            }
        }
        return List.of(word);
    }

    /** The tokens of a text. */
    static List<String> tokensOf(String text) {
        List<String> tokens = new ArrayList<>();
        Normaliser.words(text).forEach(word -> tokens.addAll(tokens(word)));
        return tokens;
    }
}

package org.anteroom.agent.words;

import java.util.List;
import java.util.Set;

/** What a caller answers to a yes-or-no question. "No, that's right" and other mixtures are {@link #UNCLEAR}. */
public enum YesNo {
    YES,
    NO,
    UNCLEAR;

    private static final Set<String> YES_WORDS = Set.of(
            "yes",
            "yeah",
            "yep",
            "yup",
            "ya",
            "correct",
            "right",
            "sure",
            "okay",
            "ok",
            "exactly",
            "absolutely",
            "definitely",
            "please",
            "perfect",
            "yea",
            "certainly",
            "si");
    private static final Set<String> NO_WORDS = Set.of(
            "no",
            "nope",
            "nah",
            "wrong",
            "incorrect",
            "never",
            "don't",
            "not",
            "isn't",
            "wasn't",
            "negative",
            "neither");
    private static final int MORE_THAN_AN_ANSWER = 12;

    /** Reads the words of an answer. Nothing heard, both heard or a long story are {@link #UNCLEAR}. */
    public static YesNo of(List<String> words) {
        if (words.size() > MORE_THAN_AN_ANSWER) {
            return opening(words);
        }
        boolean yes = false;
        boolean no = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (i + 1 < words.size() && isNoProblem(word, words.get(i + 1))) {
                yes = true;
                i++;
            } else if (YES_WORDS.contains(word)) {
                yes = true;
            } else if (NO_WORDS.contains(word)) {
                no = true;
            }
        }
        return yes == no ? notRight(words) : yes ? YES : NO;
    }

    private static YesNo opening(List<String> words) {
        String first = words.get(0);
        return YES_WORDS.contains(first) ? YES : NO_WORDS.contains(first) ? NO : UNCLEAR;
    }

    /** "No problem" and "why not" agree, whatever their words say. */
    private static boolean isNoProblem(String word, String next) {
        return (word.equals("no") && next.equals("problem")) || (word.equals("why") && next.equals("not"));
    }

    /** "Not right" and "that isn't correct" hold a yes word and mean no. */
    private static YesNo notRight(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean denies = Set.of("not", "isn't", "wasn't", "don't", "doesn't", "aren't")
                    .contains(words.get(i));
            if (denies
                    && words.subList(i + 1, Math.min(words.size(), i + 4)).stream()
                            .anyMatch(YES_WORDS::contains)) {
                return NO;
            }
        }
        return UNCLEAR;
    }
}

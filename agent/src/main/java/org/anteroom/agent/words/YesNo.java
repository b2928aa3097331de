package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a caller answers to a yes-or-no question: "sure is", "i don't think so", "no, it's four". "No, that's right", "maybe" and
 * other mixtures are {@link #UNCLEAR}.
 */
public enum YesNo {
    YES,
    NO,
    UNCLEAR;

    private static final Phrases PHRASES = Phrases.read("yes-no.txt");
    private static final int MORE_THAN_AN_ANSWER = 12;
    /** In a long turn the answer is what it opens with. */
    private static final int OPENING = 4;
    /** How many words a denial takes along: "isn't quite the right one". */
    private static final int DENIED = 4;

    /** What one phrase of an answer says. */
    private enum Sign {
        YES,
        STRESSES,
        AGREEABLE,
        AT_THE_END,
        NO,
        DENIES,
        NOTHING_MORE,
        UNSURE,
        CORRECTS,
        BUT,
        NEITHER_HERE_NOR_THERE;

        private static Sign of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Reads the words of an answer. Nothing heard, both heard or doubt are {@link #UNCLEAR}. */
    public static YesNo of(List<String> words) {
        List<Sign> signs = signs(words.size() > MORE_THAN_AN_ANSWER ? words.subList(0, OPENING) : words);
        int corrected = signs.lastIndexOf(Sign.CORRECTS);
        if (corrected >= 0) {
            List<Sign> last = signs.subList(corrected, signs.size());
            // "Actually, please make it four" agrees with nothing.
            boolean clear = last.contains(Sign.YES) || last.contains(Sign.NO) || last.contains(Sign.DENIES);
            if (clear || corrected == 0) {
                return clear ? verdict(last) : UNCLEAR;
            }
        }
        int but = signs.indexOf(Sign.BUT);
        YesNo before = but > 0 ? verdict(signs.subList(0, but)) : UNCLEAR;
        return before != UNCLEAR ? before : verdict(signs);
    }

    /** Whether the answer is given: what may still follow changes nothing. */
    public static boolean whole(List<String> words) {
        return !unfinished(words) && of(words) != UNCLEAR;
    }

    /** Whether more is sure to come: "no it's", "yes but", "i don't". */
    public static boolean unfinished(List<String> words) {
        List<Sign> signs = signs(words);
        Sign last = signs.isEmpty() ? Sign.NEITHER_HERE_NOR_THERE : signs.get(signs.size() - 1);
        boolean open = !words.isEmpty()
                && PHRASES.of(words.get(words.size() - 1))
                        .map(Sign::of)
                        .filter(sign ->
                                sign == last && (sign == Sign.BUT || sign == Sign.DENIES || sign == Sign.CORRECTS))
                        .isPresent();
        return open || (Dictation.leadsOn(words) && !PHRASES.end(words));
    }

    private static List<Sign> signs(List<String> words) {
        List<Sign> signs = new ArrayList<>();
        int deniedTo = -1;
        for (int at = 0; at < words.size(); ) {
            Optional<Phrases.Match> match = PHRASES.at(words, at);
            int next = at + match.map(Phrases.Match::length).orElse(1);
            Sign sign = match.map(phrase -> Sign.of(phrase.key())).orElse(Sign.NEITHER_HERE_NOR_THERE);
            boolean stresses = sign == Sign.STRESSES;
            if (stresses) {
                boolean followed =
                        next < words.size() && PHRASES.at(words, next).isPresent();
                sign = followed ? Sign.NEITHER_HERE_NOR_THERE : Sign.YES;
            }
            boolean agrees = sign == Sign.YES || sign == Sign.AGREEABLE;
            if (sign == Sign.DENIES) {
                deniedTo = next + DENIED;
                signs.add(sign);
            } else if (sign == Sign.AT_THE_END ? next == words.size() : !(agrees && at < deniedTo)) {
                signs.add(sign);
            }
            at = next;
        }
        signs.removeIf(sign -> sign == Sign.NEITHER_HERE_NOR_THERE);
        return signs;
    }

    private static YesNo verdict(List<Sign> signs) {
        boolean yes = signs.contains(Sign.YES);
        boolean no = signs.contains(Sign.NO) || signs.contains(Sign.DENIES);
        if (signs.contains(Sign.UNSURE) || (yes && no)) {
            return UNCLEAR;
        }
        if (yes || no) {
            return yes ? YES : NO;
        }
        if (signs.contains(Sign.NOTHING_MORE)) {
            return NO;
        }
        return signs.contains(Sign.AGREEABLE) || signs.contains(Sign.AT_THE_END) ? YES : UNCLEAR;
    }
}

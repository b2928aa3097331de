package org.anteroom.agent.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Brings text into the form in which rules are written: lower-case words, straight apostrophes, no punctuation, no
 * fillers. Contractions stay as the recogniser writes them ({@code can't}, {@code i'm}). "Uh huh" and its like stay where they are all that
 * was said. Idempotent.
 */
public final class Normaliser {

    private static final Set<String> FILLERS =
            Set.of("um", "uh", "uhm", "umm", "er", "erm", "ah", "hmm", "mm", "mhm", "huh", "<unk>", "[unk]");

    /** Sounds that answer by themselves; among words they carry nothing. */
    private static final Set<List<String>> ANSWERS = Set.of(
            List.of("uh", "huh"),
            List.of("mm", "hmm"),
            List.of("mhm"),
            List.of("mhm", "mhm"),
            List.of("uh", "uh"),
            List.of("huh", "uh"),
            List.of("mm", "mm"));

    /** In words: every partial of every turn comes by here, and few are so short. */
    private static final int LONGEST_ANSWER = 2;

    /** The longest word kept, in characters; longer ones are cut, so that a stranger's input stays bounded. */
    private static final int LONGEST_WORD = 40;

    private Normaliser() {}

    /** The words of a text, normalised, fillers left out. */
    public static List<String> words(String text) {
        List<String> all = new ArrayList<>();
        for (String piece : text.split("[\\s\\p{Pd}/]+")) {
            String word = word(piece);
            if (!word.isEmpty()) {
                all.add(word);
            }
        }
        if (!ANSWERS.contains(all)) {
            all.removeIf(Normaliser::isFiller);
        }
        return all;
    }

    /** An utterance's words, normalised, fillers and empty words left out; times and confidence stay. */
    public static List<HeardWord> heard(List<HeardWord> words) {
        List<HeardWord> kept = new ArrayList<>(words.size());
        for (HeardWord heard : words) {
            String word = word(heard.text());
            if (!word.isEmpty()) {
                kept.add(
                        word.equals(heard.text())
                                ? heard
                                : new HeardWord(word, heard.confidence(), heard.startMs(), heard.endMs()));
            }
        }
        boolean answer = kept.size() <= LONGEST_ANSWER
                && ANSWERS.contains(kept.stream().map(HeardWord::text).toList());
        if (!answer) {
            kept.removeIf(heard -> isFiller(heard.text()));
        }
        return kept;
    }

    /** True for the sounds that carry no words: "um", "uh" and their like. */
    public static boolean isFiller(String word) {
        return FILLERS.contains(word);
    }

    /** One word: lower-case, accents and punctuation removed, every kind of apostrophe straight; may become empty. */
    public static String word(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        String cut = raw.length() > 4 * LONGEST_WORD ? raw.substring(0, 4 * LONGEST_WORD) : raw;
        if (isMark(cut)) {
            return cut.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(cut, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder word = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> {
            if (isApostrophe(c)) {
                word.append('\'');
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            }
        });
        return stripped(word);
    }

    private static boolean isPlain(String raw) {
        if (raw.isEmpty() || raw.length() > LONGEST_WORD) {
            return raw.isEmpty();
        }
        if (raw.charAt(0) == '\'' || raw.charAt(raw.length() - 1) == '\'') {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if ((c < 'a' || c > 'z') && c != '\'') {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(String raw) {
        return FILLERS.contains(raw.toLowerCase(Locale.ROOT));
    }

    private static boolean isApostrophe(int c) {
        return c == '\''
                || c == '\u2019'
                || c == '\u2018'
                || c == '\u02bc'
                || c == '\u00b4'
                || c == '`'
                || c == '\uff07';
    }

    /** Cuts to the longest word and drops apostrophes at either end: quotation marks in disguise. */
    private static String stripped(StringBuilder word) {
        int end = Math.min(word.length(), LONGEST_WORD);
        int start = 0;
        while (start < end && word.charAt(start) == '\'') {
            start++;
        }
        while (end > start && word.charAt(end - 1) == '\'') {
            end--;
        }
        if (end > start && Character.isHighSurrogate(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end);
    }
}

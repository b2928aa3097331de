package org.anteroom.agent.words;

import static org.anteroom.agent.words.SpokenNumbers.TEENS;
import static org.anteroom.agent.words.SpokenNumbers.TENS;
import static org.anteroom.agent.words.SpokenNumbers.UNITS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the digits of one answer, left to right, as groups: "five" is one, "twenty three" and "double oh" are one each.
 *
 * <p>After "no", "wait", "sorry" and their like, the digits that follow replace as many digits before the correction;
 * a group spoken in one breath ("two hundred") is replaced as a whole.
 */
final class DigitReader {

    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3, "treble", 3, "quadruple", 4);
    private static final Set<String> CORRECTIONS =
            Set.of("no", "nope", "wait", "sorry", "scratch", "correction", "actually", "oops", "whoops", "rather");
    /** Sounds like a digit, is one only beside another. */
    private static final Map<String, String> HOMOPHONES =
            Map.of("oh", "0", "o", "0", "to", "2", "too", "2", "for", "4", "ate", "8", "won", "1");

    private final List<String> words;
    private final Deque<String> groups = new ArrayDeque<>();
    private final List<String> replacement = new ArrayList<>();
    private boolean correcting;
    private int at;

    DigitReader(List<String> words) {
        this.words = words;
    }

    String read() {
        while (at < words.size()) {
            String group = group();
            if (!group.isEmpty()) {
                (correcting ? replacement : groups).add(group);
            } else {
                if (CORRECTIONS.contains(words.get(at)) && !groups.isEmpty()) {
                    applyCorrection();
                    correcting = true;
                }
                at++;
            }
        }
        applyCorrection();
        return String.join("", groups);
    }

    /** Whether any digits were corrected, or a correction has begun. */
    boolean corrected() {
        String unused = read();
        return correcting;
    }

    private void applyCorrection() {
        int wanted = replacement.stream().mapToInt(String::length).sum();
        while (wanted > 0 && !groups.isEmpty()) {
            wanted -= groups.removeLast().length();
        }
        groups.addAll(replacement);
        replacement.clear();
    }

    /** The digits of the group that starts here, the reader moved past it; empty and unmoved when none starts here. */
    private String group() {
        String word = words.get(at);
        Integer times = TIMES.get(word);
        if (times != null && at + 1 < words.size()) {
            String digit = digit(at + 1, true);
            if (!digit.isEmpty()) {
                at += 2;
                return digit.repeat(times);
            }
        }
        String single = digit(at, besideDigit(at));
        if (!single.isEmpty()) {
            at++;
            return single.length() == 1 ? withHundreds(single) : single;
        }
        return teensAndTens();
    }

    private String teensAndTens() {
        String word = words.get(at);
        Integer teen = TEENS.get(word);
        if (teen != null) {
            at++;
            return withHundreds(teen.toString());
        }
        Integer tens = TENS.get(word);
        if (tens == null) {
            return "";
        }
        at++;
        if (at < words.size()) {
            Integer unit = UNITS.get(words.get(at));
            if (unit != null && unit > 0) {
                at++;
                return Integer.toString(tens + unit);
            }
        }
        return tens.toString();
    }

    /** "Eight hundred", "nine hundred and nineteen", "one hundred twenty three", "two thousand". */
    private String withHundreds(String count) {
        if (next("thousand")) {
            at++;
            return count + "000";
        }
        if (!next("hundred")) {
            return count;
        }
        at++;
        boolean and = next("and");
        int mark = at;
        if (and) {
            at++;
        }
        String rest = at < words.size() ? belowHundred(and) : "";
        if (rest.isEmpty()) {
            at = mark;
        }
        return count + (rest.isEmpty() ? "00" : rest.length() == 1 ? "0" + rest : rest);
    }

    private String belowHundred(boolean unitsToo) {
        Integer unit = UNITS.get(words.get(at));
        if (unit != null) {
            if (!unitsToo) {
                return "";
            }
            at++;
            return unit.toString();
        }
        Integer teen = TEENS.get(words.get(at));
        if (teen != null) {
            at++;
            return teen.toString();
        }
        return TENS.containsKey(words.get(at)) ? teensAndTens() : "";
    }

    private boolean next(String word) {
        return at < words.size() && words.get(at).equals(word);
    }

    private boolean besideDigit(int index) {
        boolean before = index > 0 && isNumberWord(words.get(index - 1));
        boolean after = index + 1 < words.size() && isNumberWord(words.get(index + 1));
        return before || after;
    }

    private static boolean isNumberWord(String word) {
        return UNITS.containsKey(word)
                || TEENS.containsKey(word)
                || TENS.containsKey(word)
                || TIMES.containsKey(word)
                || isWritten(word);
    }

    /** The digits of one word: a unit, written digits, or, where {@code homophones} are allowed, "oh" and its like. */
    private String digit(int index, boolean homophones) {
        String word = words.get(index);
        Integer unit = UNITS.get(word);
        if (unit != null) {
            return unit.toString();
        }
        if (homophones && HOMOPHONES.containsKey(word)) {
            return HOMOPHONES.getOrDefault(word, "");
        }
        return isWritten(word) ? word : "";
    }

    private static boolean isWritten(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

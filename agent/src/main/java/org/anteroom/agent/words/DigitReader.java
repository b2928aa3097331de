package org.anteroom.agent.words;

import static org.anteroom.agent.words.SpokenNumbers.TEENS;
import static org.anteroom.agent.words.SpokenNumbers.TENS;
import static org.anteroom.agent.words.SpokenNumbers.UNITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one group of digits at a time: "five", "twenty three", "double oh", "two zeros", "eight hundred", "two thousand twelve".
 */
final class DigitReader {

    static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3, "treble", 3, "quadruple", 4);

    private static final Map<String, String> SYNONYMS =
            Map.of("nought", "0", "naught", "0", "nil", "0", "niner", "9", "zeroes", "0");
    private static final Set<String> OHS = Set.of("oh", "o", "owe");
    private static final Set<String> PAUSES = Set.of("then", "and", "dash", "hyphen", "comma");
    /** Sounds like a digit, is one only beside another. */
    private static final Map<String, String> HOMOPHONES = Map.of(
            "to", "2", "too", "2", "for", "4", "fore", "4", "ate", "8", "won", "1", "tree", "3", "free", "3", "or",
            "0");
    /** What "two" and "three" may be said of: "two fives". */
    private static final Map<String, String> PLURALS = Map.ofEntries(
            Map.entry("zeros", "0"),
            Map.entry("zeroes", "0"),
            Map.entry("ohs", "0"),
            Map.entry("ones", "1"),
            Map.entry("twos", "2"),
            Map.entry("threes", "3"),
            Map.entry("fours", "4"),
            Map.entry("fives", "5"),
            Map.entry("sixes", "6"),
            Map.entry("sevens", "7"),
            Map.entry("eights", "8"),
            Map.entry("nines", "9"));

    private static final int MOST_OF_A_PLURAL = 4;

    private final List<String> words;

    DigitReader(List<String> words) {
        this.words = words;
    }

    /** The group that starts at a word. */
    Optional<Piece.Read> at(int from) {
        return repeated(from).or(() -> single(from)).or(() -> several(from));
    }

    /** "Double five", "triple oh", "two fives". */
    private Optional<Piece.Read> repeated(int from) {
        if (from + 1 >= words.size()) {
            return Optional.empty();
        }
        String next = words.get(from + 1);
        Integer times = TIMES.get(words.get(from));
        String plural = PLURALS.getOrDefault(next, "");
        if (times != null) {
            String digit = OHS.contains(next) ? "0" : plural.isEmpty() ? digit(next) : plural;
            return digit.length() == 1 ? read(digit.repeat(times), from + 2) : Optional.empty();
        }
        Integer count = UNITS.get(words.get(from));
        boolean counted = count != null && count > 1 && count <= MOST_OF_A_PLURAL && !plural.isEmpty();
        return counted ? read(plural.repeat(count), from + 2) : Optional.empty();
    }

    private Optional<Piece.Read> single(int from) {
        String word = words.get(from);
        String digit = digit(word);
        if (!digit.isEmpty()) {
            return digit.length() == 1 && UNITS.containsKey(word) && !digit.equals("0")
                    ? withHundreds(digit, from + 1, List.of())
                    : read(digit, from + 1);
        }
        if (OHS.contains(word)) {
            return besideDigit(from)
                    ? Optional.of(new Piece.Read(Piece.of("0", Piece.Shape.OH, false), from + 1))
                    : Optional.empty();
        }
        String alike = HOMOPHONES.getOrDefault(word, "");
        if (!alike.isEmpty() && amongDigits(from)) {
            Piece piece = new Piece(alike, Piece.Shape.DIGITS, false, List.of(""), false, Piece.Gap.NONE);
            return Optional.of(new Piece.Read(piece, from + 1));
        }
        boolean one = word.equals("a") && (is(from + 1, "hundred") || is(from + 1, "thousand"));
        return one ? withHundreds("1", from + 1, List.of()) : Optional.empty();
    }

    /** "Eleven", "fifty", "fifty five", with their hundreds. */
    private Optional<Piece.Read> several(int from) {
        Integer teen = TEENS.get(words.get(from));
        if (teen != null) {
            return withHundreds(teen.toString(), from + 1, List.of());
        }
        Integer tens = TENS.get(words.get(from));
        if (tens == null) {
            return Optional.empty();
        }
        Integer unit = from + 1 < words.size() ? UNITS.get(words.get(from + 1)) : null;
        return unit != null && unit > 0
                ? withHundreds(Integer.toString(tens + unit), from + 2, List.of(tens + " " + unit))
                : withHundreds(tens.toString(), from + 1, List.of());
    }

    /** "Eight hundred", "nine hundred and nineteen", "one hundred twenty three", "two thousand". */
    private Optional<Piece.Read> withHundreds(String count, int from, List<String> splits) {
        boolean thousand = is(from, "thousand");
        if (!thousand && !is(from, "hundred")) {
            return group(count, splits, from);
        }
        String zeros = thousand ? "000" : "00";
        boolean and = is(from + 1, "and");
        int start = from + (and ? 2 : 1);
        int end = restEnd(start, and, thousand);
        if (end == start) {
            boolean unitFollows = start < words.size() && UNITS.containsKey(words.get(start));
            return group(count + zeros, unitFollows ? List.of(count + zeros.substring(1)) : List.of(), from + 1);
        }
        int rest = SpokenNumbers.of(words.subList(start, end)).orElse(0);
        String whole = count + String.format("%0" + zeros.length() + "d", rest);
        List<String> others = new ArrayList<>();
        if (rest > 20 && rest < 100 && rest % 10 > 0) {
            others.add(whole.substring(0, whole.length() - 1) + "0 " + rest % 10);
        }
        others.add(count + zeros + " " + rest);
        return group(whole, others, end);
    }

    /**
     * Where the number after a hundred or thousand ends. A lone unit belongs to it only after "and", or when no other digit
     * follows: "eight hundred five five five" is a phone number.
     */
    private int restEnd(int start, boolean and, boolean thousand) {
        int most = Math.min(words.size(), start + (thousand ? 5 : 2));
        for (int end = most; end > start; end--) {
            List<String> rest = words.subList(start, end);
            boolean unit = rest.size() == 1 && UNITS.containsKey(rest.get(0));
            boolean digitsGoOn = end < words.size() && isNumberWord(words.get(end));
            int value = SpokenNumbers.of(rest).orElse(0);
            boolean fits = value > 0 && value < (thousand ? 1000 : 100);
            if (fits && !rest.get(rest.size() - 1).equals("and") && (!unit || and || !digitsGoOn)) {
                return end;
            }
        }
        return start;
    }

    private boolean is(int index, String word) {
        return index < words.size() && words.get(index).equals(word);
    }

    /** Whether a digit that is beyond doubt stands on either side, other ohs between. */
    private boolean besideDigit(int index) {
        int before = index - 1;
        while (before >= 0 && between(words.get(before))) {
            before--;
        }
        int after = index + 1;
        while (after < words.size() && between(words.get(after))) {
            after++;
        }
        return (before >= 0 && isNumberWord(words.get(before)))
                || (after < words.size() && isNumberWord(words.get(after)));
    }

    private static boolean between(String word) {
        return OHS.contains(word) || PAUSES.contains(word);
    }

    /** Whether digits stand on both sides, or on the one side where there are words at all. */
    private boolean amongDigits(int index) {
        boolean before = index == 0 || isNumberWord(words.get(index - 1)) || OHS.contains(words.get(index - 1));
        boolean after =
                index + 1 == words.size() || isNumberWord(words.get(index + 1)) || OHS.contains(words.get(index + 1));
        return before && after && words.size() > 1;
    }

    private static boolean isNumberWord(String word) {
        return !digit(word).isEmpty()
                || TEENS.containsKey(word)
                || TENS.containsKey(word)
                || TIMES.containsKey(word)
                || word.equals("hundred")
                || PLURALS.containsKey(word);
    }

    /** The digits of one word that can be nothing else; empty for every other word. */
    static String digit(String word) {
        Integer unit = UNITS.get(word);
        if (unit != null) {
            return unit.toString();
        }
        boolean written = !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return written ? word : SYNONYMS.getOrDefault(word, "");
    }

    private static Optional<Piece.Read> read(String digits, int next) {
        return group(digits, List.of(), next);
    }

    private static Optional<Piece.Read> group(String digits, List<String> others, int next) {
        Piece piece = new Piece(digits, Piece.Shape.DIGITS, true, others, false, Piece.Gap.NONE);
        return Optional.of(new Piece.Read(piece, next));
    }
}

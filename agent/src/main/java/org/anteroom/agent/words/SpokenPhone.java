package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A North American phone number as it is dictated: "area code six one four five five five oh one double two extension twelve". The
 * number of digits decides between readings: what a correction replaces, whether a beginning was repeated, whether "seventy one" is
 * two digits or three.
 *
 * @param digits 7 or 10, the country's leading 1 left out
 * @param extension digits, empty where none was named
 */
public record SpokenPhone(String digits, String extension) {

    private static final int LOCAL = 7;
    private static final int NATIONAL = 10;
    private static final int LINE = 4;

    /** The fewest digits of a part that is said twice. */
    private static final int PART = 3;

    private static final double WITHOUT_AREA = 0.5;
    /** Area codes and exchanges begin with 2 to 9. */
    private static final double NO_SUCH_NUMBER = 0.7;

    private static final double REPEATED = 0.4;
    /** Area code, exchange and line are rarely spoken in one group. */
    private static final double NOT_DIVIDED = 0.1;

    private static final Phrases EXTENSION = Phrases.read("dictation.txt", Set.of("extension"));

    /** Without any digits, so that a number can't leak into a log. */
    @Override
    public String toString() {
        return "a phone number of " + digits.length() + " digits";
    }

    /** The number the words say; empty when their digits don't make one. */
    public static Optional<SpokenPhone> of(List<String> words) {
        int end = beforeExtension(words);
        Optional<String> number = Line.readings(Dictation.read(words.subList(0, end), Dictation.Kind.DIGITS)).stream()
                .flatMap(SpokenPhone::numbers)
                .min(Comparator.comparingDouble(Guess::doubt))
                .map(Guess::digits);
        String extension = end < words.size() ? SpokenDigits.of(words.subList(end, words.size())) : "";
        return number.map(digits -> new SpokenPhone(digits, extension));
    }

    /** Digits, an x before an extension: {@code 6145550182x12}. */
    public String written() {
        return extension.isEmpty() ? digits : digits + "x" + extension;
    }

    /** Whether a number with its area code has been said, and nothing leads on from it: not "extension", not "no wait". */
    public static boolean whole(List<String> words) {
        return !Dictation.leadsOn(words)
                && of(words).filter(phone -> phone.digits.length() == NATIONAL).isPresent();
    }

    /** Whether more is sure to come: nine digits, a lone "double", "area code", a correction that has only begun. */
    public static boolean unfinished(List<String> words) {
        if (Dictation.leadsOn(words)) {
            return true;
        }
        String digits = SpokenDigits.of(words);
        return !digits.isEmpty() && of(words).isEmpty() && digits.length() < NATIONAL + 1;
    }

    private record Guess(String digits, double doubt) {}

    /** The numbers that a reading's digits may be: all of them, without the country's 1, without a part said twice. */
    private static Stream<Guess> numbers(Line line) {
        String digits = line.text();
        if (isPhone(digits)) {
            return Stream.of(new Guess(digits, line.doubt() + doubt(digits) + undivided(line, digits.length())));
        }
        List<Guess> numbers = new ArrayList<>();
        once(digits).forEach(once -> numbers.add(new Guess(once, line.doubt() + REPEATED + doubt(once))));
        if (digits.startsWith("1")) {
            String national = digits.substring(1);
            if (national.length() == NATIONAL) {
                numbers.add(new Guess(national, line.doubt() + doubt(national)));
            }
            once(national).forEach(once -> numbers.add(new Guess(once, line.doubt() + REPEATED + doubt(once))));
        }
        return numbers.stream();
    }

    private static double undivided(Line line, int length) {
        boolean area = length == LOCAL || line.dividedAt(NATIONAL - LOCAL);
        return (area ? 0 : NOT_DIVIDED) + (line.dividedAt(length - LINE) ? 0 : NOT_DIVIDED);
    }

    private static boolean isPhone(String digits) {
        return digits.length() == NATIONAL || digits.length() == LOCAL;
    }

    private static double doubt(String digits) {
        boolean national = digits.length() == NATIONAL;
        boolean area = national && digits.charAt(0) < '2';
        boolean exchange = digits.charAt(digits.length() - LOCAL) < '2';
        return (national ? 0 : WITHOUT_AREA) + (area ? NO_SUCH_NUMBER : 0) + (exchange ? NO_SUCH_NUMBER : 0);
    }

    /** The phone numbers that are left when a part that was said twice in a row is taken once. */
    private static Stream<String> once(String digits) {
        List<String> found = new ArrayList<>();
        for (int length : List.of(NATIONAL, LOCAL)) {
            int part = digits.length() - length;
            for (int at = 0; part >= PART && at + 2 * part <= digits.length(); at++) {
                if (digits.regionMatches(at, digits, at + part, part)) {
                    found.add(digits.substring(0, at) + digits.substring(at + part));
                }
            }
        }
        return found.stream();
    }

    /** The index of the word that names an extension, after digits; else the number of words. */
    private static int beforeExtension(List<String> words) {
        for (int at = LOCAL / 2; at < words.size(); at++) {
            if (EXTENSION.at(words, at).isPresent()) {
                return at;
            }
        }
        return words.size();
    }
}

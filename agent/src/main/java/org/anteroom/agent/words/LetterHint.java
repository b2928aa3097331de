package org.anteroom.agent.words;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a name differs from the way it is mostly written: "smith with a y", "catherine with a k", "phillip with two l's", "without an h".
 *
 * @param letter in lower case
 * @param times how often it stands there in a row; 0 when it is left out
 * @param atEnd whether it is the last
 * @param length of the hint in words
 */
record LetterHint(char letter, int times, boolean atEnd, int length) {
    /** Letters that may stand for each other in a name. */
    private static final List<String> ALIKE =
            List.of("iy", "ck", "sz", "cs", "jg", "vf", "ei", "ey", "ao", "qk", "ae", "ou");

    private static final Set<String> WITH = Set.of("with", "has");
    private static final Set<String> WITHOUT = Set.of("without", "no");
    private static final Set<String> ONE = Set.of("a", "an", "one", "the");
    private static final Set<String> TWO = Set.of("two", "double");
    private static final Phrases NAMES = Phrases.read("letters.txt");

    static Optional<LetterHint> at(List<String> words, int from) {
        int at = from;
        while (at < words.size()
                && Set.of("that's", "it's", "spelled", "and", "but", "is").contains(words.get(at))) {
            at++;
        }
        if (at >= words.size()) {
            return Optional.empty();
        }
        boolean with = WITH.contains(words.get(at));
        boolean without = WITHOUT.contains(words.get(at));
        at++;
        if (with && at < words.size() && WITHOUT.contains(words.get(at))) {
            with = false;
            without = true;
            at++;
        }
        if (at >= words.size() || !(with || without)) {
            return Optional.empty();
        }
        int times = without ? 0 : 1;
        boolean counted = false;
        while (at < words.size()
                && (ONE.contains(words.get(at)) || TWO.contains(words.get(at)))
                && at + 1 < words.size()) {
            times = TWO.contains(words.get(at)) && with ? 2 : times;
            counted = true;
            at++;
        }
        if (with && !counted) {
            return Optional.empty();
        }
        Optional<Character> letter = letter(words.get(at));
        int next = at + 1;
        boolean end = ends(words, next);
        int length = next + (end ? 3 : 0) - from;
        int found = times;
        return letter.map(one -> new LetterHint(one, found, end, length));
    }

    private static boolean ends(List<String> words, int at) {
        return at + 2 < words.size()
                && words.get(at).equals("at")
                && words.get(at + 2).equals("end");
    }

    private static Optional<Character> letter(String word) {
        String one = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (one.length() == 1 && Character.isLetter(one.charAt(0))) {
            return Optional.of(one.charAt(0));
        }
        String singular = one.endsWith("s") && one.length() > 2 ? one.substring(0, one.length() - 1) : one;
        return NAMES.of(one).or(() -> NAMES.of(singular)).map(key -> key.charAt(0));
    }

    /** The name written so. */
    String applied(String name) {
        String one = String.valueOf(letter);
        int there = name.lastIndexOf(letter);
        if (times == 0) {
            boolean nothingElse = name.length() == 1;
            return there < 0 || nothingElse ? name : name.substring(0, there) + name.substring(there + 1);
        }
        String all = one.repeat(times);
        if (name.contains(all) && !(atEnd && !name.endsWith(all))) {
            return times == 1 && name.contains(one + one) && !atEnd ? name.replace(one + one, one) : name;
        }
        if (there >= 0 && times > 1) {
            return name.substring(0, there) + all + name.substring(there + 1);
        }
        return atEnd ? endingIn(name) : replaced(name);
    }

    private String endingIn(String name) {
        String cut = name.endsWith("ie") ? name.substring(0, name.length() - 2) : name;
        boolean instead = !cut.isEmpty() && alike(cut.charAt(cut.length() - 1));
        return (instead ? cut.substring(0, cut.length() - 1) : cut) + letter;
    }

    /** In the place of the first letter that sounds like it; at the end where there is none. */
    private String replaced(String name) {
        if ((letter == 'f' || letter == 'v') && name.contains("ph")) {
            return name.replace("ph", String.valueOf(letter));
        }
        if (letter == 'y' && name.endsWith("ie")) {
            return endingIn(name);
        }
        for (int i = 0; i < name.length(); i++) {
            if (alike(name.charAt(i))) {
                return name.substring(0, i) + letter + name.substring(i + 1);
            }
        }
        return name + letter;
    }

    private boolean alike(char other) {
        boolean vowel = "ae".indexOf(letter) >= 0;
        return !vowel && ALIKE.stream().anyMatch(pair -> pair.indexOf(letter) >= 0 && pair.indexOf(other) >= 0);
    }
}

package org.anteroom.agent.rehearsal.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Digits that are read out in a sentence. */
final class Digits {

    /** What a digit or a letter is heard as on the telephone. */
    private static final Map<String, String> ALIKE = alike(
            "free 3, for 4, to 2, too 2, ate 8, see C, sea C, bee B, be B, tea T, tee T, pea P, pee P, jay J, kay K, okay K,"
                    + " el L, em M, an N, ex X, why Y, you U, are R, gee G, dee D, eye I, age H, queue Q, cue Q, half F");

    private static Map<String, String> alike(String pairs) {
        return Arrays.stream(pairs.split(", "))
                .map(pair -> pair.split(" "))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private Digits() {}

    /** The longest run of digits and single letters, in capitals: "6 1 4, 5 5 5" or "a b c one two" are runs; empty when there is none. */
    static String longest(String said) {
        String plain = said.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", " ");
        StringBuilder run = new StringBuilder();
        String best = "";
        boolean twice = false;
        for (String word : plain.strip().split(" +")) {
            String read = read(word);
            if (word.equals("double")) {
                twice = true;
                continue;
            }
            if (read.isEmpty()) {
                run.setLength(0);
                twice = false;
                continue;
            }
            run.append(twice ? read + read : read);
            twice = false;
            best = run.length() > best.length() ? run.toString() : best;
        }
        return best;
    }

    private static String read(String word) {
        if (word.matches("[0-9]+|[b-z]")) {
            return word.toUpperCase(Locale.ROOT);
        }
        if (word.equals("a")) {
            return "A";
        }
        String alike = ALIKE.get(word);
        if (alike != null) {
            return alike;
        }
        int number = SpokenNumber.of(word);
        return number >= 0 && number <= 9 && !word.endsWith("th") && !word.endsWith("st") && !word.endsWith("nd")
                ? String.valueOf(number)
                : "";
    }
}

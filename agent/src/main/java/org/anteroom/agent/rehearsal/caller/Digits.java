package org.anteroom.agent.rehearsal.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Digits that are read out in a sentence. */
final class Digits {

    /** What a digit is heard as on the telephone. */
    private static final Map<String, String> ALIKE = Map.of("free", "3", "for", "4", "to", "2", "too", "2", "ate", "8");

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

    /** How many digits there are in all, wherever they stand. */
    static int count(String said) {
        return (int) Arrays.stream(said.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 ]", " ")
                        .strip()
                        .split(" +"))
                .filter(word -> !ALIKE.containsKey(word))
                .filter(word -> read(word).matches("[0-9]+"))
                .count();
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

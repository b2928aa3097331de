package org.anteroom.agent.rehearsal.caller;

import java.util.Locale;

/** Digits that are read out in a sentence. */
final class Digits {

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
        int number = SpokenNumber.of(word);
        return number >= 0 && number <= 9 && !word.endsWith("th") && !word.endsWith("st") && !word.endsWith("nd")
                ? String.valueOf(number)
                : "";
    }
}

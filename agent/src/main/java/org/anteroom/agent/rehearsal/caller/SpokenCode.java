package org.anteroom.agent.rehearsal.caller;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Phone numbers, codes and spelled names in the words of a caller. */
final class SpokenCode {
    private static final Map<Character, String> NATO = Map.ofEntries(
            Map.entry('a', "alpha"),
            Map.entry('b', "bravo"),
            Map.entry('c', "charlie"),
            Map.entry('d', "delta"),
            Map.entry('e', "echo"),
            Map.entry('f', "foxtrot"),
            Map.entry('g', "golf"),
            Map.entry('h', "hotel"),
            Map.entry('i', "india"),
            Map.entry('j', "juliet"),
            Map.entry('k', "kilo"),
            Map.entry('l', "lima"),
            Map.entry('m', "mike"),
            Map.entry('n', "november"),
            Map.entry('o', "oscar"),
            Map.entry('p', "papa"),
            Map.entry('q', "quebec"),
            Map.entry('r', "romeo"),
            Map.entry('s', "sierra"),
            Map.entry('t', "tango"),
            Map.entry('u', "uniform"),
            Map.entry('v', "victor"),
            Map.entry('w', "whiskey"),
            Map.entry('x', "x ray"),
            Map.entry('y', "yankee"),
            Map.entry('z', "zulu"));
    private static final Map<Character, String> AS_IN = Map.ofEntries(
            Map.entry('a', "apple"),
            Map.entry('b', "boy"),
            Map.entry('c', "cat"),
            Map.entry('d', "david"),
            Map.entry('e', "edward"),
            Map.entry('f', "frank"),
            Map.entry('g', "george"),
            Map.entry('h', "henry"),
            Map.entry('i', "ida"),
            Map.entry('j', "john"),
            Map.entry('k', "king"),
            Map.entry('l', "larry"),
            Map.entry('m', "mary"),
            Map.entry('n', "nancy"),
            Map.entry('o', "ocean"),
            Map.entry('p', "peter"),
            Map.entry('q', "queen"),
            Map.entry('r', "robert"),
            Map.entry('s', "sam"),
            Map.entry('t', "tom"),
            Map.entry('u', "uncle"),
            Map.entry('v', "victor"),
            Map.entry('w', "william"),
            Map.entry('x', "x ray"),
            Map.entry('y', "yellow"),
            Map.entry('z', "zebra"));

    private SpokenCode() {}

    /** @param digits ten of them, or any other number */
    static String number(String digits, Manner.DigitWay way) {
        if (digits.length() != 10) {
            return digits(digits, way);
        }
        String area = digits(digits.substring(0, 3), way);
        String exchange = digits(digits.substring(3, 6), way);
        String line = digits.substring(6);
        return switch (way) {
            case PAIRS -> area + " " + exchange + " " + pairs(line);
            case DASHES -> area + " uh " + exchange + " " + digits(line, way);
            default -> area + " " + exchange + " " + digits(line, way);
        };
    }

    private static String pairs(String line) {
        int first = Integer.parseInt(line.substring(0, 2));
        int second = Integer.parseInt(line.substring(2));
        // "forty twenty" or "oh five" would be heard as other digits.
        return first > 10 && second > 10 && first % 10 != 0
                ? SpokenNumber.cardinal(first) + " " + SpokenNumber.cardinal(second)
                : digits(line, Manner.DigitWay.OH);
    }

    /** One by one; letters too. */
    static String digits(String code, Manner.DigitWay way) {
        StringJoiner words = new StringJoiner(" ");
        for (int at = 0; at < code.length(); at++) {
            char one = Character.toLowerCase(code.charAt(at));
            boolean twice = at + 1 < code.length() && Character.toLowerCase(code.charAt(at + 1)) == one;
            if (twice && way == Manner.DigitWay.DOUBLE) {
                words.add("double");
                at++;
            }
            words.add(Character.isDigit(one) ? digit(one - '0', way) : String.valueOf(one));
        }
        return words.toString();
    }

    private static String digit(int one, Manner.DigitWay way) {
        return one == 0 && way != Manner.DigitWay.ZERO ? "oh" : SpokenNumber.cardinal(one);
    }

    static String spelled(String name, Manner.SpellWay way) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (way == Manner.SpellWay.DOUBLES) {
            return digits(letters, Manner.DigitWay.DOUBLE);
        }
        StringJoiner words = new StringJoiner(" ");
        for (int at = 0; at < letters.length(); at++) {
            words.add(letter(letters.charAt(at), way));
        }
        return words.toString();
    }

    /** "m as in mary". */
    static String firstLetter(String name) {
        return letter(Character.toLowerCase(name.charAt(0)), Manner.SpellWay.AS_IN);
    }

    private static String letter(char letter, Manner.SpellWay way) {
        return switch (way) {
            case NATO -> NATO.getOrDefault(letter, String.valueOf(letter));
            case AS_IN -> letter + " as in " + AS_IN.getOrDefault(letter, String.valueOf(letter));
            default -> String.valueOf(letter);
        };
    }
}

package org.anteroom.agent.rehearsal.caller;

import java.util.List;

/** Numbers as words. */
final class SpokenNumber {
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> ORDINALS = List.of(
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth");

    private SpokenNumber() {}

    /** @param number 0 to 99 */
    static String cardinal(int number) {
        if (number < SMALL.size()) {
            return SMALL.get(number);
        }
        String tens = TENS.get(number / 10);
        return number % 10 == 0 ? tens : tens + " " + SMALL.get(number % 10);
    }

    /** @param number 1 to 39 */
    static String ordinal(int number) {
        if (number < ORDINALS.size()) {
            return ORDINALS.get(number);
        }
        if (number % 10 == 0) {
            return number == 20 ? "twentieth" : "thirtieth";
        }
        return TENS.get(number / 10) + " " + ORDINALS.get(number % 10);
    }

    /** Two digits as in a year or a time: "oh five", "eighty two". */
    static String pair(int number) {
        return number < 10 ? "oh " + cardinal(number) : cardinal(number);
    }

    /** "nineteen eighty two", "two thousand five", "twenty fourteen". */
    static String year(int year) {
        if (year >= 2000 && year < 2010) {
            return year == 2000 ? "two thousand" : "two thousand " + cardinal(year - 2000);
        }
        return cardinal(year / 100) + " " + pair(year % 100);
    }

    /** The number that a word stands for, 0 to 99, ordinals as well; -1 when it is none. */
    static int of(String word) {
        int small = SMALL.indexOf(word);
        if (small >= 0) {
            return small;
        }
        int ordinal = ORDINALS.indexOf(word);
        if (ordinal >= 0) {
            return ordinal;
        }
        int tens = word.isEmpty() ? -1 : TENS.indexOf(word);
        if (tens > 0) {
            return 10 * tens;
        }
        return switch (word) {
            case "oh", "o" -> 0;
            case "twentieth" -> 20;
            case "thirtieth" -> 30;
            default -> -1;
        };
    }
}

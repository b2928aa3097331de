package org.anteroom.speech;

/** Numbers as words of US English. */
final class SpokenNumber {
    private static final String[] ONES = {
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
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] SCALES = {"", " thousand", " million", " billion"};

    private SpokenNumber() {}

    /** "one hundred twenty three"; 0 to 999,999,999,999. */
    static String cardinal(long number) {
        if (number < 0 || number > 999_999_999_999L) {
            throw new IllegalArgumentException("no words for so large a number");
        }
        if (number == 0) {
            return ONES[0];
        }
        String words = "";
        long rest = number;
        for (int scale = 0; rest > 0; scale++, rest /= 1000) {
            int group = (int) (rest % 1000);
            if (group > 0) {
                words = below1000(group) + SCALES[scale] + (words.isEmpty() ? "" : " " + words);
            }
        }
        return words;
    }

    /** "twenty third". */
    static String ordinal(long number) {
        String words = cardinal(number);
        int last = words.lastIndexOf(' ') + 1;
        return words.substring(0, last) + ordinalOf(words.substring(last));
    }

    /** One by one: "five zero". */
    static String digits(String digits) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            words.append(i == 0 ? "" : " ").append(ONES[digits.charAt(i) - '0']);
        }
        return words.toString();
    }

    /** As years and house numbers are said: 1985 "nineteen eighty five", 123 "one twenty three", 1905 "nineteen oh five". */
    static String paired(int number) {
        int high = number / 100;
        int low = number % 100;
        if (number < 100 || number > 9999 || (number >= 2000 && number < 2010)) {
            return cardinal(number);
        }
        if (low == 0) {
            return high % 10 == 0 ? cardinal(number) : cardinal(high) + " hundred";
        }
        return cardinal(high) + (low < 10 ? " oh " : " ") + cardinal(low);
    }

    private static String below1000(int number) {
        String hundreds = number >= 100 ? ONES[number / 100] + " hundred" : "";
        int rest = number % 100;
        if (rest == 0) {
            return hundreds;
        }
        String below100 = rest < 20 ? ONES[rest] : TENS[rest / 10] + (rest % 10 == 0 ? "" : " " + ONES[rest % 10]);
        return hundreds.isEmpty() ? below100 : hundreds + " " + below100;
    }

    private static String ordinalOf(String word) {
        return switch (word) {
            case "one" -> "first";
            case "two" -> "second";
            case "three" -> "third";
            case "five" -> "fifth";
            case "eight" -> "eighth";
            case "nine" -> "ninth";
            case "twelve" -> "twelfth";
            default -> word.endsWith("y") ? word.substring(0, word.length() - 1) + "ieth" : word + "th";
        };
    }
}

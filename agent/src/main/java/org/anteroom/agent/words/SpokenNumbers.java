package org.anteroom.agent.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whole numbers from 0 to 999,999 as they are spoken: "twenty three", "a hundred and four", "two thousand twelve". */
public final class SpokenNumbers {

    private static final List<String> NAMES = List.of(
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
    private static final List<String> NAMES_OF_TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    static final Map<String, Integer> UNITS = values(NAMES.subList(0, 10), 0, 1);
    static final Map<String, Integer> TEENS = values(NAMES.subList(10, 20), 10, 1);
    static final Map<String, Integer> TENS = tens();

    private static final int LIMIT = 1_000_000;

    private SpokenNumbers() {}

    private static Map<String, Integer> values(List<String> names, int first, int step) {
        return IntStream.range(0, names.size())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(names::get, at -> first + at * step));
    }

    private static Map<String, Integer> tens() {
        Map<String, Integer> tens = new HashMap<>(values(NAMES_OF_TENS, 20, 10));
        // Labelled sentences are typed by people, who write it so.
        tens.put("fourty", 40);
        return Map.copyOf(tens);
    }

    /** The words from "zero" to "nineteen", and the tens up to "ninety". */
    public static List<String> names() {
        return Stream.concat(NAMES.stream(), NAMES_OF_TENS.stream()).toList();
    }

    /**
     * How a number is said: "forty two".
     *
     * @param number 0 to 99
     */
    public static String said(int number) {
        if (number < 20) {
            return NAMES.get(number);
        }
        String tens = NAMES_OF_TENS.get(number / 10 - 2);
        return number % 10 == 0 ? tens : tens + " " + NAMES.get(number % 10);
    }

    /** The number that all the words together say; empty when they don't say exactly one. */
    public static OptionalInt of(List<String> words) {
        long total = 0;
        long group = 0;
        boolean any = false;
        boolean article = false;
        int last = Integer.MAX_VALUE;
        for (String word : words) {
            Integer value = small(word);
            if (value != null) {
                if (!fits(last, value)) {
                    return OptionalInt.empty();
                }
                group += value;
                last = value;
                any = true;
            } else if (word.equals("hundred") && group < 100 && (any || article)) {
                group = (article && group == 0 ? 1 : group) * 100;
                last = 100;
                any = true;
            } else if (word.equals("thousand") && total == 0 && (any || article)) {
                total = (article && group == 0 ? 1 : group) * 1000;
                group = 0;
                last = 1000;
                any = true;
            } else if ((word.equals("a") || word.equals("an")) && !any) {
                article = true;
            } else if (!(word.equals("and") && any)) {
                return OptionalInt.empty();
            }
        }
        long value = total + group;
        return any && value < LIMIT ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    private static @Nullable Integer small(String word) {
        Integer unit = UNITS.get(word);
        if (unit != null) {
            return unit;
        }
        Integer teen = TEENS.get(word);
        return teen != null ? teen : TENS.get(word);
    }

    /** Twenty may be followed by three, a hundred by anything smaller, a single digit by nothing. */
    private static boolean fits(int last, int next) {
        if (last == Integer.MAX_VALUE || last >= 100) {
            return true;
        }
        return last >= 20 && next > 0 && next < 10;
    }
}

package org.anteroom.agent.words;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Whole numbers from 0 to 999,999 as they are spoken: "twenty three", "a hundred and four", "two thousand twelve". */
public final class SpokenNumbers {

    static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9));
    static final Map<String, Integer> TEENS = Map.ofEntries(
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));
    static final Map<String, Integer> TENS = Map.ofEntries(
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fourty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));

    private static final int LIMIT = 1_000_000;

    private SpokenNumbers() {}

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

    private static @org.jspecify.annotations.Nullable Integer small(String word) {
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

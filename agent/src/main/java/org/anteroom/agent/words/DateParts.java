package org.anteroom.agent.words;

import static org.anteroom.agent.words.SpokenNumbers.TEENS;
import static org.anteroom.agent.words.SpokenNumbers.TENS;
import static org.anteroom.agent.words.SpokenNumbers.UNITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a full date as they may be read at a place of the words. Numbers run into each other ("five twenty twenty
 * two"), so every reading is given, each with how unlikely it is, and whole dates decide.
 */
final class DateParts {

    /**
     * One reading of a part.
     *
     * @param value a month 1 to 12, a day 1 to 31, a year: 0 to 99 without its century, 1900 to 2099 with it
     * @param end the place after its last word
     * @param doubt 0 for what people mostly say, more for what they rarely mean
     */
    record Part(int value, int end, int doubt) {}

    static final int LAST_DAY = 31;
    private static final Set<String> ZEROS = Set.of("oh", "o", "zero", "aught", "ought", "nought", "naught");
    /** Sounds like a digit. */
    private static final Map<String, Integer> HOMOPHONES =
            Map.of("to", 2, "too", 2, "for", 4, "fore", 4, "ate", 8, "won", 1, "tree", 3, "free", 3);

    private final List<String> words;

    DateParts(List<String> words) {
        this.words = words;
    }

    /** A month by its name. */
    List<Part> monthNames(int at) {
        return TimePhrases.REVIEWED
                .at(words, at, TimeSort.MONTH)
                .map(month -> List.of(new Part(month.value(), at + month.length(), 0)))
                .orElse(List.of());
    }

    /** A month by its number. */
    List<Part> monthNumbers(int at) {
        return within(1, 12, small(at, 2));
    }

    /** A day of the month, "third", "twenty second" or "twenty two". */
    List<Part> days(int at) {
        List<Part> days = new ArrayList<>();
        TimePhrases.REVIEWED
                .at(words, at, TimeSort.ORDINAL)
                .ifPresent(day -> days.add(new Part(day.value(), at + day.length(), 0)));
        days.addAll(small(at, 1));
        return within(1, LAST_DAY, days);
    }

    /** A day or month by its place in a row: "the second". */
    List<Part> ordinals(int at, int most) {
        return TimePhrases.REVIEWED
                .at(words, at, TimeSort.ORDINAL)
                .map(day -> within(1, most, List.of(new Part(day.value(), at + day.length(), 0))))
                .orElse(List.of());
    }

    /** A year that is no day of a month: with its century, or of the thirties to nineties. */
    List<Part> sureYears(int at) {
        return years(at).stream().filter(year -> year.value() > LAST_DAY).toList();
    }

    /** A year: "nineteen forty one", "two thousand and five", "twenty eleven", "oh eight", "forty one". */
    List<Part> years(int at) {
        List<Part> years = new ArrayList<>(fullYears(at));
        years.addAll(twoDigits(at, 0));
        return years.stream().map(this::inFull).toList();
    }

    /** "Eighty eight, nineteen eighty eight": the same year once more, with its century. */
    private Part inFull(Part year) {
        return fullYears(year.end()).stream()
                .filter(full -> full.value() % 100 == year.value() % 100)
                .reduce((a, b) -> b.end() > a.end() ? b : a)
                .orElse(year);
    }

    /** A year with its century. */
    List<Part> fullYears(int at) {
        List<Part> years = new ArrayList<>();
        Integer written = written(at, 4);
        if (written != null) {
            years.add(new Part(written, at + 1, 0));
        }
        for (Part century : twoDigits(at, 0)) {
            if (century.value() == 19 || century.value() == 20) {
                twoDigits(century.end(), 0).forEach(rest -> years.add(joined(century.value() * 100, century, rest)));
                if (is(century.end(), "hundred")) {
                    after(years, century.value() * 100, century.end() + 1);
                }
            }
        }
        if (is(at, "two") && is(at + 1, "thousand")) {
            after(years, 2000, at + 2);
        }
        return within(1900, 2099, years);
    }

    /** Whether a word is a number or part of one. */
    static boolean isNumber(String word) {
        return UNITS.containsKey(word)
                || TEENS.containsKey(word)
                || TENS.containsKey(word)
                || ZEROS.contains(word)
                || word.equals("hundred")
                || word.equals("thousand")
                || isDigits(word);
    }

    /** "Two thousand", and "two thousand five", "two thousand twelve". */
    private void after(List<Part> years, int round, int end) {
        List<Part> rest = small(end, 1);
        years.add(new Part(round, end, 0));
        rest.forEach(part -> years.add(new Part(round + part.value(), part.end(), part.doubt())));
    }

    private static Part joined(int hundreds, Part century, Part rest) {
        return new Part(hundreds + rest.value(), rest.end(), century.doubt() + rest.doubt());
    }

    /** One or two digits. */
    private List<Part> small(int at, int pairDoubt) {
        List<Part> all = new ArrayList<>(twoDigits(at, pairDoubt));
        Integer digit = digit(at);
        if (digit != null && digit > 0) {
            all.add(new Part(digit, at + 1, homophone(at)));
        }
        return all;
    }

    /** A number of two digits: "twenty two", "twenty", "twelve", "oh three", "six two", "62". */
    private List<Part> twoDigits(int at, int pairDoubt) {
        if (at >= words.size()) {
            return List.of();
        }
        List<Part> all = new ArrayList<>();
        String word = words.get(at);
        Integer written = written(at, 2);
        if (written != null) {
            all.add(new Part(written, at + 1, 0));
        }
        Integer teen = TEENS.get(word);
        if (teen != null) {
            all.add(new Part(teen, at + 1, 0));
        }
        Integer second = digit(at + 1);
        Integer tens = TENS.get(word);
        if (tens != null) {
            boolean alone = second == null || second == 0 || homophone(at + 1) > 0;
            all.add(new Part(tens, at + 1, alone ? 0 : 1));
            if (second != null && second > 0) {
                all.add(new Part(tens + second, at + 2, homophone(at + 1)));
            }
        }
        Integer first = digit(at);
        if (first != null && second != null) {
            all.add(new Part(
                    first * 10 + second, at + 2, (first == 0 ? 0 : pairDoubt) + homophone(at) + homophone(at + 1)));
        }
        return all;
    }

    private @Nullable Integer digit(int at) {
        if (at >= words.size()) {
            return null;
        }
        String word = words.get(at);
        if (ZEROS.contains(word)) {
            return 0;
        }
        Integer unit = UNITS.get(word);
        if (unit != null) {
            return unit;
        }
        Integer alike = HOMOPHONES.get(word);
        return alike != null ? alike : written(at, 1);
    }

    private int homophone(int at) {
        return at < words.size() && HOMOPHONES.containsKey(words.get(at)) ? 2 : 0;
    }

    private @Nullable Integer written(int at, int digits) {
        if (at >= words.size() || words.get(at).length() != digits || !isDigits(words.get(at))) {
            return null;
        }
        return Integer.valueOf(words.get(at));
    }

    private static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private boolean is(int at, String word) {
        return at < words.size() && words.get(at).equals(word);
    }

    private static List<Part> within(int least, int most, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.value() >= least && part.value() <= most)
                .toList();
    }
}

package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.anteroom.agent.words.TimePhrases.Phrase;

/** A month and a day as digits, the way a keypad is asked for them: "oh three one four", "six fifteen", "march fourteenth". */
public final class SpokenMonthDay {

    private static final List<Integer> LONGEST = List.of(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
    private static final int DIGITS = 4;

    private SpokenMonthDay() {}

    /** Month and day as four digits, {@code 0314}; empty when the words say no day of a year. */
    public static Optional<String> of(List<String> words) {
        List<String> numbers = withoutNames(words);
        return Line.readings(Dictation.read(numbers, Dictation.Kind.DIGITS)).stream()
                .flatMap(line -> SpokenMonthDay.day(line).stream())
                .findFirst();
    }

    /** Whether the day is complete: no further digit can follow. */
    public static boolean whole(List<String> words) {
        return !unfinished(words)
                && SpokenDigits.of(withoutNames(words)).length() == DIGITS
                && of(words).isPresent();
    }

    /** Whether more is sure to come. */
    public static boolean unfinished(List<String> words) {
        String digits = SpokenDigits.of(withoutNames(words));
        return Dictation.leadsOn(words)
                || (!digits.isEmpty() && digits.length() < DIGITS && of(words).isEmpty());
    }

    /** Months and ordinals as the numbers they are, the month first: "the fourth of july" is "seven four". */
    private static List<String> withoutNames(List<String> words) {
        List<String> numbers = new ArrayList<>();
        int last = 0;
        for (int at = 0; at < words.size(); ) {
            int next = at + 1;
            Optional<Phrase> ordinal = TimePhrases.REVIEWED.at(words, at, TimeSort.ORDINAL);
            Optional<Phrase> month = TimePhrases.REVIEWED.at(words, at, TimeSort.MONTH);
            if (ordinal.isPresent()) {
                numbers.add(Integer.toString(ordinal.get().value()));
                next = at + ordinal.get().length();
            } else if (month.isPresent()) {
                boolean dayBefore = at > 0 && words.get(at - 1).equals("of") && numbers.size() > last;
                numbers.add(
                        dayBefore ? last : numbers.size(),
                        Integer.toString(month.get().value()));
                next = at + month.get().length();
            } else {
                if (words.get(at).equals("no") || words.get(at).equals("wait")) {
                    last = numbers.size() + 1;
                }
                numbers.add(words.get(at));
            }
            at = next;
        }
        return numbers;
    }

    private static Optional<String> day(Line line) {
        String digits = line.text();
        if (digits.length() == DIGITS) {
            return day(digits.substring(0, 2), digits.substring(2));
        }
        if (line.groups().size() == 2) {
            return day(line.groups().get(0), line.groups().get(1));
        }
        if (digits.length() == 2) {
            return day(digits.substring(0, 1), digits.substring(1));
        }
        if (digits.length() != DIGITS - 1) {
            return Optional.empty();
        }
        Optional<String> shortMonth = day(digits.substring(0, 1), digits.substring(1));
        return shortMonth.isPresent() ? shortMonth : day(digits.substring(0, 2), digits.substring(2));
    }

    private static Optional<String> day(String month, String day) {
        int m = value(month).orElse(0);
        int d = value(day).orElse(0);
        boolean exists = m >= 1 && m <= LONGEST.size() && d >= 1 && d <= LONGEST.get(m - 1);
        return exists ? Optional.of(String.format("%02d%02d", m, d)) : Optional.empty();
    }

    private static OptionalInt value(String digits) {
        return digits.length() <= 2 ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
}

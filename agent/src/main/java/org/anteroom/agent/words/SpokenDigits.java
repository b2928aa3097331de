package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Digits as callers say them, and as we do: "five five five oh one double two", "eight hundred five five five twenty three ten",
 * "triple four", "nine one one", and corrections ("four five no wait five six"). Written digits are taken as they are.
 */
public final class SpokenDigits {

    private static final int LOCAL = 7;
    private static final int NATIONAL = 10;
    private static final String EMERGENCY_NUMBER = "911";

    private SpokenDigits() {}

    /** All digits that the words say, in order, corrections applied; other words are passed over. May be empty. */
    public static String of(List<String> words) {
        return Line.readings(Dictation.read(words, Dictation.Kind.DIGITS))
                .get(0)
                .text();
    }

    /**
     * A North American phone number in the words: 7 or 10 digits, the country's leading 1 and an extension left out.
     * Empty when the digits don't make one.
     */
    public static Optional<String> phone(List<String> words) {
        return SpokenPhone.of(words).map(SpokenPhone::digits);
    }

    /** Whether the words say a phone number with its area code. Seven digits alone could be the first of ten. */
    public static boolean whole(List<String> words) {
        return phone(words).filter(digits -> digits.length() == NATIONAL).isPresent();
    }

    /**
     * Whether digits were taken back or are about to be: a correction may replace any number of them, so after one the
     * count no longer tells whether all have come.
     */
    public static boolean corrected(List<String> words) {
        return Dictation.read(words, Dictation.Kind.DIGITS).stream()
                .anyMatch(segment -> segment.link().corrects());
    }

    /** True when the digits said are 9-1-1 and nothing else. */
    public static boolean isEmergencyNumber(List<String> words) {
        return of(words).equals(EMERGENCY_NUMBER);
    }

    /** A phone number digit by digit, a pause between its groups: "six one four, five five five, zero one nine two". */
    public static String said(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        if (digits.length() == NATIONAL + 1 && digits.charAt(0) == '1') {
            digits = digits.substring(1);
        }
        List<String> groups = new ArrayList<>();
        int at = 0;
        while (at < digits.length()) {
            int left = digits.length() - at;
            // The last four of a phone number belong together; everything else goes by threes.
            boolean tail = left == 4 && (digits.length() == LOCAL || digits.length() == NATIONAL);
            int size = tail ? 4 : Math.min(3, left);
            groups.add(digits.substring(at, at + size)
                    .chars()
                    .mapToObj(c -> SpokenNumbers.said(c - '0'))
                    .collect(Collectors.joining(" ")));
            at += size;
        }
        return String.join(", ", groups);
    }
}

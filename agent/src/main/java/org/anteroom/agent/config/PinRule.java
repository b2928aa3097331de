package org.anteroom.agent.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be a PIN: long enough, not the first that anybody tries, and no key that means something else at once. */
public final class PinRule {
    /** Digits of the shortest PIN. */
    public static final int SHORTEST = 4;
    /** Digits of the longest PIN. */
    public static final int LONGEST = 8;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + SHORTEST + "," + LONGEST + "}");

    private PinRule() {}

    /** What is wrong with it, to be put behind "the PIN"; empty when it may be used. The sentence holds none of it. */
    public static Optional<String> problem(String pin, OncallPerson person) {
        return problem(pin, person.numbers());
    }

    /** @param numbers of whose PIN it is, as digits */
    public static Optional<String> problem(String pin, List<String> numbers) {
        if (!DIGITS.matcher(pin).matches()) {
            return Optional.of("must be " + SHORTEST + " to " + LONGEST + " digits");
        }
        if (pin.startsWith("0") || pin.startsWith("911")) {
            return Optional.of("must not begin with 0 or 911: on the phone those reach a person");
        }
        if (pin.chars().distinct().count() == 1 || row(pin, 1) || row(pin, -1)) {
            return Optional.of("must not be one digit again and again, nor digits in a row");
        }
        if (numbers.stream().anyMatch(number -> number.endsWith(pin))) {
            return Optional.of("must not be the end of a phone number of theirs");
        }
        return Optional.empty();
    }

    private static boolean row(String pin, int step) {
        for (int i = 1; i < pin.length(); i++) {
            if (pin.charAt(i) - pin.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }
}

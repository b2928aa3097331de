package org.anteroom.agent.call;

import java.util.List;
import java.util.Optional;

/**
 * Whom the practice serves in emergencies only. Numbers are compared by their last ten digits, because country and trunk
 * prefixes come and go. Pure.
 *
 * @param entries numbers, beginnings of numbers with a star behind them, {@code anonymous}
 */
record BlockedCallers(List<String> entries) {
    private static final int NATIONAL = 10;
    private static final String ANONYMOUS = "anonymous";

    BlockedCallers {
        entries = List.copyOf(entries);
    }

    /** @param caller the number as the PBX sent it; empty when withheld */
    boolean contain(Optional<String> caller) {
        String digits = caller.map(BlockedCallers::digits).orElse("");
        return digits.isEmpty()
                ? entries.contains(ANONYMOUS)
                : entries.stream().filter(entry -> !entry.equals(ANONYMOUS)).anyMatch(entry -> matches(entry, digits));
    }

    private static boolean matches(String entry, String caller) {
        String number = digits(entry);
        if (entry.endsWith("*")) {
            // The country's 1 may stand before either.
            return national(caller).startsWith(number) || ("1" + national(caller)).startsWith(number);
        }
        return national(caller).equals(national(number));
    }

    private static String national(String digits) {
        return digits.length() > NATIONAL ? digits.substring(digits.length() - NATIONAL) : digits;
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    /** Without numbers. */
    @Override
    public String toString() {
        return "BlockedCallers[" + entries.size() + "]";
    }
}

package org.anteroom.agent.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether a regular expression can keep a call waiting on an id that a caller makes up. It is tried on ids that repeat one to three
 * signs of it, whole and with an odd sign at the end; what counts is how often it looks at a sign, so that a slow machine finds the
 * same.
 */
final class PatternCost {
    /** Signs of the longest id that callers give. */
    private static final int LENGTH = 30;

    /** Looks at a sign; of patterns as payers have them a few hundred at most. */
    private static final int MOST = 50_000;

    /** Signs of a pattern that are tried together in threes. */
    private static final int MOST_SIGNS = 12;

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("The pattern looks at too many signs.", null, false, false);
        }
    }

    /** Text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks > MOST) {
                throw new TooMany();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private PatternCost() {}

    static boolean slow(Pattern pattern) {
        List<String> signs = signs(pattern.pattern());
        for (String one : signs) {
            for (String two : signs) {
                if (slow(pattern, one + two)) {
                    return true;
                }
                for (String three : signs.size() <= MOST_SIGNS ? signs : List.<String>of()) {
                    if (slow(pattern, one + two + three)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean slow(Pattern pattern, String repeated) {
        String id = repeated.repeat(LENGTH).substring(0, LENGTH);
        try {
            pattern.matcher(new Counted(id)).matches();
            pattern.matcher(new Counted(id.substring(1) + "!")).matches();
            return false;
        } catch (TooMany | StackOverflowError e) {
            return true;
        }
    }

    /** The capitals and digits that it names, and one of each besides. */
    private static List<String> signs(String pattern) {
        Set<String> signs = new TreeSet<>(Set.of("A", "0"));
        pattern.chars()
                .filter(sign -> (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9'))
                .forEach(sign -> signs.add(String.valueOf((char) sign)));
        return List.copyOf(signs);
    }
}

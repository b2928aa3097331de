package org.anteroom.agent.rehearsal.caller;

import java.util.Arrays;
import java.util.Locale;

/** Whether two names sound alike to somebody who isn't strict: a few letters differ. */
public final class Alike {
    private static final double TOLERANCE = 0.4;

    private Alike() {}

    /** Whether some word of what was said is like one of the name's. */
    public static boolean some(String said, String name) {
        return Arrays.stream(words(said))
                .anyMatch(word -> Arrays.stream(words(name)).anyMatch(own -> word(word, own)));
    }

    /** Whether every word of the name has one like it. */
    public static boolean all(String said, String name) {
        return Arrays.stream(words(name))
                .allMatch(own -> Arrays.stream(words(said)).anyMatch(word -> word(word, own)));
    }

    private static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", " ").strip().split(" +");
    }

    private static boolean word(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        return one.length() > 1 && distance(one, other) <= TOLERANCE * longest;
    }

    /** Letters to change, add or leave out (Levenshtein). */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int at = 0; at < before.length; at++) {
            before[at] = at;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[before.length];
            now[0] = row;
            for (int at = 1; at < now.length; at++) {
                int changed = before[at - 1] + (one.charAt(row - 1) == other.charAt(at - 1) ? 0 : 1);
                now[at] = Math.min(changed, Math.min(before[at], now[at - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}

package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Set;

/**
 * What keeps a caller from an appointment: "I can't make the sixteenth", "something came up on Friday", "my ride fell through for
 * Monday". The day that is told with it is when the appointment is, or can't be, and no wish.
 */
final class Hindrance {
    private static final List<String> PHRASES = List.of(
            " can't ",
            " cannot ",
            " can not ",
            " won't ",
            " will not ",
            " not going to ",
            " not gonna ",
            " not able ",
            " unable ",
            " couldn't ",
            " not make ",
            " not be able ",
            " don't think i can ",
            " fell through ",
            " falls through ",
            " fall through ",
            " came up ",
            " come up ",
            " coming up ",
            " conflict ",
            " conflicts ",
            " double booked ",
            " doesn't work ",
            " won't work ",
            " isn't going to work ",
            " not work ",
            " no longer ",
            " have to work ",
            " got to work ",
            " called in ",
            " called into ",
            " out of town ",
            " away ",
            " have to miss ",
            " going to miss ",
            " have to be ",
            " no ride ",
            " lost my ride ",
            " car broke ",
            " trouble ",
            " forgot ");

    /** Behind one of these the caller says what is wished. */
    private static final Set<String> WISH = Set.of(
            "so",
            "but",
            "need",
            "needs",
            "want",
            "wanted",
            "like",
            "move",
            "reschedule",
            "change",
            "switch",
            "push",
            "bump",
            "instead",
            "please",
            "maybe",
            "rather",
            "could",
            "would");

    private static final Set<String> PROPOSES = Set.of("how", "how's", "what");

    /** What has happened makes no time of what is told with it. */
    private static final Set<String> PAST = Set.of("fell", "came");

    private Hindrance() {}

    static List<String> happened(List<String> words) {
        return words.stream().map(word -> PAST.contains(word) ? "-" : word).toList();
    }

    static boolean in(List<String> words) {
        return Phrases.any(words, PHRASES);
    }

    /** Whether it is where a time is proposed: the "about" of "how about the second". */
    static boolean proposed(List<String> words, int at) {
        return at > 0 && words.get(at).equals("about") && PROPOSES.contains(words.get(at - 1));
    }

    /** Whether a place is still told of by what keeps the caller. */
    static boolean before(List<String> words, int at) {
        return in(words.subList(wish(words, at), at + 1));
    }

    /** Whether it has been said before a place that something is wished. */
    static boolean wished(List<String> words, int at) {
        return wish(words, at) > 0;
    }

    /** The place behind the last word of a wish. */
    private static int wish(List<String> words, int at) {
        int from = at;
        while (from > 0 && !WISH.contains(words.get(from - 1)) && !asks(words, from - 1)) {
            from--;
        }
        return from;
    }

    /** "Can we", "can I", unlike "I can"; "how about". */
    private static boolean asks(List<String> words, int at) {
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        return (words.get(at).equals("can")
                        && Set.of("we", "i", "you", "he", "she", "they").contains(next))
                || (PROPOSES.contains(words.get(at)) && next.equals("about"));
    }
}

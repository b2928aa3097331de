package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Which of several things that were read out is meant by its place: "it's the second one", "the last of those". */
final class Ordinal {
    private static final List<String> PLACES = List.of("first", "second", "third", "fourth", "fifth", "sixth");
    private static final Set<String> LEADING = Set.of("the", "that", "number", "option", "my", "very", "your");
    /** What is counted. */
    private static final Set<String> THINGS =
            Set.of("one", "ones", "time", "option", "choice", "slot", "appointment", "of");
    /** Behind these it is a day: "on the second", "friday the second". */
    private static final Set<String> DATED = Set.of("on", "by", "after", "before", "until", "till", "from", "than");

    private static final Set<String> NOT = Set.of("not", "isn't", "neither", "nor");
    /** What is told of only one thing with these is why it is not that. */
    private static final Set<String> DENIES = Set.of(
            "not",
            "isn't",
            "neither",
            "nor",
            "can't",
            "cannot",
            "couldn't",
            "don't",
            "doesn't",
            "won't",
            "wouldn't",
            "too",
            "except",
            "but");
    /** What may follow where nothing is counted by name. */
    private static final Set<String> CLOSING = Set.of(
            "please", "thanks", "thank", "you", "then", "is", "works", "sounds", "would", "will", "i", "if", "on", "in",
            "there", "or", "and");

    /** Behind a place these speak of when: "the first slot you have", "the first one that's open". */
    private static final Set<String> TIMES = Set.of(
            "slot",
            "slots",
            "time",
            "times",
            "appointment",
            "appointments",
            "opening",
            "openings",
            "spot",
            "day",
            "have",
            "you've",
            "got",
            "get",
            "open",
            "available",
            "availability",
            "free",
            "possible");

    private Ordinal() {}

    /** Whether a place is one among the free times, and not among anything else that was read out. */
    static boolean ofATime(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            if (place(words.get(at), 0) >= 0
                    && words.subList(at + 1, words.size()).stream().anyMatch(TIMES::contains)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The index of the thing that is meant; empty where none is, or more than one.
     *
     * @param count how many were read out
     */
    static OptionalInt in(List<String> words, int count) {
        List<Integer> meant = new ArrayList<>();
        Set<Integer> told = new HashSet<>();
        for (int at = 0; at < words.size(); at++) {
            int place = place(words.get(at), count);
            if (place >= 0) {
                told.add(place);
            }
            if (place >= 0 && place < count && counts(words, at) && !meant.contains(place)) {
                meant.add(place);
            }
        }
        boolean denied = words.stream().anyMatch(DENIES::contains) && !words.contains("mind");
        if (denied && told.size() < 2) {
            return OptionalInt.empty();
        }
        boolean open = words.contains("or") || words.contains("and");
        return meant.isEmpty() || (open && meant.size() > 1)
                ? OptionalInt.empty()
                : OptionalInt.of(meant.get(meant.size() - 1));
    }

    private static int place(String word, int count) {
        return word.equals("last") ? count - 1 : word.equals("middle") && count == 3 ? 1 : PLACES.indexOf(word);
    }

    private static boolean counts(List<String> words, int at) {
        int lead = at - 1;
        while (lead >= 0 && LEADING.contains(words.get(lead))) {
            lead--;
        }
        boolean led = lead < at - 1;
        String before = lead < 0 ? "" : words.get(lead);
        boolean named = at + 1 < words.size() && THINGS.contains(words.get(at + 1)) && !month(words, at + 2);
        if (NOT.contains(before) || day(before) || (!named && DATED.contains(before))) {
            return false;
        }
        boolean ends = at + 1 == words.size() || CLOSING.contains(words.get(at + 1));
        return named || ((led || at == 0) && ends);
    }

    private static boolean day(String word) {
        return InWords.MONTHS.contains(word) || InWords.WEEKDAYS.contains(word);
    }

    private static boolean month(List<String> words, int at) {
        return at < words.size() && InWords.MONTHS.contains(words.get(at));
    }
}

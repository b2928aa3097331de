package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pharmacy in a sentence about what is to be refilled: "my lisinopril at the walgreens on main street".
 *
 * @param pharmacy the practice's name for it where it is one of theirs, else as said
 * @param listed whether the practice knows it, or it is the one that the patient always has
 * @param rest what was said besides
 */
record PharmacyTold(String pharmacy, boolean listed, List<String> rest) {
    private static final Set<String> LEADS = Set.of("at", "to", "from", "into", "with", "through", "in");
    private static final Set<String> ARTICLES = Set.of("the", "my", "our", "a", "that", "his", "her", "over");
    private static final Set<String> USUAL = Set.of("usual", "same", "regular");
    /** Names of chains that callers say, and what such a place is. */
    private static final List<String> STORES = List.of(
            " pharmacy ",
            " drugstore ",
            " drug store ",
            " drug mart ",
            " apothecary ",
            " walgreens ",
            " walgreen's ",
            " c v s ",
            " cvs ",
            " rite aid ",
            " costco ",
            " walmart ",
            " kroger ",
            " safeway ",
            " publix ",
            " target ",
            " giant eagle ",
            " meijer ",
            " sam's club ",
            " chewy ");

    private static final Set<String> PLACES = Set.of("on", "in", "at", "off", "by", "near", "across", "next");
    private static final Set<String> ENDS = Set.of(
            "please",
            "thanks",
            "thank",
            "and",
            "but",
            "so",
            "because",
            "i",
            "i'm",
            "i'd",
            "it's",
            "it",
            "this",
            "they",
            "he",
            "she",
            "when",
            "if",
            "as",
            "today",
            "tomorrow",
            "my",
            "is",
            "for",
            "can",
            "could",
            "again",
            "instead",
            "before");
    /** "And send it": what is left of a sentence when the place is taken out of it. */
    private static final Set<String> SENDING = Set.of(
            "and", "send", "sent", "call", "called", "phone", "phoned", "have", "get", "put", "it", "them", "that",
            "please", "in", "over", "can", "could", "you", "fax", "be", "to", "filled", "picked", "pick", "up", "i",
            "i'd", "like", "want", "need", "it's", "goes");

    private static final int NAME_WORDS = 4;
    private static final int PLACE_WORDS = 5;

    PharmacyTold {
        rest = List.copyOf(rest);
    }

    /** The last one: "from walgreens to the kroger on fifth". */
    static Optional<PharmacyTold> in(List<String> words, NamedThings<String> known) {
        for (int lead = words.size() - 2; lead > 0; lead--) {
            if (LEADS.contains(words.get(lead))) {
                Optional<PharmacyTold> told = behind(words, lead, known);
                if (told.isPresent()) {
                    return told;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PharmacyTold> behind(List<String> words, int lead, NamedThings<String> known) {
        int from = lead + 1;
        while (from < words.size() && ARTICLES.contains(words.get(from))) {
            from++;
        }
        int name = nameEnd(words, from, known);
        if (name < 0) {
            return Optional.empty();
        }
        int to = placeEnd(words, name);
        List<String> said = words.subList(from, to);
        Optional<String> listed = known.in(said);
        boolean usual = said.stream().anyMatch(USUAL::contains);
        // "The pharmacy" alone says where it is asked for, not which.
        if (listed.isEmpty() && !usual && said.size() < 2 && said.get(0).startsWith("pharmac")) {
            return Optional.empty();
        }
        return Optional.of(new PharmacyTold(
                listed.orElse(String.join(" ", said)),
                listed.isPresent() || usual || known.things().isEmpty(),
                rest(words, lead)));
    }

    /** Where the name of a pharmacy ends that begins there; below zero where none does. */
    private static int nameEnd(List<String> words, int from, NamedThings<String> known) {
        if (from < words.size() && LEADS.contains(words.get(from))) {
            return -1;
        }
        for (int to = from + 1; to <= Math.min(words.size(), from + NAME_WORDS); to++) {
            List<String> said = words.subList(from, to);
            if (said.stream().anyMatch(ENDS::contains)) {
                return -1;
            }
            if (Phrases.any(said, STORES) || known.in(said).isPresent()) {
                boolean longer = to < words.size() && words.get(to).startsWith("pharmac");
                return longer ? to + 1 : to;
            }
        }
        return -1;
    }

    private static int placeEnd(List<String> words, int from) {
        if (from >= words.size() || !PLACES.contains(words.get(from))) {
            return from;
        }
        int to = from + 1;
        while (to < words.size() && to - from <= PLACE_WORDS && !ENDS.contains(words.get(to))) {
            to++;
        }
        return to;
    }

    private static List<String> rest(List<String> words, int lead) {
        int end = lead;
        for (int and = lead - 1; and > 0; and--) {
            if (words.get(and).equals("and") && SENDING.containsAll(words.subList(and, lead))) {
                end = and;
            }
        }
        return words.subList(0, end);
    }

    /** Whether such a place is named in it. */
    static boolean store(List<String> words) {
        return Phrases.any(words, STORES);
    }
}

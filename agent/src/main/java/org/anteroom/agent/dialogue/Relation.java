package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Set;

/** Whether a caller is the patient. */
enum Relation {
    SELF,
    OTHER;

    private static final Set<String> KIN = Set.of(
            "son",
            "son's",
            "daughter",
            "daughter's",
            "husband",
            "husband's",
            "wife",
            "wife's",
            "mother",
            "mother's",
            "mom",
            "mom's",
            "father",
            "father's",
            "dad",
            "dad's",
            "child",
            "child's",
            "kid",
            "kid's",
            "kids",
            "children",
            "baby",
            "baby's",
            "grandmother",
            "grandma",
            "grandma's",
            "grandfather",
            "grandpa",
            "grandson",
            "granddaughter",
            "brother",
            "brother's",
            "sister",
            "sister's",
            "partner",
            "partner's",
            "boyfriend",
            "girlfriend",
            "aunt",
            "uncle",
            "nephew",
            "niece",
            "friend",
            "friend's",
            "neighbor",
            "resident",
            "stepson",
            "stepdaughter",
            "toddler",
            "boy",
            "girl",
            "parents");
    private static final Set<String> POSSESSED = Set.of("my", "our", "a", "the", "his", "her", "of");
    /** "The girl at the desk", "a friend told me": these are somebody's own only where it is said whose. */
    private static final Set<String> ANYONE =
            Set.of("boy", "girl", "friend", "friend's", "neighbor", "partner", "mother", "father", "mom", "dad");

    /** "My little girl Oliver": how people speak of an animal, where animals are the patients. */
    private static final Set<String> PETS =
            Set.of("boy", "girl", "baby", "baby's", "kid", "kid's", "kids", "child", "children");

    private static final Set<String> OWN = Set.of("my", "our", "his", "her");
    /** What somebody does without being who comes. */
    private static final Set<String> BESIDE = Set.of(
            "told", "said", "says", "asked", "thinks", "drives", "works", "recommended", "referred", "watches", "made");

    /** What keeps the caller from coming: "my kid's got a game Friday". */
    private static final Set<String> KEPT_BY = Set.of(
            "game",
            "games",
            "practice",
            "recital",
            "school",
            "graduation",
            "birthday",
            "wedding",
            "party",
            "concert",
            "tournament",
            "meeting",
            "class",
            "performance",
            "play");

    private static final int NEAR = 5;

    private static final Set<String> FOR_ME =
            Set.of("wants", "can", "will", "goes", "sees", "has", "needs", "booked", "scheduled");
    private static final Set<String> THROUGH = Set.of("through", "by", "from", "without");

    /** Someone else is the patient where one of the caller's people is spoken of as who comes. */
    static Relation in(List<String> words, boolean veterinary) {
        for (int at = 1; at < words.size(); at++) {
            boolean pet = veterinary && PETS.contains(words.get(at));
            if (KIN.contains(words.get(at)) && !pet && theirs(words, at) && !toldBy(words, at)) {
                return OTHER;
            }
        }
        String said = Phrases.spaced(words);
        return said.contains(" on behalf of ")
                        || said.contains(" for somebody else ")
                        || said.contains(" for someone else ")
                ? OTHER
                : SELF;
    }

    /** Where one of the caller's people is spoken of as who comes; below zero where none is. */
    static int at(List<String> words) {
        for (int at = 1; at < words.size(); at++) {
            if (KIN.contains(words.get(at)) && theirs(words, at) && !toldBy(words, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean theirs(List<String> words, int at) {
        Set<String> whose = ANYONE.contains(words.get(at)) ? OWN : POSSESSED;
        int place = whose.contains(words.get(at - 1)) ? at - 1 : at - 2;
        return place >= 0
                && whose.contains(words.get(place))
                && (place == 0 || !THROUGH.contains(words.get(place - 1)));
    }

    /** "My wife told me to call", "my son drives me", "my husband works nights, so I ...". */
    private static boolean toldBy(List<String> words, int at) {
        if (at + 1 >= words.size()) {
            return false;
        }
        List<String> after = words.subList(at + 1, words.size());
        boolean me = after.contains("me") || after.contains("i") || after.contains("i'm") || after.contains("i'd");
        boolean them = Set.of("he", "she", "him", "her", "they", "them", "he's", "she's").stream()
                .anyMatch(after::contains);
        boolean keeps = after.subList(0, Math.min(NEAR, after.size())).stream().anyMatch(KEPT_BY::contains);
        return keeps
                || (BESIDE.contains(after.get(0)) && (me || after.contains("you")) && !them)
                || (FOR_ME.contains(after.get(0)) && after.contains("me"));
    }
}

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
            "client",
            "stepson",
            "stepdaughter",
            "toddler",
            "boy",
            "girl",
            "parents");
    private static final Set<String> POSSESSED = Set.of("my", "our", "a", "the", "his", "her", "of");

    /** Someone else is the patient where one of the caller's people is spoken of as who comes. */
    static Relation in(List<String> words) {
        for (int at = 1; at < words.size(); at++) {
            boolean theirs = POSSESSED.contains(words.get(at - 1)) || (at > 1 && POSSESSED.contains(words.get(at - 2)));
            if (KIN.contains(words.get(at)) && theirs && !toldBy(words, at)) {
                return OTHER;
            }
        }
        String said = " " + String.join(" ", words) + " ";
        return said.contains(" on behalf of ")
                        || said.contains(" for somebody else ")
                        || said.contains(" for someone else ")
                ? OTHER
                : SELF;
    }

    /** "My wife told me to call", "my son drives me". */
    private static boolean toldBy(List<String> words, int at) {
        return at + 1 < words.size()
                && Set.of(
                                "told",
                                "said",
                                "says",
                                "asked",
                                "wants",
                                "thinks",
                                "drives",
                                "can",
                                "will",
                                "works",
                                "recommended",
                                "goes",
                                "sees")
                        .contains(words.get(at + 1))
                && words.subList(at + 1, words.size()).contains("me");
    }
}

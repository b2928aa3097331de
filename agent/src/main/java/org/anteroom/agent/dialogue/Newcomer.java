package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Set;

/**
 * Whether a caller says that the patient has not been here before: "are you taking new patients", "I need to find a regular
 * dentist", "sign me up as a patient".
 */
final class Newcomer {
    private static final List<String> SAID = List.of(
            " new patient",
            " new client",
            " never been ",
            " never seen ",
            " never come ",
            " haven't been ",
            " not been there ",
            " not been here ",
            " first time ",
            " first visit ",
            " first appointment ",
            " new here ",
            " new to ",
            " not a patient ",
            " just moved ",
            " become a patient ",
            " becoming a patient ",
            " be a patient of ",
            " anybody new ",
            " anyone new ",
            " somebody new ",
            " someone new ",
            " not patients yet ",
            " get established ",
            " getting established ",
            " become established ",
            " establish care ",
            " establishing care ",
            " start seeing somebody ",
            " start seeing someone ",
            " start therapy ",
            " starting therapy ",
            " start counseling ",
            " starting counseling ",
            " start coming ");

    private static final Set<String> SEEKS = Set.of(
            "find",
            "finding",
            "look",
            "looking",
            "search",
            "searching",
            "need",
            "needs",
            "want",
            "wants",
            "get",
            "getting");
    private static final Set<String> PLACES = Set.of(
            "place",
            "office",
            "practice",
            "clinic",
            "provider",
            "doctor",
            "physician",
            "dentist",
            "vet",
            "veterinarian",
            "therapist",
            "counselor",
            "psychiatrist",
            "psychologist");

    private static final Set<String> JOINS = Set.of(
            "get",
            "getting",
            "sign",
            "signing",
            "set",
            "register",
            "registering",
            "enroll",
            "take",
            "taking",
            "accept",
            "come",
            "coming");
    private static final Set<String> MEMBERS = Set.of("patient", "patients", "client", "clients");
    /** So many words may stand between what is sought and that it is. */
    private static final int NEAR = 5;

    private Newcomer() {}

    static boolean in(List<String> words) {
        return Phrases.any(words, SAID) || seeks(words) || joins(words);
    }

    /** "I need to find a new place to go", "a regular dentist", but not "a new time" or "my regular dentist". */
    private static boolean seeks(List<String> words) {
        for (int at = 1; at + 1 < words.size(); at++) {
            boolean sought = words.get(at).equals("new")
                    || (words.get(at).equals("regular") && words.get(at - 1).equals("a"));
            boolean own = sought && PLACES.contains(words.get(at + 1));
            if (own && near(words, at, SEEKS)) {
                return true;
            }
        }
        return false;
    }

    /** "Get me set up as a patient". */
    private static boolean joins(List<String> words) {
        for (int at = 1; at < words.size(); at++) {
            boolean as = words.subList(Math.max(0, at - 2), at).contains("as");
            if (MEMBERS.contains(words.get(at)) && as && near(words, at, JOINS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(List<String> words, int at, Set<String> any) {
        return words.subList(Math.max(0, at - NEAR), at).stream().anyMatch(any::contains);
    }
}

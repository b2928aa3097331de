package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The right name in place of one that was read back: "no, it's Stella, not Bella", "Parker, not Barker", "her name is Stella".
 *
 * @param animal whether it is the animal's
 * @param name the whole of it, mended
 */
record RightName(boolean animal, String name) {
    private static final int LONGEST = 3;

    private static final Set<String> LEADING = Set.of(
            "no",
            "nope",
            "um",
            "uh",
            "oh",
            "well",
            "actually",
            "wait",
            "sorry",
            "it's",
            "its",
            "that's",
            "it",
            "that",
            "is",
            "should",
            "be",
            "i",
            "said",
            "meant",
            "for",
            "the",
            "name",
            "name's",
            "it'd",
            "would",
            "and",
            "with",
            "last",
            "first",
            "my",
            "her",
            "his",
            "she's",
            "he's",
            "she",
            "he",
            "called",
            "dog",
            "cat",
            "dog's",
            "cat's",
            "animal",
            "animal's",
            "patient",
            "patient's",
            "pet's",
            "yes",
            "right",
            "but",
            "almost",
            "to",
            "change",
            "make",
            "a",
            "an",
            "owner",
            "owner's",
            "under",
            "spelled");

    /** Said of an animal rather than of who brings it. */
    private static final List<String> OF_ANIMAL = List.of(
            " her name ",
            " his name ",
            " its name ",
            " animal",
            " dog",
            " cat",
            " pet",
            " she's called ",
            " he's called ",
            " it's called ",
            " she is called ",
            " he is called ");

    private static final List<String> OF_CALLER = List.of(" my name ", " my last name ", " my first name ", " owner");

    /** Where a name is told that stands for the one, or a part of the one, that was read back. */
    static Optional<RightName> in(List<String> words, Reply reply) {
        int not = words.lastIndexOf("not");
        if (not > 0) {
            return instead(bare(words.subList(0, not)), bare(words.subList(not + 1, words.size())), reply);
        }
        Optional<String> animal = reply.errand().who().animal();
        List<String> bare = bare(words);
        boolean named = (Phrases.any(words, OF_ANIMAL) && Phrases.any(words, List.of(" name"))) || called(words);
        Optional<RightName> part = likeOld(bare, reply);
        if (part.isPresent()) {
            return part;
        }
        return animal.filter(old -> named
                        && reply.services().veterinary()
                        && few(bare)
                        && !Phrases.any(words, OF_CALLER)
                        && !old.equals(String.join(" ", bare)))
                .map(old -> new RightName(true, String.join(" ", bare)));
    }

    /** "No, Emma Barker", where Emma Parker was read back. */
    private static Optional<RightName> likeOld(List<String> bare, Reply reply) {
        return patient(reply)
                .map(name -> List.of(name.split(" ")))
                .filter(parts -> bare.size() == 2 && parts.size() == 2 && few(bare))
                .filter(parts ->
                        parts.get(0).equals(bare.get(0)) != parts.get(1).equals(bare.get(1)))
                .map(parts -> new RightName(false, String.join(" ", bare)));
    }

    /** Which name is to be asked for again. */
    static Stage stage(Reply reply, List<String> words) {
        if (reply.services().veterinary() && Phrases.any(words, OF_ANIMAL)) {
            return Stage.ANIMAL;
        }
        return reply.errand().who().other() && !reply.services().veterinary() ? Stage.PATIENT_NAME : Stage.NAME;
    }

    Step step(Reply reply, Clip clip) {
        return Errands.next(
                animal ? reply.who(reply.errand().who().animal(name)) : Correcting.renamed(reply, List.of(name), clip));
    }

    /** "Parker, not Barker": of the name that has the wrong part, that part alone. */
    private static Optional<RightName> instead(List<String> right, List<String> wrong, Reply reply) {
        if (!few(right) || !few(wrong)) {
            return Optional.empty();
        }
        Optional<String> animal = reply.errand().who().animal().flatMap(old -> mended(old, right, wrong));
        if (reply.services().veterinary() && animal.isPresent()) {
            return animal.map(name -> new RightName(true, name));
        }
        return patient(reply).flatMap(old -> mended(old, right, wrong)).map(name -> new RightName(false, name));
    }

    private static Optional<String> patient(Reply reply) {
        Who who = reply.errand().who();
        return who.other() ? who.names().stream().findFirst() : reply.form().name();
    }

    private static Optional<String> mended(String old, List<String> right, List<String> wrong) {
        List<String> parts = List.of(old.split(" "));
        int at = Collections.indexOfSubList(parts, wrong);
        if (at < 0) {
            return Optional.empty();
        }
        if (right.size() > 1 && right.size() >= parts.size()) {
            return Optional.of(String.join(" ", right));
        }
        List<String> now = new ArrayList<>(parts.subList(0, at));
        now.addAll(right);
        now.addAll(parts.subList(at + wrong.size(), parts.size()));
        return Optional.of(String.join(" ", now));
    }

    private static boolean few(List<String> words) {
        return !words.isEmpty()
                && words.size() <= LONGEST
                && words.stream().allMatch(word -> word.matches("[a-z'-]+") && !LEADING.contains(word));
    }

    private static boolean called(List<String> words) {
        return Phrases.any(words, List.of(" she's called ", " he's called ", " it's called ", " is called "));
    }

    /** Whether it only says that something is wrong, and not what is right. */
    static boolean none(List<String> words) {
        return Phrases.any(words, List.of(" wrong ", " incorrect ", " not right ", " isn't right ", " not correct "));
    }

    private static List<String> bare(List<String> words) {
        int from = 0;
        while (from < words.size() && LEADING.contains(words.get(from))) {
            from++;
        }
        int to = words.size();
        while (to > from && Set.of("please", "thanks", "thank", "you").contains(words.get(to - 1))) {
            to--;
        }
        return words.subList(from, to);
    }
}

package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Set;

/** The name of an animal in what its owner answers: "well, we call her Molly", "Molly is the cat", "um so Molly please". */
final class AnimalName {
    private static final int LONGEST = 3;

    private static final Set<String> LEADING = Set.of(
            "um", "uh", "er", "well", "so", "oh", "okay", "ok", "yeah", "yes", "hi", "and", "it's", "its", "that's",
            "that", "is", "would", "be", "the", "his", "her", "their", "my", "our", "name", "name's", "names", "we",
            "i", "call", "him", "she's", "he's", "she", "he", "they", "called", "goes", "go", "by", "dog's", "cat's",
            "dog", "cat", "pet's", "this", "for", "about");

    private static final Set<String> BEHIND = Set.of(
            "please", "thanks", "thank", "is", "she's", "he's", "it's", "and", "my", "our", "the", "with", "that's");

    private AnimalName() {}

    /** The turn with the words of the name alone, where they are so few that they can be one; else as it was. */
    static Input.Said in(Input.Said said) {
        List<String> words = said.words();
        int from = 0;
        while (from < words.size() && LEADING.contains(words.get(from))) {
            from++;
        }
        int to = from;
        while (to < words.size() && !BEHIND.contains(words.get(to))) {
            to++;
        }
        boolean few = to > from && to - from <= LONGEST;
        return few
                ? new Input.Said(words.subList(from, to), said.slot(), said.clip(), said.others(), said.understood())
                : said;
    }
}

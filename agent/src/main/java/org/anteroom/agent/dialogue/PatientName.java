package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.SpokenName;

/** The name of a patient who is not the caller, told with the wish: "for my wife helen parker", "my son, his name is lucas parker". */
final class PatientName {
    /** "His name is": whose it is stands before the cue. */
    private static final Set<String> THEIRS = Set.of(
            "his",
            "her",
            "their",
            "patient's",
            "son's",
            "daughter's",
            "wife's",
            "husband's",
            "mother's",
            "mom's",
            "father's",
            "dad's",
            "child's",
            "kid's",
            "baby's");

    private static final Set<String> NAMING = Set.of("name", "is", "named", "called");
    /** What they do, and not what they are called. */
    private static final Set<String> VERBS = Set.of(
            "takes", "lives", "sees", "plays", "hurts", "likes", "loves", "hates", "uses", "wears", "grinds", "snores",
            "walks", "sits", "thinks", "threw", "bit", "drives", "teaches", "travels", "starts", "gets");
    /** A first name alone finds nobody: it is asked for with the last one. */
    private static final int WORDS = 2;

    private PatientName() {}

    /** As heard, the likeliest first; none where the turn tells of no other patient's name. */
    static List<String> of(Input.Said said) {
        return told(said.words(), said.others()).map(Answers::readings).orElse(List.of());
    }

    /** Whether the name in it, if there is one, is somebody else's than the caller's. */
    static boolean theirs(List<String> words) {
        for (int at = 1; at + 1 < words.size(); at++) {
            boolean name = words.get(at).equals("name") && words.get(at + 1).equals("is");
            if (name || words.get(at).equals("name's")) {
                return THEIRS.contains(words.get(at - 1));
            }
        }
        return false;
    }

    private static Optional<SpokenName.Name> told(List<String> words, List<List<String>> others) {
        if (theirs(words)) {
            return SpokenName.introduced(words, others);
        }
        int from = Relation.at(words) + 1;
        if (from <= 0) {
            return Optional.empty();
        }
        while (from < words.size() && NAMING.contains(words.get(from))) {
            from++;
        }
        // "For my son, my name is ...": a name further on is the caller's own.
        return SpokenName.leading(words.subList(from, words.size()))
                .filter(name -> isName(List.of(name.likeliest().split(" "))));
    }

    private static boolean isName(List<String> words) {
        return words.size() >= WORDS
                && !VERBS.contains(words.get(0))
                && words.stream().noneMatch(Intents.REVIEWED.phrases("med")::contains);
    }
}

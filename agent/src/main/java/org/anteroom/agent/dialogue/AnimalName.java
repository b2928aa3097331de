package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.SpokenName;

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

    private static final Set<String> OWNERS = Set.of("my", "our");
    private static final Set<String> ANIMALS = Set.of(
            "dog",
            "cat",
            "puppy",
            "kitten",
            "kitty",
            "rabbit",
            "bunny",
            "bird",
            "parrot",
            "hamster",
            "pig",
            "ferret",
            "horse",
            "turtle",
            "lizard",
            "snake",
            "pup",
            "doggy",
            "pet",
            "labrador",
            "lab",
            "poodle",
            "beagle",
            "terrier",
            "bulldog",
            "shepherd",
            "retriever",
            "doodle",
            "chihuahua",
            "pug",
            "dachshund",
            "husky",
            "tabby");
    private static final Set<String> NAMING = Set.of("name", "is", "named", "called", "name's");
    /** What may follow an animal and is no name, though few callers say it. */
    private static final Set<String> NO_NAMES = Set.of(
            "threw",
            "bled",
            "tore",
            "bites",
            "licks",
            "limps",
            "itches",
            "scratches",
            "sneezes",
            "who",
            "whose",
            "which",
            "trainer",
            "collar",
            "walker",
            "sitter",
            "carrier",
            "litter",
            "breeder",
            "bite",
            "bed",
            "crate",
            "vomits",
            "drools",
            "shakes");

    private AnimalName() {}

    /** The name behind an animal that is spoken of: "my dog bella", "our cat's name is max". None where animals are no patients. */
    static Optional<String> told(List<String> words, Services services) {
        for (int at = 1; services.veterinary() && at < words.size(); at++) {
            String kind = bare(words.get(at));
            boolean owned = words.subList(Math.max(0, at - 3), at).stream().anyMatch(OWNERS::contains);
            if (owned && ANIMALS.contains(kind)) {
                int name = at + 1;
                while (name < words.size() && NAMING.contains(words.get(name))) {
                    name++;
                }
                // "My dog's annual exam", "my cat's paw": what they have is no name.
                boolean named = kind.equals(words.get(at)) || name > at + 1;
                Optional<String> told = named && name < words.size() ? name(words.get(name)) : Optional.empty();
                if (told.isPresent()) {
                    return told;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(String word) {
        String bare = bare(word);
        return NO_NAMES.contains(bare)
                ? Optional.empty()
                : SpokenName.introduced(List.of("this", "is", bare), List.of()).map(SpokenName.Name::likeliest);
    }

    private static String bare(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    /** Whether what was told as the owner's name is the animal's, or only one word, which may be: then it is asked once more. */
    static boolean forTheOwners(Reply reply, String name) {
        boolean animals = reply.services().veterinary() && reply.errand().active();
        boolean same = reply.errand().who().animal().equals(Optional.of(name));
        boolean single = !name.contains(" ") && reply.repairs().misses() == 0;
        return animals && (same || single);
    }

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

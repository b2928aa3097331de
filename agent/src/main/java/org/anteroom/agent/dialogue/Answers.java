package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.agent.words.SpokenLetters;
import org.anteroom.agent.words.YesNo;

/** Reads slots out of a turn: a yes, a name, a phone number. */
final class Answers {
    /** A name has at most so many words; spelled ones more. */
    private static final int NAME_WORDS = 5;

    private static final int SPELLED_LETTERS = 30;
    /** The longest part of a number that a correction may name. */
    private static final int TAIL = 6;

    private static final int AREA = 3;
    /** Readings of a name that are worth comparing with those on file. */
    private static final int NAMES = 8;

    private static final Set<String> BEFORE_A_NAME = Set.of(
            "yes",
            "yeah",
            "yep",
            "sure",
            "okay",
            "ok",
            "oh",
            "well",
            "so",
            "hi",
            "hello",
            "hey",
            "um",
            "uh",
            "huh",
            "mm",
            "hmm",
            "mhm",
            "and",
            "actually",
            "no",
            "sorry",
            "please",
            "alright",
            "right",
            "of",
            "course",
            "my",
            "the",
            "first",
            "last",
            "full",
            "name",
            "names",
            "name's",
            "is",
            "it's",
            "its",
            "it",
            "this",
            "i'm",
            "i",
            "am",
            "that's",
            "that",
            "would",
            "be",
            "you",
            "can",
            "put",
            "under",
            "just",
            "a",
            "mister",
            "miss",
            "missus",
            "mrs",
            "mr");
    private static final Set<String> AFTER_A_NAME = Set.of(
            "please",
            "thanks",
            "thank",
            "here",
            "speaking",
            "calling",
            "and",
            "from",
            "with",
            "my",
            "but",
            "i",
            "i'm",
            "number",
            "about",
            "that's",
            "it's",
            "again",
            "spelled",
            "s",
            "is");
    private static final Set<String> NO_NAMES = Set.of(
            "what",
            "why",
            "who",
            "how",
            "when",
            "where",
            "not",
            "don't",
            "can't",
            "know",
            "want",
            "need",
            "the",
            "to",
            "for",
            "was",
            "have",
            "do",
            "does",
            "you",
            "your",
            "message",
            "appointment",
            "doctor",
            "office",
            "nothing",
            "none",
            "nobody",
            "yes",
            "no",
            "yeah",
            "nope",
            "okay",
            "fuck",
            "shit",
            "damn",
            "hell",
            "fucking");

    private Answers() {}

    /** The slot recogniser's answer where the open one's is unclear. */
    static YesNo yesNo(Input.Said said) {
        YesNo open = YesNo.of(said.words());
        return open == YesNo.UNCLEAR ? YesNo.of(said.slot()) : open;
    }

    /**
     * A phone number, from the slot recogniser first: it hears digits better. Among other words it loses some, so a
     * number that only the open recogniser heard with its area code wins over one without.
     */
    static Optional<String> phone(Input.Said said) {
        Optional<String> slot = SpokenDigits.phone(said.slot());
        Optional<String> open = SpokenDigits.phone(said.words());
        boolean longer = slot.isPresent()
                && open.isPresent()
                && open.get().length() > slot.get().length();
        return slot.isPresent() && !longer ? slot : open;
    }

    /** Whether a word only leads to a name that is answered. */
    static boolean leadsToAName(String word) {
        return BEFORE_A_NAME.contains(word);
    }

    /** How many digits were heard. */
    static int digits(Input.Said said) {
        return Math.max(
                SpokenDigits.of(said.slot()).length(),
                SpokenDigits.of(said.words()).length());
    }

    /** A number of which one end was said again: "the last four are ...", "no, area code ...". */
    static Optional<String> mended(String number, Input.Said said) {
        List<String> words = said.words();
        String part = SpokenDigits.of(words);
        if (words.contains("area") && part.length() == AREA && number.length() > 7) {
            return Optional.of(part + number.substring(AREA));
        }
        boolean end =
                words.contains("last") || words.contains("ends") || words.contains("end") || words.contains("ending");
        boolean fits = !part.isEmpty() && part.length() <= TAIL && part.length() < number.length();
        return end && fits
                ? Optional.of(number.substring(0, number.length() - part.length()) + part)
                : Optional.empty();
    }

    /** Whether the turn is a name, and which, when a name was asked for. */
    static Optional<String> name(List<String> words) {
        Optional<String> introduced = introduced(words);
        if (introduced.isPresent()) {
            return introduced;
        }
        int from = 0;
        while (from < words.size() && BEFORE_A_NAME.contains(words.get(from))) {
            from++;
        }
        return bounded(words.subList(from, words.size()));
    }

    /** The same with what else it may have been, the likeliest first; what was spelled before all. */
    static List<String> names(Input.Said said) {
        Optional<String> name = name(said.words());
        if (name.isEmpty()) {
            return List.of();
        }
        Stream<String> spelled = SpokenLetters.name(said.words()).stream();
        Stream<String> others = said.others().stream().flatMap(words -> name(words).stream());
        return Stream.of(spelled, name.stream(), others)
                .flatMap(names -> names)
                .distinct()
                .limit(NAMES)
                .toList();
    }

    /** A name in a longer turn: "my name is ...". */
    static Optional<String> introduced(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean name = words.get(i).equals("name")
                    && i + 1 < words.size()
                    && words.get(i + 1).equals("is");
            if (name || words.get(i).equals("name's")) {
                return bounded(words.subList(name ? i + 2 : i + 1, words.size()));
            }
        }
        return Optional.empty();
    }

    /** What else was told along with a request: name and number. */
    static Form told(Form form, Input.Said said) {
        Form told = form;
        Optional<String> name = introduced(said.words());
        if (name.isPresent()) {
            told = told.withName(name.get(), Optional.of(said.clip()));
        }
        Optional<String> number = Requests.numberTold(said.words());
        return number.isPresent() ? told.withNumber(number.get()) : told;
    }

    private static Optional<String> bounded(List<String> words) {
        List<String> name = new ArrayList<>();
        boolean spelled = false;
        for (String word : words) {
            boolean letter = word.length() == 1;
            if (!name.isEmpty() && AFTER_A_NAME.contains(word) && !(spelled && letter)) {
                break;
            }
            spelled = letter;
            name.add(word);
        }
        long whole = name.stream().filter(word -> word.length() > 1).count();
        boolean plausible = !name.isEmpty()
                && whole <= NAME_WORDS
                && name.size() <= SPELLED_LETTERS
                && name.stream().noneMatch(NO_NAMES::contains);
        return plausible ? Optional.of(String.join(" ", name)) : Optional.empty();
    }
}

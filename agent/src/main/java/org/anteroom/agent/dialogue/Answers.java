package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.agent.words.SpokenName;
import org.anteroom.agent.words.YesNo;

/** Reads slots out of a turn: a yes, a name, a phone number. */
final class Answers {
    /** The longest part of a number that a correction may name. */
    private static final int TAIL = 6;

    private static final int AREA = 3;
    private static final int LONGEST_NAME = 3;
    /** Who says one of these tells something else than a name. */
    private static final Set<String> NO_NAME = Set.of(
            "i",
            "i'm",
            "i've",
            "i'd",
            "you",
            "we",
            "they",
            "need",
            "want",
            "told",
            "already",
            "said",
            "book",
            "call",
            "person",
            "doctor",
            "nurse",
            "help",
            "know",
            "don't",
            "can't",
            "not",
            "appointment",
            "message",
            "refill",
            "pain",
            "hurts",
            "please");

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

    /** The name that was asked for, and what else it may have been, the likeliest first; none where the turn is no name. */
    static List<String> names(Input.Said said) {
        return SpokenName.of(said.words(), said.others()).map(Answers::readings).orElse(List.of());
    }

    /** The same for a name in a longer turn: "my name is ...", "this is ...". */
    static List<String> introduced(Input.Said said) {
        return SpokenName.introduced(said.words(), said.others())
                .map(Answers::readings)
                .orElse(List.of());
    }

    /**
     * What was heard where a name was asked for once more: no name that is known for one, but staff have the caller's voice beside
     * it. Empty where the turn is a yes, a no or too long for a name.
     */
    static Optional<String> asHeard(Input.Said said) {
        boolean name = !said.words().isEmpty()
                && said.words().size() <= LONGEST_NAME
                && said.words().stream().noneMatch(NO_NAME::contains)
                && YesNo.of(said.words()) == YesNo.UNCLEAR;
        return name ? Optional.of(String.join(" ", said.words())) : Optional.empty();
    }

    /** The likeliest first. */
    static List<String> readings(SpokenName.Name name) {
        return Stream.concat(Stream.of(name.likeliest()), name.alternatives().stream())
                .toList();
    }

    /** "Helen Parker, six one four ...": without the number of a phone. */
    static Input.Said withoutNumber(Input.Said said) {
        return Requests.wholeNumber(said.words())
                .map(number -> {
                    int at = Collections.indexOfSubList(said.words(), number);
                    List<String> left = new ArrayList<>(said.words());
                    left.subList(at, at + number.size()).clear();
                    return new Input.Said(left, List.of(), said.clip());
                })
                .orElse(said);
    }

    /** What else was told along with a request: name and number. */
    static Form told(Form form, Input.Said said) {
        Form told = form;
        List<String> names = introduced(withoutNumber(said));
        if (!names.isEmpty() && !PatientName.theirs(said.words())) {
            told = told.withName(names.get(0), Optional.of(said.clip()));
        }
        Optional<String> number = Requests.numberTold(said.words());
        return number.isPresent() ? told.withNumber(number.get()) : told;
    }
}

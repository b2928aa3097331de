package org.anteroom.agent.dialogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two wishes in one sentence: "I need a refill, and also to move my cleaning". Told apart only where both clauses say outright what
 * they want, and each something else; whatever is less plain is one wish.
 */
record TwoWishes(Wish first, Wish second) {
    /** Each clause has so many words. */
    private static final int FEWEST = 3;

    /** Longer turns are stories. */
    private static final int MOST = 40;

    /** From here on a pattern says its intent outright. */
    private static final int OUTRIGHT = 9;

    private static final Set<String> JOINS = Set.of("and", "also", "plus", "then", "but");
    /** What may stand between the joint and the second clause. */
    private static final Set<String> LEADING =
            Set.of("and", "also", "plus", "then", "oh", "um", "uh", "another", "thing", "second", "secondly", "while");

    /** Without one of these, two sayings about appointments are one wish: "cancel my appointment and make a new one". */
    private static final Set<String> MORE = Set.of("also", "plus", "another", "besides", "second", "secondly");

    private static final Set<Intent> APPOINTMENTS =
            EnumSet.of(Intent.BOOK, Intent.NEW_PATIENT, Intent.RESCHEDULE, Intent.CANCEL, Intent.CONFIRM);

    private static final Set<Intent> REQUESTS =
            EnumSet.of(Intent.REFILL, Intent.INSURANCE, Intent.BILLING, Intent.RECORDS, Intent.MESSAGE);

    /** @param said the words of the clause alone */
    record Wish(Meaning meaning, Input.Said said) {
        Intent intent() {
            return meaning.intent();
        }
    }

    /** @param whole what the turn is for as one */
    static Optional<TwoWishes> in(Input.Said said, Meaning whole) {
        List<String> words = said.words();
        if (words.size() > MOST || !told(whole.intent()) || NoneLeft.saidIn(words)) {
            return Optional.empty();
        }
        Optional<TwoWishes> best = Optional.empty();
        int most = 0;
        for (int at = FEWEST; at < words.size() - FEWEST; at++) {
            Optional<TwoWishes> two = JOINS.contains(words.get(at)) ? at(said, at, whole) : Optional.empty();
            int strength = two.map(TwoWishes::strength).orElse(0);
            if (strength > most) {
                best = two;
                most = strength;
            }
        }
        return best;
    }

    private static Optional<TwoWishes> at(Input.Said said, int joint, Meaning whole) {
        List<String> words = said.words();
        int from = joint;
        while (from < words.size() && LEADING.contains(words.get(from))) {
            from++;
        }
        List<String> before = words.subList(0, joint);
        List<String> after = words.subList(Math.max(from, joint + 1), words.size());
        Meaning one = Intents.REVIEWED.of(before);
        Meaning other = Intents.REVIEWED.of(after);
        boolean plain = one.strength() >= OUTRIGHT && other.strength() >= OUTRIGHT && after.size() >= FEWEST;
        boolean ofWhole = whole.is(one.intent()) || whole.is(other.intent());
        boolean more = words.subList(joint, from).stream().anyMatch(MORE::contains);
        return plain && ofWhole && apart(one.intent(), other.intent(), more)
                ? Optional.of(new TwoWishes(new Wish(one, clause(said, before)), new Wish(other, clause(said, after))))
                : Optional.empty();
    }

    private static boolean apart(Intent one, Intent other, boolean more) {
        if (one == other || !told(one) || !told(other)) {
            return false;
        }
        boolean visits = APPOINTMENTS.contains(one) && APPOINTMENTS.contains(other);
        // What is to be passed on with a wish is mostly part of it.
        boolean message = one == Intent.MESSAGE || other == Intent.MESSAGE;
        boolean facts = one.officeFact() && other.officeFact();
        boolean newcomer = visits && (one == Intent.NEW_PATIENT || other == Intent.NEW_PATIENT);
        return !newcomer && !facts && (more || !(visits || message));
    }

    private static boolean told(Intent intent) {
        // "And give you the numbers" asks for none.
        boolean fact = intent.officeFact() && intent != Intent.PHONE;
        return fact || APPOINTMENTS.contains(intent) || REQUESTS.contains(intent);
    }

    private int strength() {
        return Math.min(first.meaning().strength(), second.meaning().strength());
    }

    /** Where in the call it was said is where all of it was. */
    private static Input.Said clause(Input.Said said, List<String> words) {
        return new Input.Said(words, List.of(), said.clip());
    }
}

package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticePayer;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.words.SpokenBirthDate;
import org.anteroom.agent.words.SpokenWhen;
import org.anteroom.agent.words.When;
import org.anteroom.agent.words.WhenItem;

/**
 * Everything about an errand that one turn tells, whatever was asked: "this is Helen Parker, I need to move my cleaning to
 * next Thursday after three".
 *
 * @param visitType name of the visit type
 * @param when what suits
 * @param birth a date of birth
 * @param firstVisit whether the patient has not been here before
 * @param other whether somebody else than the caller is the patient
 * @param payer name of an insurance the practice takes
 */
record Told(
        Optional<String> visitType,
        Optional<Preference> when,
        ProviderWords providers,
        Optional<LocalDate> birth,
        Optional<Boolean> firstVisit,
        boolean other,
        Optional<String> payer) {
    private static final Set<String> PAST = Set.of("been", "seen", "visited");
    private static final Set<String> GOES_ON =
            Set.of("and", "but", "so", "i", "i'd", "i'm", "it's", "my", "can", "please", "yes");
    private static final Set<String> BIRTH = Set.of("born", "birth", "birthday", "birthdate", "dob");

    private static final Set<String> BEFORE_DATE =
            Set.of("is", "on", "it's", "was", "in", "the", "date", "of", "my", "um", "uh");
    private static final Set<String> BEHIND_DATE = Set.of(
            "it's", "i", "i'd", "i'm", "for", "my", "to", "with", "please", "calling", "this", "we", "he", "she", "so",
            "but", "on", "at", "need", "can", "or", "that's", "needs", "wants");

    private static final List<String> NOT_FIRST = List.of(
            "not a new patient",
            "not new ",
            "not my first",
            "not the first",
            "not our first",
            "not her first",
            "not his first",
            "isn't my first",
            "isn't the first",
            "isn't our first",
            "isn't her first",
            "isn't his first",
            " for a while ",
            " in a while ",
            " in ages ",
            " in years ",
            " a long time ");
    /** "A first appointment" is a kind, "the first appointment" the soonest. */
    private static final List<String> A_FIRST =
            List.of(" a first ", " my first ", " our first ", " his first ", " her first ", " their first ");

    private static final List<String> KNOWN = List.of(
            " existing ",
            " my next ",
            " returning patient ",
            " been there ",
            " been here ",
            " been before ",
            " been coming ",
            " been in before ",
            " been seen ",
            " been going ",
            " been a patient ",
            " already a patient ",
            " already a client ",
            " current patient ",
            " established patient ",
            " regular patient ",
            " old patient ",
            " longtime patient ",
            " long time patient ",
            " a patient there ",
            " a patient here ",
            " a patient of ",
            " for years ");

    /**
     * @param asked whether times were asked for: then mere numbers are times
     * @param here where the practice is
     */
    static Told in(List<String> said, Services services, LocalDateTime here, boolean asked) {
        List<String> words = withoutPast(said);
        List<String> timed = Picked.withoutOne(words);
        Optional<When> when = asked
                ? SpokenWhen.of(timed, here)
                : SpokenWhen.find(timed, here).map(SpokenWhen.Found::when);
        Optional<LocalDate> birth = behindBirth(words, here.toLocalDate())
                .or(() -> when.flatMap(Told::birth).map(read -> SpokenBirthDate.of(words, here.toLocalDate())
                        .orElse(read)))
                .or(() -> words.stream().anyMatch(BIRTH::contains)
                        ? SpokenBirthDate.of(words, here.toLocalDate())
                        : Optional.empty());
        return new Told(
                services.visits().in(words).map(VisitType::name),
                when.filter(found -> birth(found).isEmpty())
                        .map(found -> Preference.of(found, timed, here))
                        .filter(found -> !(found.soonest() && found.days().isEmpty() && Phrases.any(words, A_FIRST))),
                ProviderWords.in(words, services.providers()),
                birth,
                firstVisit(said),
                Relation.in(words, services.veterinary()) == Relation.OTHER,
                services.payers().in(words).map(PracticePayer::name));
    }

    /** "Born december twenty seven two thousand one it's for my crown": the date ends where the sentence goes on. */
    private static Optional<LocalDate> behindBirth(List<String> words, LocalDate today) {
        int cue = -1;
        for (int at = 0; at < words.size(); at++) {
            cue = BIRTH.contains(words.get(at)) ? at : cue;
        }
        int from = cue + 1;
        while (cue >= 0 && from < words.size() && BEFORE_DATE.contains(words.get(from))) {
            from++;
        }
        int to = from;
        while (cue >= 0 && to < words.size() && !BEHIND_DATE.contains(words.get(to))) {
            to++;
        }
        return cue < 0 ? Optional.empty() : SpokenBirthDate.of(words.subList(from, to), today);
    }

    /** "I've been there before" is no time before something. */
    private static List<String> withoutPast(List<String> words) {
        List<String> kept = new ArrayList<>(words);
        for (int at = 1; at < words.size(); at++) {
            boolean been = words.subList(Math.max(0, at - 3), at).stream().anyMatch(PAST::contains);
            boolean over = at + 1 == words.size() || GOES_ON.contains(words.get(at + 1));
            if (words.get(at).equals("before") && been && over) {
                kept.set(at, "-");
            }
        }
        return kept;
    }

    private static Optional<LocalDate> birth(When when) {
        return when.likeliest().stream()
                .flatMap(item ->
                        item instanceof WhenItem.BirthDate born ? Stream.of(born.date()) : Stream.<LocalDate>empty())
                .findFirst();
    }

    private static Optional<Boolean> firstVisit(List<String> words) {
        String said = Phrases.spaced(words);
        if (NOT_FIRST.stream().anyMatch(said::contains)) {
            return Optional.of(false);
        }
        if (Newcomer.in(words)) {
            return Optional.of(true);
        }
        return KNOWN.stream().anyMatch(said::contains) ? Optional.of(false) : Optional.empty();
    }

    /** Whether it changes anything of an appointment that is being made. */
    boolean ofVisit() {
        return visitType.isPresent() || when.isPresent() || providers.any();
    }
}

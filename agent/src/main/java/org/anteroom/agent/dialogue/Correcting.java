package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.SpokenBirthDate;
import org.anteroom.agent.words.YesNo;

/** What a caller takes back of an appointment: that is changed, and nothing else. */
final class Correcting {
    /** Without one of these, a day or an hour is no correction where something else was asked. */
    private static final List<String> TAKEN_BACK = List.of(
            " instead ",
            " actually ",
            " make it ",
            " make that ",
            " i'd rather ",
            " change it to ",
            " change that to ",
            " change the ",
            " wait ");

    /** What stands around the time itself: "wait, can you make it ten instead". */
    private static final Set<String> FRAME =
            Set.of("wait", "actually", "instead", "please", "can", "could", "you", "we", "oh", "sorry");

    /** More digits are a number, or a date of birth. */
    private static final int MOST_DIGITS = 2;

    private Correcting() {}

    /** "Wait, make it ten instead", while the caller is asked for something else. */
    static Optional<Step> midway(Reply reply, Input.Said said) {
        boolean visit = reply.errand().is(Job.BOOK) || reply.errand().is(Job.RESCHEDULE);
        boolean elsewhere =
                switch (reply.stage()) {
                    case NAME,
                            PATIENT_NAME,
                            ANIMAL,
                            BIRTH,
                            PIN,
                            CODE,
                            FIRST_VISIT,
                            SAME_NUMBER,
                            NUMBER,
                            CONFIRM_NUMBER -> true;
                    default -> false;
                };
        if (!visit
                || !elsewhere
                || !Phrases.any(said.words(), TAKEN_BACK)
                || Answers.digits(said) > MOST_DIGITS
                || SpokenBirthDate.of(said.words(), reply.here().toLocalDate()).isPresent()) {
            return Optional.empty();
        }
        List<String> bare =
                said.words().stream().filter(word -> !FRAME.contains(word)).toList();
        Told told = Told.in(bare, reply.services(), reply.here(), true);
        return told.ofVisit() && !same(reply, told)
                ? Optional.of(Errands.next(
                        mended(reply).visit(Booking.changed(reply.errand().visit(), told))))
                : Optional.empty();
    }

    /** What is named is changed, and nothing else. */
    static Optional<Step> named(Reply reply, Input.Said said) {
        YesNo answer = Answers.yesNo(said);
        boolean asked = reply.stage() == Stage.CHANGE || answer != YesNo.YES;
        Errand errand = reply.errand();
        Optional<Visiting> moved = answer == YesNo.YES ? Optional.empty() : moved(reply, said);
        if (moved.isPresent()) {
            return Optional.of(Errands.next(mended(reply).visit(moved.get())));
        }
        Optional<Step> otherwise = answer == YesNo.NO || reply.stage() == Stage.CHANGE
                ? RightBirth.otherwise(mended(reply), said.words())
                : Optional.empty();
        if (otherwise.isPresent()) {
            return otherwise;
        }
        Told told = Told.in(said.words(), reply.services(), reply.here(), asked);
        Optional<LocalDate> birth = told.birth().or(() -> rebirth(reply, said));
        if (birth.isPresent() && !birth.equals(errand.who().birth())) {
            return Optional.of(Errands.next(mended(reply).who(errand.who().born(birth.get()))));
        }
        Optional<Step> renamed = RightName.in(said.words(), reply).map(name -> name.step(mended(reply), said.clip()));
        if (renamed.isPresent()) {
            return renamed;
        }
        List<String> names = RightName.none(said.words()) ? List.of() : Answers.introduced(said);
        if (!names.isEmpty() && !reply.form().name().equals(names.stream().findFirst())) {
            return Optional.of(Errands.next(renamed(mended(reply), names, said.clip())));
        }
        Optional<Stage> part =
                reply.stage() == Stage.CHANGE || answer == YesNo.NO ? part(reply, said.words()) : Optional.empty();
        if (told.ofVisit() && !same(reply, told)) {
            return Optional.of(Errands.next(mended(reply).visit(Booking.corrected(reply, told))));
        }
        if (answer == YesNo.NO && RightBirth.repeated(reply, said.words())) {
            // Who denies what they say themselves can't make us out.
            return Optional.of(
                    reply.repairs().repeats() >= Repairs.REPEATS
                            ? reply.nearest(Act.Reason.NOT_UNDERSTOOD)
                            : Mending.counted(reply, () -> Errands.next(reply)));
        }
        return part.map(stage -> anew(mended(reply), stage));
    }

    /** "An hour later", than the time that is kept. */
    private static Optional<Visiting> moved(Reply reply, Input.Said said) {
        Visiting visit = reply.errand().visit();
        return visit.hold()
                .flatMap(hold -> LaterOrEarlier.by(said.words(), List.of(hold.offer()), reply.services(), reply.here()))
                .map(when -> visit.when(when).letGo());
    }

    static Reply renamed(Reply reply, List<String> names, Clip clip) {
        Who who = reply.errand().who();
        return who.other()
                ? reply.who(who.named(names))
                : reply.form(reply.form().withName(names.get(0), Optional.of(clip)))
                        .who(who.named(names));
    }

    /** "No, the fifteenth of May", where May is the month that was read back, and not that of the visit. */
    private static Optional<LocalDate> rebirth(Reply reply, Input.Said said) {
        Optional<LocalDate> birth = reply.errand().who().birth();
        Optional<String> month = birth.map(day -> InWords.month(day).toLowerCase(Locale.ROOT));
        boolean visits = reply.errand()
                .visit()
                .hold()
                .map(hold -> InWords.month(hold.offer()
                                .start()
                                .atZone(reply.services().zone())
                                .toLocalDate())
                        .toLowerCase(Locale.ROOT))
                .equals(month);
        if (birth.isEmpty() || visits || !said.words().contains(month.get())) {
            return Optional.empty();
        }
        List<String> both = new ArrayList<>(Normaliser.words(OfferWords.birth(birth.get())));
        both.add("no");
        both.addAll(said.words());
        return SpokenBirthDate.of(both, reply.here().toLocalDate());
    }

    private static Reply mended(Reply reply) {
        return reply.repairs(reply.repairs().understood());
    }

    /** "The date of birth is wrong." */
    private static Optional<Stage> part(Reply reply, List<String> words) {
        String said = Phrases.spaced(words);
        if (said.contains(" birth") || said.contains(" born ")) {
            return Optional.of(Stage.BIRTH);
        }
        if (said.contains(" name ")) {
            return Optional.of(RightName.stage(reply, words));
        }
        if (said.contains(" time ") || said.contains(" day ") || said.contains(" date ") || said.contains(" hour ")) {
            return Optional.of(Stage.WHEN);
        }
        return said.contains(" visit ") || said.contains(" kind ") || said.contains(" appointment ")
                ? Optional.of(Stage.VISIT)
                : Optional.empty();
    }

    private static Step anew(Reply reply, Stage stage) {
        Visiting visit = reply.errand().visit();
        if (stage == Stage.BIRTH) {
            return reply.who(reply.errand().who().notBornThen()).ask(Stage.BIRTH);
        }
        return stage == Stage.WHEN ? reply.visit(visit.refused()).ask(Stage.WHEN) : reply.ask(stage);
    }

    /** Whether what was read back is only said again, without a yes. */
    static boolean repeated(Reply reply, Input.Said said) {
        Told told = Told.in(said.words(), reply.services(), reply.here(), true);
        return told.ofVisit() && same(reply, told);
    }

    /** Whether what was said only repeats what is agreed: "yes, Thursday at two". */
    private static boolean same(Reply reply, Told told) {
        Visiting visit = reply.errand().visit();
        boolean kind = told.visitType().isEmpty() || told.visitType().equals(visit.type());
        boolean time = told.when().filter(Preference::narrows).isEmpty()
                || visit.hold()
                        .map(hold -> Picked.fits(told.when().get(), hold.offer(), reply.services()))
                        .orElse(false);
        boolean with = !told.providers().any()
                || visit.hold()
                        .map(hold ->
                                told.providers().with().contains(hold.offer().provider()))
                        .orElse(false);
        return kind && time && with;
    }
}

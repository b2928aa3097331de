package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.config.PinRule;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.SpokenBirthDate;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.agent.words.YesNo;

/** A turn that answers a question of an errand: one slot is filled or mended, and what else was told with it. */
final class ErrandAnswers {
    private static final Set<String> NO_PIN =
            Set.of("no", "none", "don't", "haven't", "forgot", "forgotten", "without", "never");
    /** Wishes that are not taken for one in the middle of an errand unless they are clear and no answer. */
    private static final int WISH_WORDS = 4;

    private final Filling filling;
    private final People people;

    ErrandAnswers(Filling filling, People people) {
        this.filling = filling;
        this.people = people;
    }

    Step answered(Reply reply, Input.Said said, Meaning meaning) {
        Optional<Step> aside = filling.aside(reply, said, meaning).or(() -> otherJob(reply, said, meaning));
        if (aside.isPresent()) {
            return aside.get();
        }
        if (!reply.errand().active()) {
            return reply.fill();
        }
        Job job = reply.errand().job().orElse(Job.BOOK);
        if (reply.stage().timed() && Relation.in(said.words()) == Relation.OTHER) {
            reply.who(reply.errand().who().of(Relation.OTHER));
        }
        return switch (reply.stage()) {
            case VISIT -> visit(reply, said);
            case FIRST_VISIT -> firstVisit(reply, said);
            case WHEN -> when(reply, said, job);
            case CHOICE -> Booking.chosen(reply, said);
            case CONFIRM_VISIT, CONFIRM_MOVE -> confirm(reply, said, job);
            case CHANGE -> change(reply, said).orElseGet(() -> Mending.missed(reply));
            case WHICH -> Changing.picked(reply, job, said);
            case WHICH_VISIT -> whichVisit(reply, said);
            case CONFIRM_CANCEL, CONFIRM_COMING -> own(reply, said, job);
            default -> person(reply, said);
        };
    }

    /** Who has nothing left is in the place of one who asks for the clinician, whenever that is said. */
    private Step refill(Reply reply, Input.Said said) {
        if (NoneLeft.saidIn(said.words())) {
            Form told = reply.form().adding(Requests.text(said), said.clip());
            return people.clinicianOnCall(Errands.leave(reply).form(told.as(Category.REFILL)));
        }
        return reply.stage() == Stage.REFILL ? Refilling.what(reply, said) : Refilling.pharmacy(reply, said);
    }

    private Step person(Reply reply, Input.Said said) {
        return switch (reply.stage()) {
            case BIRTH -> birth(reply, said);
            case PATIENT_NAME -> patientName(reply, said);
            case ANIMAL -> animal(reply, said);
            case PIN -> pin(reply, said);
            case PAYER -> Covering.payer(reply, said);
            case MEMBER_ID -> Covering.memberId(reply, said);
            case CONFIRM_MEMBER_ID -> Covering.confirmed(reply, said);
            case GROUP -> Covering.group(reply, said);
            case OWN_PLAN -> Covering.ownPlan(reply, said);
            case SUBSCRIBER -> Covering.subscriber(reply, said);
            default -> refill(reply, said);
        };
    }

    /** "Actually, cancel it instead." */
    private Optional<Step> otherJob(Reply reply, Input.Said said, Meaning meaning) {
        boolean answered = reply.stage().yesOrNo() && Answers.yesNo(said) == YesNo.YES;
        Optional<Job> other = !answered && meaning.clear() && said.words().size() >= WISH_WORDS
                ? Job.of(meaning.intent())
                : Optional.empty();
        boolean free = reply.stage() == Stage.REFILL || reply.stage() == Stage.PHARMACY || reply.stage() == Stage.PAYER;
        boolean books = reply.services().books();
        return other.filter(job -> !free && !reply.errand().is(job) && (books || job.task() == Job.REFILL.task()))
                .filter(job -> !(reply.errand().is(Job.RESCHEDULE) && job == Job.BOOK))
                .map(job -> job == Job.REFILL && NoneLeft.saidIn(said.words())
                        ? refill(reply, said)
                        : Errands.begin(reply, job, said));
    }

    private static Step visit(Reply reply, Input.Said said) {
        Optional<String> type = Told.visits(reply.services()).answered(said).map(VisitType::name);
        Told told = Told.in(said.words(), reply.services(), reply.here(), false);
        Visiting visit = Booking.changed(reply.errand().visit(), told);
        if (type.isPresent()) {
            return Errands.next(reply.understood().visit(visit.of(type.get())));
        }
        reply.visit(visit).form(reply.form().adding(Requests.text(said), said.clip()));
        return told.ofVisit() || visit.asked() > 1
                ? Errands.next(reply.understood())
                : Mending.missed(reply.visit(visit.typeAsked()));
    }

    private static Step firstVisit(Reply reply, Input.Said said) {
        Optional<Boolean> told =
                Told.in(said.words(), reply.services(), reply.here(), false).firstVisit();
        YesNo answer = Answers.yesNo(said);
        if (told.isEmpty() && answer == YesNo.UNCLEAR) {
            return Mending.missed(reply);
        }
        boolean first = told.orElse(answer == YesNo.YES);
        Visiting visit = reply.errand().visit().first(first);
        boolean pressing = reply.form()
                .about()
                .map(about -> Errands.pressing(List.of(about.split("[ .]+"))))
                .orElse(false);
        return Errands.next(reply.understood()
                .visit(pressing ? Errands.sameDay(reply, visit).orElse(visit) : visit));
    }

    /** Whether anything in it answers, so that "Thursday, I guess" is no doubt. */
    static boolean readable(Reply reply, Input.Said said) {
        Told told = Told.in(said.words(), reply.services(), reply.here(), true);
        return told.ofVisit()
                || told.birth().isPresent()
                || told.firstVisit().isPresent()
                || told.payer().isPresent()
                || Answers.digits(said) > 2;
    }

    private static Step when(Reply reply, Input.Said said, Job job) {
        Told told = Told.in(said.words(), reply.services(), reply.here(), true);
        if (told.ofVisit()) {
            Visiting visit = Booking.changed(reply.errand().visit(), told);
            boolean named = told.when().isPresent() || visit.when().isPresent();
            return Errands.next(reply.understood().visit(named ? visit : visit.when(Preference.ANY)));
        }
        if (job == Job.RESCHEDULE
                && Answers.yesNo(said) == YesNo.NO
                && !reply.errand().toStaff()) {
            return Changing.stays(reply);
        }
        return Mending.missed(reply);
    }

    private static Step confirm(Reply reply, Input.Said said, Job job) {
        Optional<Step> changed = change(reply, said);
        if (changed.isPresent()) {
            return changed.get();
        }
        return switch (Answers.yesNo(said)) {
            case YES -> confirmed(reply, job);
            case NO -> reply.understood().ask(Stage.CHANGE);
            case UNCLEAR -> Mending.missed(reply);
        };
    }

    static Step confirmed(Reply reply, Job job) {
        return job == Job.BOOK ? Booking.agreed(reply) : Changing.agreed(reply, job);
    }

    /** What is named is changed, and nothing else. */
    private static Optional<Step> change(Reply reply, Input.Said said) {
        boolean asked = reply.stage() == Stage.CHANGE || Answers.yesNo(said) != YesNo.YES;
        Told told = Told.in(said.words(), reply.services(), reply.here(), asked);
        Errand errand = reply.errand();
        Optional<LocalDate> birth = told.birth().or(() -> rebirth(reply, said));
        if (birth.isPresent() && !birth.equals(errand.who().birth())) {
            return Optional.of(Errands.next(mended(reply).who(errand.who().born(birth.get()))));
        }
        List<String> names = Answers.introduced(said);
        if (!names.isEmpty() && !reply.form().name().equals(names.stream().findFirst())) {
            return Optional.of(Errands.next(renamed(mended(reply), names, said.clip())));
        }
        Optional<Stage> part = reply.stage() == Stage.CHANGE || Answers.yesNo(said) == YesNo.NO
                ? part(said.words())
                : Optional.empty();
        if (told.ofVisit() && !same(reply, told)) {
            return Optional.of(Errands.next(mended(reply).visit(Booking.changed(errand.visit(), told))));
        }
        return part.map(stage -> anew(mended(reply), stage));
    }

    private static Reply renamed(Reply reply, List<String> names, Clip clip) {
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
    private static Optional<Stage> part(List<String> words) {
        String said = Phrases.spaced(words);
        if (said.contains(" birth") || said.contains(" born ")) {
            return Optional.of(Stage.BIRTH);
        }
        if (said.contains(" name ")) {
            return Optional.of(Stage.NAME);
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
        return stage == Stage.WHEN ? reply.visit(visit.refused()).ask(Stage.WHEN) : reply.ask(stage);
    }

    /** Whether what was said only repeats what is agreed: "yes, Thursday at two". */
    private static boolean same(Reply reply, Told told) {
        Visiting visit = reply.errand().visit();
        boolean kind = told.visitType().isEmpty() || told.visitType().equals(visit.type());
        boolean time = told.when().isEmpty()
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

    private static Step whichVisit(Reply reply, Input.Said said) {
        Preference when = Told.in(said.words(), reply.services(), reply.here(), true)
                .when()
                .orElse(Preference.ANY);
        return Errands.next(reply.understood()
                .form(reply.form().adding(Requests.text(said), said.clip()))
                .visit(reply.errand().visit().which(when)));
    }

    private static Step own(Reply reply, Input.Said said, Job job) {
        return switch (Answers.yesNo(said)) {
            case YES -> Changing.agreed(reply, job);
            case NO -> no(reply, said, job);
            case UNCLEAR -> Mending.missed(reply);
        };
    }

    /** Who won't come moves it; "the other one" is asked which. */
    private static Step no(Reply reply, Input.Said said, Job job) {
        boolean other =
                said.words().contains("other") && ErrandQuestion.upcoming(reply).size() > 1;
        if (other) {
            return reply.understood().ask(Stage.WHICH);
        }
        return denied(reply, job);
    }

    static Step denied(Reply reply, Job job) {
        return job == Job.CONFIRM
                ? reply.understood()
                        .errand(reply.errand().instead(Job.RESCHEDULE))
                        .ask(Stage.WHEN)
                : Changing.stays(reply);
    }

    private static Step birth(Reply reply, Input.Said said) {
        LocalDate today = reply.here().toLocalDate();
        Optional<LocalDate> born =
                SpokenBirthDate.of(said.words(), today).or(() -> SpokenBirthDate.of(said.slot(), today));
        if (born.isPresent()) {
            return born(reply, born.get());
        }
        return Filling.refused(said.words())
                ? Errands.staff(reply.understood().who(reply.errand().who().withheldBirth()), TemplateId.TAKING_CHANGE)
                : Mending.missed(reply);
    }

    static Step born(Reply reply, LocalDate day) {
        return Errands.next(reply.understood().who(reply.errand().who().born(day)));
    }

    private static Step patientName(Reply reply, Input.Said said) {
        List<String> names = Answers.names(said);
        return names.isEmpty()
                ? Mending.missed(reply)
                : Errands.next(reply.understood().who(reply.errand().who().named(names)));
    }

    private static Step animal(Reply reply, Input.Said said) {
        return Answers.names(said).stream()
                .findFirst()
                .map(name ->
                        Errands.next(reply.understood().who(reply.errand().who().animal(name))))
                .orElseGet(() -> Mending.missed(reply));
    }

    private static Step pin(Reply reply, Input.Said said) {
        Optional<String> digits = Stream.of(said.slot(), said.words())
                .map(SpokenDigits::of)
                .filter(ErrandAnswers::pin)
                .findFirst();
        if (digits.isPresent()) {
            return proving(reply, digits.get());
        }
        boolean none = said.words().stream().anyMatch(NO_PIN::contains);
        return none ? proving(reply, "") : Mending.missed(reply);
    }

    static boolean pin(String digits) {
        return digits.length() >= PinRule.SHORTEST && digits.length() <= PinRule.LONGEST;
    }

    static Step proving(Reply reply, String digits) {
        return Errands.next(reply.understood().who(reply.errand().who().proving(digits)));
    }
}

package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.config.PinRule;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.practice.reception.Evidence;
import org.anteroom.agent.words.SpokenBirthDate;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.agent.words.YesNo;

/** A turn that answers a question of an errand: one slot is filled or mended, and what else was told with it. */
final class ErrandAnswers {
    private static final Set<String> NO_PIN = Set.of(
            "no", "none", "don't", "haven't", "forgot", "forgotten", "without", "never", "can't", "lost", "what");
    /** Wishes that are not taken for one in the middle of an errand unless they are clear and no answer. */
    private static final int WISH_WORDS = 4;
    /** A longer turn is no name of a medicine, a pharmacy or an insurance, whatever it sounds like. */
    private static final int NAME_WORDS = 8;
    /** From this strength on a message is asked for outright. */
    private static final int MESSAGE = 16;

    private final Filling filling;
    private final People people;

    ErrandAnswers(Filling filling, People people) {
        this.filling = filling;
        this.people = people;
    }

    Step answered(Reply reply, Input.Said said, Meaning meaning) {
        Optional<Step> aside = filling.aside(reply, said, meaning)
                .or(() -> otherJob(reply, said, meaning))
                .or(() -> message(reply, said, meaning));
        if (aside.isPresent()) {
            return aside.get();
        }
        if (!reply.errand().active()) {
            return reply.fill();
        }
        if (reply.stage().ownWords() || reply.stage() == Stage.SUBSCRIBER) {
            reply.form(reply.form().heard(said.clip()));
        }
        Job job = reply.errand().job().orElse(Job.BOOK);
        if (reply.errand().who().animal().isEmpty()) {
            AnimalName.told(said.words(), reply.services())
                    .ifPresent(name -> reply.who(reply.errand().who().animal(name)));
        }
        if (reply.stage().timed() && Relation.in(said.words(), reply.services().veterinary()) == Relation.OTHER) {
            reply.who(reply.errand().who().of(Relation.OTHER));
        }
        return switch (reply.stage()) {
            case VISIT -> visit(reply, said);
            case FIRST_VISIT -> firstVisit(reply, said);
            case WHEN -> when(reply, said, job);
            case CHOICE -> Booking.chosen(reply, said);
            case CONFIRM_VISIT, CONFIRM_MOVE -> confirm(reply, said, job);
            case CHANGE -> Correcting.named(reply, said).orElseGet(() -> unchanged(reply, said));
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
            case CODE -> CodeAnswers.answered(reply, said);
            case CALL_BACK -> CallingBack.answered(reply, said);
            case PAYER -> Covering.payer(reply, said);
            case MEMBER_ID -> Covering.memberId(reply, said);
            case CONFIRM_MEMBER_ID -> Covering.confirmed(reply, said);
            case GROUP -> Covering.group(reply, said);
            case OWN_PLAN -> Covering.ownPlan(reply, said);
            case SUBSCRIBER -> Covering.subscriber(reply, said);
            default -> refill(reply, said);
        };
    }

    /** "I only want to leave a message": no answer to what kind of visit it is, or when. */
    private static Optional<Step> message(Reply reply, Input.Said said, Meaning meaning) {
        boolean visits =
                reply.stage() == Stage.VISIT || reply.stage() == Stage.WHEN || reply.stage() == Stage.FIRST_VISIT;
        if (!visits || !meaning.is(Intent.MESSAGE) || meaning.strength() < MESSAGE) {
            return Optional.empty();
        }
        Told told = Told.in(said.words(), reply.services(), reply.here(), false);
        return told.visitType().isEmpty() && told.when().isEmpty()
                ? Optional.of(Requests.message(Errands.leave(reply), said))
                : Optional.empty();
    }

    /** "Actually, cancel it instead." */
    private Optional<Step> otherJob(Reply reply, Input.Said said, Meaning meaning) {
        boolean answered = reply.stage().yesOrNo() && Answers.yesNo(said) == YesNo.YES;
        Optional<Job> other = !answered && meaning.clear() && said.words().size() >= WISH_WORDS
                ? Job.of(meaning.intent())
                : Optional.empty();
        boolean named =
                reply.stage() == Stage.REFILL || reply.stage() == Stage.PHARMACY || reply.stage() == Stage.PAYER;
        boolean free = named && said.words().size() <= NAME_WORDS;
        boolean books = reply.services().books();
        return other.filter(job -> !free && !reply.errand().is(job) && (books || job.task() == Job.REFILL.task()))
                .filter(job -> !(reply.errand().is(Job.RESCHEDULE) && job == Job.BOOK))
                .filter(job -> !(booking(reply) && job == Job.RESCHEDULE) || Changing.ofOne(reply, said.words()))
                .filter(job -> !(job == Job.CONFIRM && onlyATime(reply, said.words())))
                .map(job -> job == Job.REFILL && NoneLeft.saidIn(said.words())
                        ? refill(reply, said)
                        : Errands.begin(reply, job, said));
    }

    /** "Can you do today instead" is another wish for the visit that is being made. */
    private static boolean booking(Reply reply) {
        return reply.errand().is(Job.BOOK) && reply.errand().visit().type().isPresent();
    }

    /** "You know what, December first would be better": a time that would suit, and no question about one that there is. */
    private static boolean onlyATime(Reply reply, List<String> words) {
        boolean looking = reply.errand().is(Job.BOOK) || reply.errand().is(Job.RESCHEDULE);
        return looking
                && words.stream().noneMatch(word -> word.startsWith("confirm"))
                && !Changing.ofOne(reply, words)
                && !Booking.speaksOfOne(words)
                && Told.in(words, reply.services(), reply.here(), false).when().isPresent();
    }

    private static Step visit(Reply reply, Input.Said said) {
        Told told = Told.in(said.words(), reply.services(), reply.here(), false);
        Optional<VisitType> answered = reply.services().visits().answered(said);
        Optional<VisitType> read =
                answered.isEmpty() && told.firstVisit().isEmpty() ? read(reply, said.words()) : Optional.empty();
        if (read.isPresent()) {
            // "The second one" is no day here.
            return Errands.next(reply.understood()
                    .visit(reply.errand().visit().of(read.get().name())));
        }
        Visiting changed = Booking.changed(reply.errand().visit(), told);
        Visiting visit = told.firstVisit().map(changed::first).orElse(changed);
        Optional<String> type = answered.or(
                        () -> told.firstVisit().filter(first -> first).flatMap(first -> reply.services()
                                .onlyForNew()))
                .map(VisitType::name);
        if (type.isPresent()) {
            return Errands.next(reply.understood().visit(visit.of(type.get())));
        }
        reply.visit(visit).form(reply.form().adding(Requests.text(said), said.clip()));
        Optional<Visiting> pressing = Errands.pressing(said.words()) ? pressing(reply, visit) : Optional.empty();
        if (pressing.isPresent()) {
            return Errands.next(reply.understood().visit(pressing.get()));
        }
        return told.ofVisit() || visit.asked() > 1
                ? Errands.next(reply.understood())
                : Mending.missed(reply.visit(visit.typeAsked()));
    }

    /** "The second one" of the kinds that were read out. */
    private static Optional<VisitType> read(Reply reply, List<String> words) {
        List<VisitType> kinds =
                ErrandQuestion.read(reply.services(), reply.errand().visit().asked() > 1);
        return Ordinal.ofATime(words)
                ? Optional.empty()
                : Ordinal.in(words, kinds.size()).stream().mapToObj(kinds::get).findFirst();
    }

    /** "A broken tooth": the kind that the practice has for whoever comes the same day. */
    private static Optional<Visiting> pressing(Reply reply, Visiting visit) {
        return Errands.sameDay(reply, visit)
                .or(() -> reply.services().sameDayVisit().map(visit::of));
    }

    private static Step firstVisit(Reply reply, Input.Said said) {
        Told all = Told.in(said.words(), reply.services(), reply.here(), false);
        Optional<Boolean> told = all.firstVisit();
        YesNo answer = Answers.yesNo(said);
        if (told.isEmpty() && answer == YesNo.UNCLEAR) {
            // Who only says again what they want is asked again.
            return all.visitType().isPresent() ? Mending.noAnswer(reply) : Mending.missed(reply);
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
        Optional<Preference> shifted = Changing.shifted(reply, said);
        if (shifted.isPresent()) {
            return Errands.next(reply.understood().visit(reply.errand().visit().when(shifted.get())));
        }
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
        Optional<Step> changed = Correcting.named(reply, said);
        if (changed.isPresent()) {
            return changed.get();
        }
        return switch (Answers.yesNo(said)) {
            case YES -> confirmed(reply, job);
            case NO -> reply.understood().ask(Stage.CHANGE);
            case UNCLEAR -> Correcting.repeated(reply, said)
                    ? reply.understood().ask(reply.stage())
                    : Mending.missed(reply);
        };
    }

    /** Who names what is agreed already is read it once more. */
    private static Step unchanged(Reply reply, Input.Said said) {
        return Correcting.repeated(reply, said) ? Errands.next(reply.understood()) : Mending.missed(reply);
    }

    static Step confirmed(Reply reply, Job job) {
        return job == Job.BOOK ? Booking.agreed(reply) : Changing.agreed(reply, job);
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
        if (Withdrawn.needless(said.words())) {
            return needless(reply, said, job);
        }
        return switch (Answers.yesNo(said)) {
            case YES -> Changing.agreed(reply, job);
            case NO -> no(reply, said, job);
            case UNCLEAR -> Mending.missed(reply);
        };
    }

    /** Who has no need of an appointment wants it cancelled; with a no before it, it may be either. */
    private static Step needless(Reply reply, Input.Said said, Job job) {
        if (job == Job.CONFIRM) {
            return Errands.next(reply.understood().errand(reply.errand().instead(Job.CANCEL)));
        }
        return Withdrawn.no(said.words()) ? Mending.missed(reply) : Changing.agreed(reply, job);
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
        Who who = reply.errand().who();
        Optional<LocalDate> born = who.bornOn(SpokenBirthDate.readings(said.words(), today))
                .or(() -> who.bornOn(SpokenBirthDate.readings(said.slot(), today)));
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
        Optional<Step> both = NameWithBirth.answered(reply, said, ErrandAnswers::patientName);
        if (both.isPresent()) {
            return both.get();
        }
        List<String> names = Answers.names(said);
        return names.isEmpty()
                ? Mending.missed(reply)
                : Errands.next(reply.understood().who(reply.errand().who().named(names)));
    }

    private static Step animal(Reply reply, Input.Said said) {
        List<String> answered = Answers.names(AnimalName.in(said));
        List<String> names = answered.isEmpty() ? Answers.names(said) : answered;
        if (names.isEmpty()) {
            return Mending.missed(reply);
        }
        // An owner who tells their own name once more has not told the animal's.
        return reply.form().name().equals(Optional.of(names.get(0)))
                ? Mending.noAnswer(reply)
                : Errands.next(reply.understood().who(reply.errand().who().animal(names.get(0))));
    }

    private static Step pin(Reply reply, Input.Said said) {
        Optional<String> digits = Stream.of(said.slot(), said.words())
                .map(SpokenDigits::of)
                .filter(ErrandAnswers::pin)
                .findFirst();
        if (digits.isPresent()) {
            return proving(reply, new Evidence.Pin(digits.get()));
        }
        boolean none = said.words().stream().anyMatch(NO_PIN::contains);
        return none ? proving(reply, new Evidence.None()) : Mending.missed(reply);
    }

    static boolean pin(String digits) {
        return digits.length() >= PinRule.SHORTEST && digits.length() <= PinRule.LONGEST;
    }

    static Step proving(Reply reply, Evidence evidence) {
        return Errands.next(reply.understood().who(reply.errand().who().proving(evidence)));
    }
}

package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.practice.book.Refusal;
import org.anteroom.agent.practice.reception.Change;
import org.anteroom.agent.practice.reception.Found;

/** What a caller wants done beside a message: begins it, asks for what is missing, and says what became of it. */
final class Errands {
    /** Who is in pain comes as soon as there is room; nothing of it is asked or judged. */
    private static final Set<String> PRESSING = Set.of(
            "hurts",
            "hurt",
            "hurting",
            "pain",
            "painful",
            "ache",
            "aches",
            "aching",
            "toothache",
            "broke",
            "broken",
            "chipped",
            "cracked",
            "urgent",
            "urgently",
            "swollen",
            "sore",
            "emergency",
            "sick",
            "limping",
            "infected");

    /** A family may need as many; what is more is for staff. */
    private static final int BOOKINGS = 3;

    private static final Set<String> OWN = Set.of("myself", "mine", "own");

    private Errands() {}

    /** Takes what was told with the wish. */
    static Step begin(Reply reply, Job job, Input.Said said) {
        Form form = Answers.told(reply.form().kept(), said).as(job.category()).adding(Requests.text(said), said.clip());
        Told told = Told.in(said.words(), reply.services(), reply.here(), false);
        Errand begun = reply.errand().begun(job);
        Who who = told(begun.who(), said.words(), told.other(), reply.services().veterinary());
        who = told.birth().isPresent() ? who.born(told.birth().get()) : who;
        who = AnimalName.told(said.words(), reply.services()).map(who::animal).orElse(who);
        List<String> names = who.other() ? PatientName.of(said) : Answers.introduced(said);
        who = names.isEmpty() ? who : who.named(names);
        reply.understood().release(reply.errand().visit()).form(form).errand(begun.who(who));
        if (job == Job.BOOK && begun.bookings() >= BOOKINGS) {
            return staff(booking(reply, said, told), TemplateId.TAKING_CHANGE);
        }
        return switch (job) {
            case INSURANCE -> next(Covering.told(reply, said, told));
            case REFILL -> next(Refilling.told(reply, said));
            case BOOK -> next(booking(reply, said, told));
            case RESCHEDULE, CANCEL, CONFIRM -> next(Changing.told(reply, said, told));
        };
    }

    /** Whom it is about now: "and one for my son" is another patient than before, and so is another animal. */
    private static Who told(Who before, List<String> words, boolean other, boolean animals) {
        boolean own = words.stream().anyMatch(OWN::contains);
        Relation relation =
                other ? Relation.OTHER : own ? Relation.SELF : before.relation().orElse(Relation.SELF);
        boolean another = animals || (other && before.other());
        return (another ? before.another() : before).of(relation);
    }

    private static Reply booking(Reply reply, Input.Said said, Told told) {
        Visiting visit = Booking.changed(reply.errand().visit(), told);
        visit = told.firstVisit().map(visit::first).orElse(visit);
        boolean pressing = pressing(said.words());
        Optional<Visiting> sameDay = pressing ? sameDay(reply, visit) : Optional.empty();
        if (sameDay.isPresent()) {
            return reply.visit(sameDay.get());
        }
        if (pressing && visit.type().isEmpty()) {
            visit = reply.services().sameDayVisit().map(visit::of).orElse(visit);
        }
        boolean soonest = pressing && visit.when().isEmpty();
        return reply.visit(soonest ? visit.when(new Preference(List.of(), List.of(), List.of(), true)) : visit);
    }

    /** Whether somebody is in pain. */
    static boolean pressing(List<String> words) {
        return words.stream().anyMatch(PRESSING::contains);
    }

    /** The visit that the practice gives a new patient with pain on the same day, where it does. */
    static Optional<Visiting> sameDay(Reply reply, Visiting visit) {
        return visit.firstVisit().orElse(false)
                ? reply.services()
                        .sameDayVisit()
                        .map(type -> visit.of(type).onTheSameDay().when(Preference.ANY))
                : Optional.empty();
    }

    /** Asks for what is missing next, or does what all is there for. */
    static Step next(Reply reply) {
        if (!reply.errand().active()) {
            return reply.fill();
        }
        Job job = reply.errand().job().orElseThrow();
        if (reply.errand().toStaff()) {
            return ForStaff.next(reply, job);
        }
        return switch (job) {
            case BOOK -> Booking.next(reply);
            case RESCHEDULE, CANCEL, CONFIRM -> Changing.next(reply, job);
            case INSURANCE -> Covering.next(reply);
            case REFILL -> Refilling.next(reply);
        };
    }

    /** Staff will see to it: what they need is asked for, and nothing else. */
    static Step staff(Reply reply, TemplateId sentence) {
        if (CallingBack.known(reply.errand())) {
            return CallingBack.withOffice(reply);
        }
        // In a call back staff have a message already; what comes to them once more is one again.
        reply.errand()
                .job()
                .filter(job -> reply.form().category().isEmpty())
                .ifPresent(job -> reply.form(reply.form().as(job.category())));
        return next(reply.say(sentence).errand(reply.errand().staff()));
    }

    /** What the practice's records answered. */
    static Step found(Reply reply, Found found) {
        if (found instanceof Found.Unavailable) {
            return reply.say(TemplateId.NOT_DONE).nearest(Act.Reason.COULD_NOT_SAVE);
        }
        if (found instanceof Found.Stands stands) {
            Job job = reply.errand().job().orElseThrow();
            reply.who(reply.errand().who().stands(job.task(), stands.standing()));
            return next(reply);
        }
        if (found instanceof Found.CodeAsked) {
            return next(reply.who(reply.errand().who().texted()));
        }
        if (found instanceof Found.Times times) {
            return Booking.offered(reply, times.offers());
        }
        if (found instanceof Found.Kept kept) {
            return next(reply.visit(reply.errand().visit().holding(kept.hold())));
        }
        return next(
                reply.say(TemplateId.JUST_TAKEN).visit(reply.errand().visit().letGo()));
    }

    /** It is in the book: only here is it said so. */
    static Step changed(Reply reply, Change change) {
        Visiting visit = reply.errand().visit();
        if (change instanceof Change.Book made) {
            // Who books for another hears the same whether or not they are listed for it.
            boolean approved = !made.approve() && !reply.errand().who().other() && open(reply, visit);
            // Nobody is promised a call without a number to call.
            boolean called = made.callBack().isPresent();
            TemplateId down = called ? TemplateId.VISIT_MADE : TemplateId.VISIT_MADE_UNREACHED;
            reply.errand(reply.errand().booked());
            kept(
                    reply,
                    visit,
                    approved ? down : called ? TemplateId.VISIT_PROPOSED : TemplateId.VISIT_PROPOSED_UNREACHED);
            if (!approved && !called) {
                reply.say(TemplateId.NO_NUMBER);
            }
        } else if (change instanceof Change.Move) {
            kept(reply, visit, open(reply, visit) ? TemplateId.VISIT_MOVED : TemplateId.VISIT_PROPOSED);
        } else {
            reply.say(change instanceof Change.Cancel ? TemplateId.VISIT_CANCELLED : TemplateId.VISIT_CONFIRMED);
        }
        return over(reply.visit(visit.spent())).ask(Stage.FURTHER);
    }

    private static void kept(Reply reply, Visiting visit, TemplateId sentence) {
        visit.hold()
                .ifPresent(hold -> reply.say(List.of(
                        Act.Say.of(sentence, Slot.TIME, reply.offerWords().whole(hold.offer())))));
        visit.type()
                .flatMap(reply.services()::visitType)
                .flatMap(VisitType::preparation)
                .ifPresent(note -> reply.say(List.of(Act.Say.of(TemplateId.PREPARATION_IS, Slot.NOTE, note))));
    }

    /** Whether the visit is in the book with the caller's yes; else staff have to say yes too, and call. */
    static boolean open(Reply reply, Visiting visit) {
        return visit.type()
                .flatMap(reply.services()::visitType)
                .map(type -> type.byPhone() == VisitType.ByPhone.OPEN)
                .orElse(false);
    }

    /** The request for staff is on disk. */
    static Step saved(Reply reply) {
        Job job = reply.errand().job().orElseThrow();
        TemplateId sentence =
                switch (job) {
                    case INSURANCE -> TemplateId.INSURANCE_SAVED;
                    case REFILL -> TemplateId.REFILL_SAVED;
                    case BOOK, RESCHEDULE, CANCEL, CONFIRM -> TemplateId.REQUEST_SAVED;
                };
        Reply said = reply.repairs(reply.repairs().requested()).say(sentence);
        Reply told = over((job.category().answered() ? said.sayReached() : said).sayRead());
        told.errand(told.errand().stored(job.category()));
        return told.repairs().exhausted() ? told.nearest(Act.Reason.NOT_UNDERSTOOD) : told.ask(Stage.FURTHER);
    }

    /** The errand is done with; who the caller is stays known. */
    static Reply over(Reply reply) {
        return reply.release(reply.errand().visit())
                .errand(reply.errand().over())
                .form(reply.form().kept());
    }

    /** The errand is given up for something else; what was told of it stays in the form. */
    static Reply leave(Reply reply) {
        return reply.release(reply.errand().visit()).errand(reply.errand().over());
    }

    /** The practice's rules, or somebody quicker, stood against it. */
    static Step refused(Reply reply, Refusal why) {
        return switch (why) {
            case TAKEN, NOT_OFFERED -> next(reply.say(TemplateId.JUST_TAKEN)
                    .visit(reply.errand().visit().letGo()));
            case TOO_LATE -> staff(reply, TemplateId.TOO_LATE);
            case UNKNOWN_VISIT_TYPE,
                    UNKNOWN_PROVIDER,
                    STAFF_ONLY,
                    NOT_FOR_NEW_PATIENTS,
                    FOR_NEW_PATIENTS_ONLY,
                    UNKNOWN_APPOINTMENT,
                    UNKNOWN_PATIENT,
                    OVER,
                    NOT_APPROVED -> staff(reply, TemplateId.TAKING_CHANGE);
        };
    }
}

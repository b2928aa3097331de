package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.practice.book.Wish;
import org.anteroom.agent.practice.reception.Change;
import org.anteroom.agent.practice.reception.Query;
import org.anteroom.agent.words.YesNo;

/**
 * A new appointment: kind of visit, when, one of the times there are, who, and a yes to all of it.
 *
 * <pre>
 *   VISIT -> FIRST_VISIT -> WHEN -> (times) -> CHOICE -> (kept) -> NAME, BIRTH -> (known?) -> CONFIRM_VISIT -> (booked)
 * </pre>
 */
final class Booking {
    /** A kind of visit that can't be made out so often goes to staff. */
    private static final int ASKED = 2;
    /** So many rounds of times without one that suits: a person. */
    private static final int ROUNDS = 4;
    /** So many, where each time the caller said what would suit instead. */
    private static final int WISHES = 6;

    /** In minutes: who wants another time than nine has no use for a quarter past. */
    private static final int NEARLY = 60;

    private static final List<String> STILL = List.of(
            " still ", " go on ", " continue ", " keep going ", " carry on ", " go ahead ", " anyway ", " finish ");

    private static final List<String> WANTED = List.of(" want ", " need ", " like ", " go on ", " continue ", " book ");

    private static final Set<String> OTHERS = Set.of("else", "other", "others", "another", "more");

    private static final List<String> BOOKED = List.of(" appointment ", " booking ", " visit ");

    private Booking() {}

    static Step next(Reply reply) {
        Visiting visit = reply.errand().visit();
        Optional<Step> kind = kind(reply, visit);
        if (kind.isPresent()) {
            return kind.get();
        }
        if (visit.hold().isEmpty()) {
            return time(reply);
        }
        Optional<Stage> missing = Identifying.missing(reply).or(() -> reachable(reply));
        if (missing.isPresent()) {
            return reply.ask(missing.get());
        }
        Optional<Step> factor = Identifying.factor(reply, Job.BOOK);
        if (factor.isPresent()) {
            return factor.get();
        }
        return reply.errand().who().standing(Job.BOOK.task()).isEmpty()
                ? Identifying.lookUp(reply, Job.BOOK)
                : reply.ask(Stage.CONFIRM_VISIT);
    }

    /** A number that the call comes from is one to call back; who hides it is asked, and so is who will be called in any case. */
    private static Optional<Stage> reachable(Reply reply) {
        boolean called = reply.errand().who().other()
                || !Errands.open(reply, reply.errand().visit());
        return reply.callerNumber().isPresent() && reply.form().callBack().isEmpty() && !called
                ? Optional.empty()
                : Identifying.number(reply);
    }

    private static Optional<Step> kind(Reply reply, Visiting visit) {
        Services services = reply.services();
        Optional<VisitType> type = visit.type().flatMap(services::visitType);
        if (type.isEmpty() && services.visitTypes().size() == 1) {
            return Optional.of(
                    next(reply.visit(visit.of(services.visitTypes().get(0).name()))));
        }
        Optional<VisitType> only = type.isEmpty() ? visit.firstVisit().flatMap(services::onlyOneFor) : Optional.empty();
        if (only.isPresent()) {
            return Optional.of(taken(reply, visit, only.get()));
        }
        if (type.isEmpty()) {
            return Optional.of(
                    visit.asked() >= ASKED
                            ? Errands.staff(reply, TemplateId.TAKING_CHANGE)
                            : reply.visit(visit.typeAsked()).ask(Stage.VISIT));
        }
        boolean matters = services.visitTypes().stream().anyMatch(each -> each.patients() != VisitType.Patients.ALL);
        if (visit.firstVisit().isEmpty() && matters) {
            return Optional.of(reply.ask(Stage.FIRST_VISIT));
        }
        boolean first = visit.firstVisit().orElse(false);
        if (!type.get().patients().admits(first)) {
            return Optional.of(other(reply, visit, first));
        }
        return type.get().byPhone() == VisitType.ByPhone.STAFF_ONLY
                ? Optional.of(Errands.staff(reply, TemplateId.STAFF_BOOKS))
                : Optional.empty();
    }

    /** The kind of visit that a patient has of whom nothing else was told; new ones hear which. */
    private static Step taken(Reply reply, Visiting visit, VisitType type) {
        return visit.firstVisit().orElse(false)
                ? firstIs(reply, visit, type)
                : next(reply.visit(visit.of(type.name())));
    }

    private static Step firstIs(Reply reply, Visiting visit, VisitType type) {
        return next(reply.say(List.of(Act.Say.of(TemplateId.FIRST_VISIT_IS, Slot.VISIT, type.name())))
                .visit(visit.of(type.name())));
    }

    /** A first visit is of the kind that the practice has for it. */
    private static Step other(Reply reply, Visiting visit, boolean first) {
        return reply.services().visitTypes().stream()
                .filter(each -> first && each.patients() == VisitType.Patients.NEW)
                .findFirst()
                .map(each -> firstIs(reply, visit, each))
                .orElseGet(() -> Errands.staff(reply, TemplateId.TAKING_CHANGE));
    }

    /** Looks for a time, and asks which. */
    static Step time(Reply reply) {
        Visiting visit = reply.errand().visit();
        if (visit.when().isEmpty()) {
            return reply.ask(Stage.WHEN);
        }
        if (!visit.offers().isEmpty()) {
            return reply.ask(Stage.CHOICE);
        }
        if (visit.rounds() >= WISHES) {
            return Errands.staff(reply, TemplateId.TAKING_CHANGE);
        }
        Preference when = visit.when().get();
        if (when.noSuchDay()) {
            return reply.visit(visit.refused()).ask(Stage.WHEN);
        }
        boolean today = when.mayBeOn(reply.here().toLocalDate());
        return search(reply, visit.sameDay() && !today ? visit.onAnyDay() : visit);
    }

    private static Step search(Reply reply, Visiting visit) {
        Optional<Wish> wish = visit.wish();
        return wish.isPresent()
                ? reply.visit(visit)
                        .lookUp(new Query.Times(wish.get(), visit.moving().map(Appointment::id)))
                : Errands.staff(reply, visit.sameDay() ? TemplateId.NOTHING_TODAY : TemplateId.NOTHING_AT_ALL);
    }

    /** Times that were found; where there is none, others are looked for, and the caller hears that it was so. */
    static Step offered(Reply reply, List<Offer> offers) {
        Visiting visit = reply.errand().visit();
        if (offers.isEmpty()) {
            boolean timed = visit.when().map(Preference::timed).orElse(false);
            return visit.sameDay() && !timed
                    ? Errands.staff(reply, TemplateId.NOTHING_TODAY)
                    : search(reply, visit.widen());
        }
        boolean named =
                visit.widened() == 0 && visit.when().map(Preference::exact).orElse(false);
        if (named && apart(offers).size() == 1) {
            return keep(reply, offers.get(0));
        }
        if (visit.widely()) {
            reply.say(List.of(reply.offerWords().nothing(visit)));
        }
        return reply.visit(visit.offering(apart(offers))).ask(Stage.CHOICE);
    }

    /** Times are chosen by ear: of two at one time, the first. */
    private static List<Offer> apart(List<Offer> offers) {
        List<Offer> apart = new ArrayList<>();
        for (Offer offer : offers) {
            if (apart.stream().noneMatch(other -> other.start().equals(offer.start()))) {
                apart.add(offer);
            }
        }
        return apart;
    }

    /** One of the times that were offered. */
    static Step chosen(Reply reply, Input.Said said) {
        List<Offer> offers = reply.errand().visit().offers();
        if (offers.isEmpty()) {
            return time(reply);
        }
        Picked picked = picked(reply, said, offers);
        if (Changing.keeps(said.words()) || (Changing.givesUp(said.words()) && wantsNone(picked, said))) {
            return reply.errand().is(Job.BOOK)
                    ? Errands.over(reply.understood()).ask(Stage.FURTHER)
                    : Changing.stays(reply);
        }
        if (picked instanceof Picked.One one) {
            return keep(reply.understood(), one.offer());
        }
        Visiting visit = reply.errand().visit();
        if (picked instanceof Picked.Several several && several.offers().equals(offers)) {
            return Mending.noAnswer(reply);
        }
        if (picked instanceof Picked.Several several) {
            return reply.understood().visit(visit.offering(several.offers())).ask(Stage.CHOICE);
        }
        if (picked instanceof Picked.Another another) {
            Preference both = visit.when().orElse(Preference.ANY).then(another.when());
            return Errands.next(reply.understood()
                    .visit(changed(visit.refused(), said, reply).when(both)));
        }
        if (picked instanceof Picked.None) {
            return none(reply.understood(), visit, said);
        }
        ProviderWords providers =
                ProviderWords.in(said.words(), reply.services().providers());
        return providers.any()
                ? Errands.next(
                        reply.understood().visit(visit.refused().providers(providers.with(), providers.without())))
                : Mending.missed(reply);
    }

    private static Picked picked(Reply reply, Input.Said said, List<Offer> offers) {
        Picked picked = Picked.of(said, offers, reply.services(), reply.here());
        Optional<Preference> wish = reply.errand().visit().when();
        return picked instanceof Picked.Unclear && Nearest.asked(said.words())
                ? new Picked.Several(List.of(Nearest.of(offers, wish, reply.services())))
                : picked;
    }

    /** "Never mind", and not "never mind, I want the other one". */
    private static boolean wantsNone(Picked picked, Input.Said said) {
        return picked instanceof Picked.Unclear || (picked instanceof Picked.None && !wantsOthers(said));
    }

    static Step keep(Reply reply, Offer offer) {
        Visiting visit = reply.errand().visit();
        return reply.lookUp(new Query.Keep(offer, visit.kept(), visit.moving().map(Appointment::id)));
    }

    /** None of them: a plain no is asked when else; "something else" gets the next ones. */
    private static Step none(Reply reply, Visiting visit, Input.Said said) {
        Visiting refused = visit.refused();
        if (!wantsOthers(said)) {
            return refused.rounds() >= ROUNDS
                    ? Errands.staff(reply.visit(refused), TemplateId.TAKING_CHANGE)
                    : reply.visit(refused).ask(Stage.WHEN);
        }
        if (refused.rounds() >= ROUNDS) {
            return Errands.staff(reply.visit(refused), TemplateId.TAKING_CHANGE);
        }
        List<Window> days = visit.offers().stream()
                .map(reply.services()::start)
                .map(start -> Window.between(start.minusMinutes(NEARLY / 2), start.plusMinutes(NEARLY)))
                .toList();
        Preference without = visit.when().orElse(Preference.ANY).without(days);
        return Errands.next(reply.visit(refused.when(without)));
    }

    private static boolean wantsOthers(Input.Said said) {
        return said.words().stream().anyMatch(OTHERS::contains);
    }

    private static Visiting changed(Visiting visit, Input.Said said, Reply reply) {
        ProviderWords providers =
                ProviderWords.in(said.words(), reply.services().providers());
        return providers.any() ? visit.providers(providers.with(), providers.without()) : visit;
    }

    /** An appointment with what was told of it; what was looked for before doesn't count any more. */
    static Visiting changed(Visiting visit, Told told) {
        Visiting now = visit;
        if (told.visitType().isPresent() && !told.visitType().equals(visit.type())) {
            now = now.of(told.visitType().get()).letGo();
        }
        if (told.when().isPresent()) {
            now = now.when(visit.when().orElse(Preference.ANY).then(told.when().get()))
                    .letGo();
        }
        if (told.providers().any()) {
            now = now.providers(told.providers().with(), told.providers().without())
                    .letGo();
        }
        return now;
    }

    /** A kind of visit that is no first one, in the place of that for first visits: then it may not be the first. */
    static Visiting corrected(Reply reply, Told told) {
        Visiting visit = reply.errand().visit();
        boolean forNew = visit.type()
                .flatMap(reply.services()::visitType)
                .map(type -> type.patients() == VisitType.Patients.NEW)
                .orElse(false);
        boolean notForNew = told.visitType()
                .flatMap(reply.services()::visitType)
                .map(type -> !type.patients().admits(true))
                .orElse(false);
        Visiting now = changed(visit, told);
        return forNew && notForNew ? now.firstUnknown() : now;
    }

    /** "I still want the checkup": it is gone on with. */
    static boolean wantedStill(Reply reply, Input.Said said) {
        Errand errand = reply.errand();
        if (!errand.is(Job.BOOK) || errand.visit().type().isEmpty() || !Phrases.any(said.words(), STILL)) {
            return false;
        }
        boolean closed = reply.stage().yesOrNo() || reply.stage() == Stage.CHOICE;
        boolean answers = reply.stage() == Stage.WHICH
                || reply.stage() == Stage.CHANGE
                || (closed && Answers.yesNo(said) != YesNo.UNCLEAR);
        if (answers) {
            return false;
        }
        Told told = Told.in(said.words(), reply.services(), reply.here(), false);
        boolean named = told.visitType().equals(errand.visit().type()) || speaksOfOne(said.words());
        return named && told.when().isEmpty() && !told.providers().any();
    }

    /** "I still want the checkup", to whom only a message would be taken: who comes back from an emergency. */
    static boolean wantedAfterAll(Reply reply, Input.Said said) {
        return !reply.errand().active()
                && reply.stage().ofMessage()
                && !reply.stage().story()
                && reply.services().books()
                && Phrases.any(said.words(), STILL)
                && Phrases.any(said.words(), WANTED)
                && (reply.services().visits().in(said.words()).isPresent() || speaksOfOne(said.words()));
    }

    /** Whether the word for it is among the words. */
    static boolean speaksOfOne(List<String> words) {
        return Phrases.any(words, BOOKED);
    }

    /** The caller says yes to all of it. */
    static Step agreed(Reply reply) {
        Errand errand = reply.errand();
        Visiting visit = errand.visit();
        if (visit.hold().isEmpty()) {
            return Errands.next(reply);
        }
        boolean unproven = errand.who().proven(Job.BOOK.task()).isEmpty();
        Level level = Job.BOOK.task().level(reply.services().identity());
        boolean staff = level == Level.STAFF
                || (unproven && (level == Level.FACTOR || errand.who().other()));
        Change.Book book = new Change.Book(
                visit.hold().get(),
                errand.who().claim(reply.form(), reply.callerNumber()),
                // Who says that they are new is never taken for somebody on file: it would tell that they are.
                visit.firstVisit().orElse(false)
                        ? Optional.empty()
                        : errand.who().patient(),
                visit.firstVisit().orElse(false),
                visit.sameDay(),
                staff,
                // Who would not have a call at any number is not called at the one they call from.
                reply.form().callBack().or(reply::callerNumber).filter(number -> !number.isBlank()),
                Optional.empty());
        return reply.understood().commit(new Request.InBook(book), Stage.FURTHER);
    }
}

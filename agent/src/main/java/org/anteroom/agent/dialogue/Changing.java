package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.reception.Change;
import org.anteroom.agent.practice.reception.Standing;
import org.anteroom.agent.words.SpokenShift;
import org.anteroom.agent.words.SpokenWhen;
import org.anteroom.agent.words.When;

/**
 * An appointment that there is: moved, cancelled or confirmed at once by who has shown who they are, else passed to staff in the
 * same words whether or not the patient is on file.
 *
 * <pre>
 *   NAME, BIRTH -> PIN -> (known?) -> WHICH -> CONFIRM_CANCEL | CONFIRM_COMING | WHEN -> CHOICE -> CONFIRM_MOVE -> (done)
 *                              `-> staff: WHICH_VISIT, WHEN, number -> (saved)
 * </pre>
 */
final class Changing {
    private static final Set<String> TO = Set.of("to", "for", "until", "till", "something");
    /** "Could I come Friday instead", "can we do three". */
    private static final Set<String> INSTEAD = Set.of("come", "do", "have", "get", "on", "be", "try", "make");
    /** What is for a time that it has: "my appointment for Friday". */
    private static final Set<String> OF = Set.of(
            "appointment", "visit", "from", "cleaning", "checkup", "session", "exam", "scheduled", "booked", "set");
    /** What is named behind these is how it is: "I need to move my Friday". */
    private static final Set<String> HAD =
            Set.of("my", "our", "his", "her", "their", "move", "change", "reschedule", "switch", "push", "cancel");
    /** Words that may stand between a "to" and the time: "to like", "to sometime", "to any". */
    private static final int LEADING = 2;

    private static final Set<String> OWN = Set.of("my", "our", "his", "her", "their", "existing");
    private static final int OWNED = 4;

    private static final List<String> ALL =
            List.of(" both ", " all of them ", " all three ", " all of those ", " every one ", " each of ");

    private static final List<String> GIVEN_UP =
            List.of(" never mind ", " nevermind ", " forget it ", " forget about it ");

    private static final List<String> KEPT = List.of(
            " leave it ",
            " keep it ",
            " keep the ",
            " keep my ",
            " as it is ",
            " the way it is ",
            " the one i have ",
            " the one i had ");

    private Changing() {}

    /** What was told with the wish: of when the appointment is, and to when, or how much later or earlier, it should be. */
    static Reply told(Reply reply, Input.Said said, Told told) {
        Errand errand = reply.errand();
        boolean moves = errand.is(Job.RESCHEDULE);
        Visiting visit = errand.visit();
        visit = told.visitType().map(visit::of).orElse(visit);
        Optional<SpokenShift.Found> shift = moves ? SpokenShift.find(said.words(), false) : Optional.empty();
        List<String> words =
                shift.map(found -> LaterOrEarlier.without(said.words(), found)).orElse(said.words());
        Optional<Preference> to = moves ? moved(reply, words) : Optional.empty();
        Optional<Preference> of =
                to.isPresent() ? before(reply, words) : when(reply, words).or(() -> reason(reply, words));
        if (to.isEmpty() && shift.isPresent()) {
            visit = visit.by(shift.get().shift());
        }
        visit = to.isPresent() ? visit.when(to.get()) : visit;
        if (of.isPresent()) {
            Preference named = of.get().named();
            visit = visit.which(named);
            // Who can't come then won't have another hour of that day either, unless they ask for it.
            visit = moves && Hindrance.in(words) ? visit.never(named.windows()) : visit;
        }
        if (told.providers().any()) {
            visit = visit.providers(told.providers().with(), told.providers().without());
        }
        return reply.visit(visit);
    }

    /** "My ride fell through for Monday, so ...": what was only the reason tells of the appointment. */
    private static Optional<Preference> reason(Reply reply, List<String> words) {
        int so = words.contains("so") ? words.indexOf("so") : words.size();
        return Hindrance.in(words) ? when(reply, Hindrance.happened(words.subList(0, so))) : Optional.empty();
    }

    /** "Move my Friday appointment to Monday": a time that stands right behind the last "to". */
    private static Optional<Preference> moved(Reply reply, List<String> words) {
        return at(reply, words).flatMap(to -> target(reply, words, to));
    }

    /** "From Friday" is the one on Friday. */
    private static Optional<Preference> before(Reply reply, List<String> words) {
        return at(reply, words)
                .map(to -> words.subList(0, to).stream()
                        .map(word -> word.equals("from") ? "on" : word)
                        .toList())
                .flatMap(of -> when(reply, of));
    }

    private static Optional<Integer> at(Reply reply, List<String> words) {
        for (int at = words.size() - 2; at > 0; at--) {
            if (target(reply, words, at).isPresent()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** "I need to reschedule my cleaning on Friday" has none: Friday is when it is. */
    private static Optional<Preference> target(Reply reply, List<String> words, int at) {
        boolean instead =
                Hindrance.proposed(words, at) || (INSTEAD.contains(words.get(at)) && words.contains("instead"));
        // "Reschedule my cleaning for the eighth" after "I can't make the first".
        boolean of = words.get(at).equals("for")
                && (!Hindrance.wished(words, at)
                        || (OF.contains(words.get(at - 1))
                                && when(reply, words.subList(0, at)).isEmpty()));
        if (of || !(instead || TO.contains(words.get(at)))) {
            return Optional.empty();
        }
        List<String> after = words.subList(at + 1, words.size());
        Optional<When> when = SpokenWhen.find(after, reply.here())
                .filter(found -> found.from() <= LEADING)
                .filter(found -> after.subList(0, found.from()).stream().noneMatch(HAD::contains))
                .filter(found -> !Hindrance.before(words, at + found.from()))
                .map(SpokenWhen.Found::when);
        // Among so few words, in the place of a time, mere numbers are one: "on the second instead".
        boolean mere = when.isEmpty() && instead && !Hindrance.before(words, at);
        return (mere ? SpokenWhen.of(after, reply.here()) : when)
                .map(found -> Preference.of(found, after, reply.here()))
                .filter(Preference::narrows);
    }

    private static Optional<Preference> when(Reply reply, List<String> words) {
        return Told.in(words, reply.services(), reply.here(), false).when();
    }

    static Step next(Reply reply, Job job) {
        Optional<Stage> missing = Identifying.missing(reply);
        if (missing.isPresent()) {
            return reply.ask(missing.get());
        }
        Who who = reply.errand().who();
        if (job.task().level(reply.services().identity()) == Level.STAFF) {
            return Errands.staff(reply, TemplateId.TAKING_CHANGE);
        }
        Optional<Step> factor = Identifying.factor(reply, job);
        if (factor.isPresent()) {
            return factor.get();
        }
        Optional<Standing> standing = who.standing(job.task());
        if (standing.isEmpty()) {
            return Identifying.lookUp(reply, job);
        }
        return standing.get() instanceof Standing.Proven proven
                ? proven(reply, job, proven)
                : Identifying.again(reply, job).orElseGet(() -> Errands.staff(reply, TemplateId.TAKING_CHANGE));
    }

    private static Step proven(Reply reply, Job job, Standing.Proven proven) {
        Visiting visit = reply.errand().visit();
        if (visit.moving().isEmpty()) {
            return which(reply, job, proven.upcoming());
        }
        if (visit.by().isPresent()) {
            return proven(reply.visit(visit.shifted(reply.services().zone())), job, proven);
        }
        return switch (job) {
            case CANCEL -> reply.ask(Stage.CONFIRM_CANCEL);
            case CONFIRM -> reply.ask(Stage.CONFIRM_COMING);
            default -> visit.hold().isPresent() ? reply.ask(Stage.CONFIRM_MOVE) : Booking.time(reply);
        };
    }

    private static Step which(Reply reply, Job job, List<Appointment> upcoming) {
        if (upcoming.isEmpty()) {
            return Errands.staff(reply.say(TemplateId.NO_VISIT), TemplateId.TAKING_CHANGE);
        }
        List<Appointment> fitting = fitting(reply, upcoming);
        if (fitting.size() == 1) {
            return next(reply.visit(reply.errand().visit().about(fitting.get(0))), job);
        }
        return reply.ask(Stage.WHICH);
    }

    /** Those that what was told fits; all where it fits none. */
    private static List<Appointment> fitting(Reply reply, List<Appointment> upcoming) {
        Visiting visit = reply.errand().visit();
        List<Appointment> fitting = upcoming.stream()
                .filter(each -> visit.type()
                        .map(type -> type.equals(each.time().visitType()))
                        .orElse(true))
                .filter(each -> visit.with().isEmpty()
                        || visit.with().contains(each.time().provider()))
                .filter(each -> visit.which()
                        .map(told -> Picked.fits(told, each.time(), reply.services()))
                        .orElse(true))
                .toList();
        return fitting.isEmpty() ? upcoming : fitting;
    }

    /** "Back a week", asked to when: counted from when it is. */
    static Optional<Preference> shifted(Reply reply, Input.Said said) {
        return reply.errand()
                .visit()
                .moving()
                .flatMap(now -> LaterOrEarlier.by(said.words(), List.of(now.time()), reply.services(), reply.here()));
    }

    /** Whether an appointment is meant that there is, not one that is being made: "reschedule", "move my Friday visit". */
    static boolean ofOne(Reply reply, List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            if (!OWN.contains(words.get(at))) {
                continue;
            }
            List<String> owned = words.subList(at + 1, Math.min(words.size(), at + OWNED));
            if (owned.stream().anyMatch(OF::contains)
                    || reply.services().visits().in(owned).isPresent()) {
                return true;
            }
        }
        return words.contains("reschedule") || words.contains("rescheduled");
    }

    /** Which of several it is about. */
    static Step picked(Reply reply, Job job, Input.Said said) {
        List<Appointment> upcoming = ErrandQuestion.upcoming(reply);
        if (upcoming.isEmpty()) {
            return Errands.next(reply);
        }
        List<Offer> offers = upcoming.stream().map(Appointment::time).toList();
        if (every(said.words())) {
            Reply noted = reply.understood().form(reply.form().adding(Requests.text(said), said.clip()));
            return Errands.staff(noted.visit(noted.errand().visit().which(Preference.ANY)), TemplateId.TAKING_CHANGE);
        }
        Picked picked = Picked.of(said, offers, reply.services(), reply.here());
        Optional<String> type =
                Told.in(said.words(), reply.services(), reply.here(), true).visitType();
        List<Appointment> typed = upcoming.stream()
                .filter(each -> type.equals(Optional.of(each.time().visitType())))
                .toList();
        Optional<Appointment> one = picked instanceof Picked.One chosen
                ? upcoming.stream()
                        .filter(each -> each.time().equals(chosen.offer()))
                        .findFirst()
                : typed.size() == 1 ? Optional.of(typed.get(0)) : Optional.empty();
        return one.isPresent()
                ? next(reply.understood().visit(reply.errand().visit().about(one.get())), job)
                : Mending.missed(reply);
    }

    /** One at a time is changed here; several at once are for staff. */
    private static boolean every(List<String> words) {
        return Phrases.any(words, ALL);
    }

    /** "Never mind": where nothing else is wished with it, whatever was being looked for is not wanted any more. */
    static boolean givesUp(List<String> words) {
        return Phrases.any(words, GIVEN_UP);
    }

    /** "Leave it as it is": what there is stays, and no other time is wanted. */
    static boolean keeps(List<String> words) {
        return Phrases.any(words, KEPT);
    }

    /** The caller says yes to it. */
    static Step agreed(Reply reply, Job job) {
        Visiting visit = reply.errand().visit();
        if (visit.moving().isEmpty()) {
            return Errands.next(reply);
        }
        String appointment = visit.moving().get().id();
        // The book changes an appointment for its own patient only: for whoever was not proven it changes none.
        String patient = reply.errand()
                .who()
                .proven(job.task())
                .map(Standing.Proven::patient)
                .orElse("");
        Change change =
                switch (job) {
                    case CANCEL -> new Change.Cancel(patient, appointment);
                    case CONFIRM -> new Change.Confirm(patient, appointment);
                    default -> new Change.Move(
                            patient, appointment, visit.hold().orElseThrow());
                };
        return reply.understood().commit(new Request.InBook(change), Stage.FURTHER);
    }

    /** Everything stays as it was. */
    static Step stays(Reply reply) {
        Reply told = reply.understood().say(TemplateId.VISIT_STAYS);
        return told.errand().ofCallBack()
                ? Withdrawn.withStaff(told)
                : Errands.over(told).ask(Stage.FURTHER);
    }
}

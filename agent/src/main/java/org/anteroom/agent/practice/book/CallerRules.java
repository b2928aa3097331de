package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.Optional;
import org.anteroom.agent.config.BookingConfig.LateCancel;
import org.anteroom.agent.config.VisitType;

/** What a caller may not book or change, whoever has the time. Pure. */
final class CallerRules {
    private CallerRules() {}

    /** What is against it before anybody looks who has the time; staff may book as they like. */
    static Optional<Refusal> refusal(
            Timetable current, Slots.Place place, boolean newPatient, boolean sameDay, Asker asker, Instant now) {
        Offer offer = place.offer();
        Optional<VisitType> visit = current.visitType(offer.visitType());
        if (visit.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_VISIT_TYPE);
        }
        if (current.provider(offer.provider()).isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_PROVIDER);
        }
        if (asker.staff()) {
            return Optional.empty();
        }
        SlotSearch search = new SlotSearch(current);
        // What is held was offered in time; thinking about it is no reason to refuse it.
        Instant earliest = place.hold().isPresent() ? now : search.earliest(now, sameDay);
        return current.refusal(offer.visitType(), newPatient)
                .or(() -> current.providersOf(visit.get()).stream()
                                .noneMatch(each -> each.id().equals(offer.provider()))
                        ? Optional.of(Refusal.UNKNOWN_PROVIDER)
                        : Optional.empty())
                .or(() -> search.fits(offer, now, earliest) ? Optional.empty() : Optional.of(Refusal.NOT_OFFERED));
    }

    /**
     * Whether a visit is for other patients than this one as the book knows them. Who has been here is no new patient whatever
     * they say; who was enrolled by a call and has not been here is one; of others, whose visits another system has, only they can
     * tell. Staff look at it: a caller who is refused would know whether somebody is a patient.
     *
     * @param beenHere whether the patient has had an appointment before
     */
    static boolean doubted(Timetable current, Offer offer, Patient patient, boolean beenHere, Visit visit) {
        boolean enrolledByCall = patient.details().externalId().isEmpty();
        boolean isNew = !beenHere && (enrolledByCall || visit.newPatient());
        return current.visitType(offer.visitType())
                .map(type -> !type.patients().admits(isNew))
                .orElse(false);
    }

    /** What is against changing an appointment; of staff the rules about notice ask nothing. */
    static Optional<Refusal> refusal(Timetable timetable, Optional<Appointment> found, Asker asker, Instant now) {
        if (found.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_APPOINTMENT);
        }
        Appointment appointment = found.get();
        if (!appointment.state().open()
                || (!asker.staff() && !now.isBefore(appointment.time().start()))) {
            return Optional.of(Refusal.OVER);
        }
        boolean barred = !asker.staff()
                && timetable.rules().lateCancel() == LateCancel.STAFF
                && late(timetable, appointment, now);
        return barred ? Optional.of(Refusal.TOO_LATE) : Optional.empty();
    }

    /** Whether it is within the practice's notice. */
    static boolean late(Timetable timetable, Appointment appointment, Instant now) {
        return now.isAfter(appointment.time().start().minus(timetable.rules().cancelNotice()));
    }
}

package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.VisitType.ByPhone;
import org.anteroom.agent.practice.book.BookAnswer.Done;
import org.anteroom.agent.practice.book.Taken.Change;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Unit;
import org.anteroom.agent.records.Vault;
import org.jdbi.v3.core.Handle;

/**
 * The steps of the book within one transaction: rows, cells and the audit trail together. On the writer's thread.
 *
 * <pre>
 *   booked   = cells of its time, holder: the appointment
 *   moved    = old cells freed, new ones taken, old row cancelled, new row: one transaction
 *   cancelled, noshow = no cells
 * </pre>
 */
final class Ledger {
    /**
     * What a step did.
     *
     * @param changes of what is taken
     */
    record Entry(BookAnswer answer, List<Change> changes) {
        static Entry refused(Refusal why) {
            return new Entry(BookAnswer.refused(why), List.of());
        }
    }

    private final AppointmentTable appointments;
    private final Slots slots = new Slots();
    private final PatientTable patients;

    Ledger(Vault vault, LookupKey key) {
        this.appointments = new AppointmentTable(vault, key);
        this.patients = new PatientTable(vault, key);
    }

    AppointmentTable appointments() {
        return appointments;
    }

    Slots slots() {
        return slots;
    }

    PatientTable patients() {
        return patients;
    }

    /** @param id of the appointment to be */
    Entry book(Unit unit, Timetable timetable, String id, Slots.Place place, Visit visit, Asker asker, Instant now) {
        Optional<Patient> patient = patients.byId(unit.handle(), visit.patient());
        if (patient.isEmpty()) {
            return Entry.refused(Refusal.UNKNOWN_PATIENT);
        }
        boolean doubted = !asker.staff()
                && CallerRules.doubted(
                        timetable,
                        place.offer(),
                        patient.get(),
                        appointments.beenHere(unit.handle(), visit.patient(), now),
                        visit);
        boolean confidential = visit.confidential() || patient.get().details().confidential();
        Appointment fresh =
                appointment(unit, timetable, id, place, doubted ? visit.ifApproved() : visit, confidential, asker, now);
        Entry entry = book(unit, timetable, fresh, place, asker);
        if (doubted && entry.answer() instanceof BookAnswer.Done) {
            unit.audit(new AuditEntry(now, asker.actor(), "identity.doubted", visit.patient()));
        }
        return entry;
    }

    /** The same for somebody who isn't on file; who can't have the time isn't put there. */
    Entry enrolAndBook(
            Unit unit,
            Timetable timetable,
            String id,
            Slots.Place place,
            PatientDetails who,
            Visit visit,
            Asker asker,
            Instant now) {
        Optional<Patient> before = newcomer(unit.handle(), who, now);
        Visit mine = before.map(visit::of).orElse(visit);
        boolean confidential = mine.confidential() || who.confidential();
        Appointment fresh = appointment(unit, timetable, id, place, mine, confidential, asker, now);
        Optional<Refusal> refusal = taken(unit, timetable, fresh, place, asker);
        if (refusal.isPresent()) {
            return Entry.refused(refusal.get());
        }
        if (before.isEmpty()) {
            unit.audit(new AuditEntry(now, asker.actor(), "patient.enrol", mine.patient()));
            patients.insert(unit.handle(), mine.patient(), who, now);
        }
        if (!visit.newPatient()) {
            unit.audit(new AuditEntry(now, asker.actor(), "identity.unmatched", mine.patient()));
        }
        return enter(unit, fresh, timetable.cells(place.offer()), asker, "appointment." + made(fresh));
    }

    /** Whoever was enrolled by a call under that name and has not been here since. */
    private Optional<Patient> newcomer(Handle handle, PatientDetails who, Instant now) {
        List<Patient> known = who.name().isBlank() ? List.of() : known(handle, who);
        return known.size() == 1
                ? known.stream()
                        .filter(each ->
                                each.details().externalId().isEmpty() && !appointments.beenHere(handle, each.id(), now))
                        .findFirst()
                : Optional.empty();
    }

    /** An animal by its owner's number and name and its own, anybody else by name and birth. */
    private List<Patient> known(Handle handle, PatientDetails who) {
        List<Patient> alike = who.animal().isPresent()
                ? who.phone().map(phone -> patients.byPhone(handle, phone)).orElse(List.of())
                : who.birth()
                        .map(birth -> patients.byNameAndBirth(handle, who.name(), birth))
                        .orElse(List.of());
        return alike.stream()
                .filter(each ->
                        LookupKey.plainName(each.details().shownName()).equals(LookupKey.plainName(who.shownName())))
                .toList();
    }

    private Appointment appointment(
            Unit unit,
            Timetable timetable,
            String id,
            Slots.Place place,
            Visit visit,
            boolean confidential,
            Asker asker,
            Instant now) {
        return new Appointment(
                appointments.nextNumber(unit.handle()),
                id,
                visit.patient(),
                place.offer(),
                visit.approve() && !asker.staff()
                        ? AppointmentState.PROPOSED
                        : firstState(timetable, place.offer(), asker),
                confidential,
                now,
                Optional.empty(),
                false,
                Optional.empty(),
                visit.reason(),
                Optional.empty());
    }

    private Entry book(Unit unit, Timetable timetable, Appointment fresh, Slots.Place place, Asker asker) {
        return taken(unit, timetable, fresh, place, asker)
                .map(Entry::refused)
                .orElseGet(
                        () -> enter(unit, fresh, timetable.cells(place.offer()), asker, "appointment." + made(fresh)));
    }

    /** Takes the time of an appointment to be; why not, when it can't be had. */
    private Optional<Refusal> taken(Unit unit, Timetable timetable, Appointment fresh, Slots.Place place, Asker asker) {
        Cells cells = timetable.cells(place.offer());
        if (!asker.staff() && slots.out(unit.handle(), place.offer(), cells)) {
            return Optional.of(Refusal.NOT_OFFERED);
        }
        return slots.claim(unit.handle(), place, cells, Slots.NOBODY, fresh.number(), fresh.madeAt())
                ? Optional.empty()
                : Optional.of(Refusal.TAKEN);
    }

    private Entry enter(Unit unit, Appointment fresh, Cells cells, Asker asker, String action) {
        appointments.insert(unit.handle(), fresh, cells);
        unit.audit(new AuditEntry(fresh.madeAt(), asker.actor(), action, fresh.id()));
        return new Entry(
                new Done(fresh, false), List.of(new Change(true, fresh.time().resources(), cells)));
    }

    private static String made(Appointment fresh) {
        return fresh.state() == AppointmentState.PROPOSED ? "propose" : "book";
    }

    private static AppointmentState firstState(Timetable timetable, Offer offer, Asker asker) {
        boolean approved = asker.staff()
                || timetable
                        .visitType(offer.visitType())
                        .map(type -> type.byPhone() == ByPhone.OPEN)
                        .orElse(false);
        return approved ? AppointmentState.BOOKED : AppointmentState.PROPOSED;
    }

    /** @param freshId of the appointment that takes its place */
    Entry move(Unit unit, Timetable timetable, String id, String freshId, Slots.Place to, Asker asker, Instant now) {
        Handle handle = unit.handle();
        Optional<Appointment> found = found(handle, id, asker);
        Optional<Refusal> refusal = CallerRules.refusal(timetable, found, asker, now);
        if (refusal.isPresent()) {
            return Entry.refused(refusal.get());
        }
        Appointment old = found.orElseThrow();
        boolean late = CallerRules.late(timetable, old, now) && !asker.staff();
        Cells before = appointments.cells(handle, old);
        Cells after = timetable.cells(to.offer());
        if (!asker.staff() && slots.out(handle, to.offer(), after)) {
            return Entry.refused(Refusal.NOT_OFFERED);
        }
        Appointment fresh = new Appointment(
                appointments.nextNumber(handle),
                freshId,
                old.patient(),
                to.offer(),
                old.state() == AppointmentState.BOOKED ? firstState(timetable, to.offer(), asker) : old.state(),
                old.confidential(),
                now,
                Optional.empty(),
                false,
                Optional.empty(),
                old.reason(),
                old.externalId());
        if (!slots.claim(handle, to, after, old.number(), fresh.number(), now)) {
            return Entry.refused(Refusal.TAKEN);
        }
        appointments.update(handle, old.left(late, Optional.of(freshId)), now);
        appointments.dropExternalId(handle, old);
        enter(unit, fresh, after, asker, "appointment.move");
        unit.audit(new AuditEntry(now, asker.actor(), "appointment.leave", old.id()));
        return new Entry(
                new Done(fresh, late),
                List.of(
                        new Change(false, old.time().resources(), before),
                        new Change(true, fresh.time().resources(), after)));
    }

    Entry cancel(Unit unit, Timetable timetable, String id, Asker asker, Instant now) {
        Optional<Appointment> found = found(unit.handle(), id, asker);
        Optional<Refusal> refusal = CallerRules.refusal(timetable, found, asker, now);
        if (refusal.isPresent()) {
            return Entry.refused(refusal.get());
        }
        boolean late = CallerRules.late(timetable, found.orElseThrow(), now) && !asker.staff();
        return step(unit, found.orElseThrow().left(late, Optional.empty()), asker, now, "cancel");
    }

    Entry confirm(Unit unit, String id, Asker asker, Instant now) {
        Optional<Appointment> found = found(unit.handle(), id, asker);
        if (found.isEmpty()) {
            return Entry.refused(Refusal.UNKNOWN_APPOINTMENT);
        }
        Appointment appointment = found.get();
        if (!appointment.state().open()) {
            return Entry.refused(Refusal.OVER);
        }
        if (appointment.state() == AppointmentState.BOOKED) {
            return step(unit, appointment.confirmed(now), asker, now, "confirm");
        }
        return asker.staff()
                ? step(unit, appointment.in(AppointmentState.BOOKED), asker, now, "approve")
                : Entry.refused(Refusal.NOT_APPROVED);
    }

    Entry mark(Unit unit, String id, AppointmentState next, Asker asker, Instant now) {
        Optional<Appointment> found = found(unit.handle(), id, asker);
        if (found.isEmpty()) {
            return Entry.refused(Refusal.UNKNOWN_APPOINTMENT);
        }
        if (!asker.staff()) {
            return Entry.refused(Refusal.STAFF_ONLY);
        }
        return found.get().state().leadsTo(next)
                ? step(unit, found.get().in(next), asker, now, next.word())
                : Entry.refused(Refusal.OVER);
    }

    /** Stores a step; gives its cells back when it needs them no more. */
    private Entry step(Unit unit, Appointment changed, Asker asker, Instant now, String action) {
        Cells cells = appointments.cells(unit.handle(), changed);
        appointments.update(unit.handle(), changed, now);
        unit.audit(new AuditEntry(now, asker.actor(), "appointment." + action, changed.id()));
        if (changed.state().occupies()) {
            return new Entry(new Done(changed, changed.late()), List.of());
        }
        slots.occupied().free(unit.handle(), changed.number());
        return new Entry(
                new Done(changed, changed.late()),
                List.of(new Change(false, changed.time().resources(), cells)));
    }

    private Optional<Appointment> found(Handle handle, String id, Asker asker) {
        return appointments.byId(handle, id).filter(asker::mayChange);
    }
}

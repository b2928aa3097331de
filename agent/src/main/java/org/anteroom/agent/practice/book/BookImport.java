package org.anteroom.agent.practice.book;

import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anteroom.agent.practice.book.Taken.Change;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.Unit;
import org.jdbi.v3.core.Handle;

/**
 * Brings rows of another system into the book within one transaction: all of them or none. Rows are known again by their
 * external id, so that the same file a second time changes nothing. On the writer's thread.
 */
final class BookImport {
    /** What was imported. */
    record Done(ImportReport report, List<Change> changes) {}

    /** Undoes the transaction: something is wrong with a row, or it was only a try. */
    static final class Undone extends StoreException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient ImportReport report;

        Undone(ImportReport report) {
            super("The import was not carried out.");
            this.report = report;
        }

        ImportReport report() {
            return report;
        }
    }

    /** A row, what it stands for, and what was there before. */
    private record Wanted(long line, Optional<Appointment> before, Appointment after, Cells cells) {
        boolean same() {
            return before.filter(old -> old.patient().equals(after.patient())
                            && old.time().equals(after.time())
                            && old.state() == after.state()
                            && old.confidential() == after.confidential()
                            && old.reason().equals(after.reason()))
                    .isPresent();
        }

        /** Nobody books where it is over already. */
        boolean occupies(Instant now) {
            return after.state().occupies() && after.time().end().isAfter(now);
        }
    }

    private final Ledger ledger;
    private final Asker asker;
    private final Instant now;

    BookImport(Ledger ledger, Asker asker, Instant now) {
        this.ledger = ledger;
        this.asker = asker;
        this.now = now;
    }

    /** @param read what is wrong with the rows by themselves; those that are right are judged all the same, and nothing stays */
    Done patients(Unit unit, List<PatientCsv.Row> rows, List<RowProblem> read) {
        List<RowProblem> problems = new ArrayList<>(read);
        int added = 0;
        int same = 0;
        for (PatientCsv.Row row : rows) {
            Optional<Patient> known = known(unit.handle(), row);
            if (known.isEmpty()
                    && row.details().externalId().isEmpty()
                    && row.id().isPresent()) {
                problems.add(new RowProblem(
                        row.line(), "id", "there is no such patient; for a new one write an external-id instead"));
            } else if (!row.right()) {
                continue;
            } else if (known.isEmpty()) {
                Patient fresh = ledger.patients()
                        .insert(unit.handle(), UUID.randomUUID().toString(), row.details(), now);
                audit(unit, "patient.enrol", fresh.id());
                added++;
            } else if (known.get().details().equals(row.details())) {
                same++;
            } else {
                Patient old = known.get();
                ledger.patients().update(unit.handle(), new Patient(old.number(), old.id(), row.details()), now);
                audit(unit, "patient.change", old.id());
            }
        }
        return finished(added, rows.size() - added - same, same, problems, List.of(), List.of());
    }

    private Optional<Patient> known(Handle handle, PatientCsv.Row row) {
        return row.details()
                .externalId()
                .flatMap(external -> ledger.patients().byExternalId(handle, external))
                .or(() -> row.id().flatMap(id -> ledger.patients().byId(handle, id)));
    }

    /**
     * First what changes lets go of its time, then each takes its own: so two may change places.
     *
     * @param read what is wrong with the rows by themselves; the rest is judged all the same, and nothing stays
     */
    Done appointments(Unit unit, Timetable timetable, List<AppointmentCsv.Row> rows, List<RowProblem> read) {
        Handle handle = unit.handle();
        List<RowProblem> problems = new ArrayList<>(read);
        List<Wanted> wanted = wanted(handle, timetable, rows, problems);
        List<Wanted> changing = wanted.stream().filter(each -> !each.same()).toList();
        List<Change> changes = new ArrayList<>();
        ledger.slots().occupied().sweep(handle, now);
        for (Wanted each : changing) {
            each.before().ifPresent(old -> {
                if (old.state().occupies()) {
                    changes.add(new Change(
                            false, old.time().resources(), ledger.appointments().cells(handle, old)));
                }
                ledger.slots().occupied().free(handle, old.number());
            });
        }
        for (Wanted each : changing) {
            store(unit, each, changes, problems);
        }
        int added =
                (int) changing.stream().filter(each -> each.before().isEmpty()).count();
        List<RowProblem> notices = wanted.stream()
                .filter(each -> each.occupies(now))
                .flatMap(each -> timetable.outside(each.after().time()).stream()
                        .map(sentence -> new RowProblem(each.line(), "start", sentence)))
                .toList();
        return finished(added, changing.size() - added, wanted.size() - changing.size(), problems, changes, notices);
    }

    private List<Wanted> wanted(
            Handle handle, Timetable timetable, List<AppointmentCsv.Row> rows, List<RowProblem> problems) {
        List<Wanted> wanted = new ArrayList<>();
        long number = ledger.appointments().nextNumber(handle);
        for (AppointmentCsv.Row row : rows) {
            Optional<Appointment> before = row.externalId()
                    .flatMap(external -> ledger.appointments().byExternalId(handle, external))
                    .or(() -> row.id().flatMap(id -> ledger.appointments().byId(handle, id)));
            Optional<Patient> patient = ledger.patients()
                    .byExternalId(handle, row.patient())
                    .or(() -> ledger.patients().byId(handle, row.patient()));
            if (before.isEmpty() && row.externalId().isEmpty() && row.id().isPresent()) {
                problems.add(new RowProblem(
                        row.line(), "id", "there is no such appointment; for a new one write an external-id instead"));
            }
            if (patient.isEmpty() && !row.patient().isEmpty()) {
                problems.add(new RowProblem(
                        row.line(), "patient", "there is no patient with that external-id; import the patients first"));
            }
            if (patient.isEmpty() || row.time().isEmpty()) {
                // Nobody knows its new time: that its old one is taken says nothing of the other rows.
                before.ifPresent(old -> ledger.slots().occupied().free(handle, old.number()));
                continue;
            }
            Offer time = row.time().get();
            long own = before.map(Appointment::number).orElse(number);
            number += before.isPresent() ? 0 : 1;
            Appointment after = new Appointment(
                    own,
                    before.map(Appointment::id)
                            .orElseGet(() -> UUID.randomUUID().toString()),
                    patient.get().id(),
                    time,
                    row.state(),
                    row.confidential(),
                    before.map(Appointment::madeAt).orElse(now),
                    before.flatMap(Appointment::confirmedAt),
                    before.map(Appointment::late).orElse(false),
                    before.flatMap(Appointment::movedTo),
                    row.reason(),
                    before.flatMap(Appointment::externalId).or(row::externalId));
            wanted.add(new Wanted(row.line(), before, after, timetable.cells(time)));
        }
        return wanted;
    }

    private void store(Unit unit, Wanted each, List<Change> changes, List<RowProblem> problems) {
        Appointment after = each.after();
        if (each.occupies(now)) {
            if (!ledger.slots()
                    .occupied()
                    .free(unit.handle(), after.time().resources(), each.cells(), after.number(), Slots.NOBODY)) {
                problems.add(new RowProblem(
                        each.line(),
                        "start",
                        "another appointment has the provider or the room at that time, or its buffer; give one of them"
                                + " another time"));
                return;
            }
            ledger.slots()
                    .occupied()
                    .take(unit.handle(), after.time().resources(), each.cells(), after.number(), Slots.NOBODY);
            changes.add(new Change(true, after.time().resources(), each.cells()));
        }
        if (each.before().isPresent()) {
            ledger.appointments().replace(unit.handle(), after, each.cells(), now);
        } else {
            ledger.appointments().insert(unit.handle(), after, each.cells());
        }
        audit(unit, "appointment.import", after.id());
    }

    private static Done finished(
            int added,
            int changed,
            int same,
            List<RowProblem> problems,
            List<Change> changes,
            List<RowProblem> notices) {
        if (!problems.isEmpty()) {
            throw new Undone(ImportReport.refused(problems.stream()
                    .sorted(Comparator.comparingLong(RowProblem::line))
                    .toList()));
        }
        return new Done(new ImportReport(added, changed, same, List.of(), notices), changes);
    }

    private void audit(Unit unit, String action, String subject) {
        unit.audit(new AuditEntry(now, asker.actor(), action, subject));
    }
}

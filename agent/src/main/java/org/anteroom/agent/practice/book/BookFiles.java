package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.UnitOfWork;

/**
 * Patients, appointments and providers as files of comma-separated values, in and out. A file is taken as a whole or not at
 * all; everything that is wrong with it is told at once. Any thread.
 */
public final class BookFiles {
    private final LocalBook book;
    private final Store store;
    private final Ledger ledger;

    BookFiles(LocalBook book, Store store, Ledger ledger) {
        this.book = book;
        this.store = store;
        this.ledger = ledger;
    }

    /** @param trial whether nothing is to be changed, whatever the file says */
    public CompletableFuture<ImportReport> importPatients(String csv, boolean trial, Asker asker, Instant now) {
        List<RowProblem> problems = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, book.timetable().zone());
        List<PatientCsv.Row> rows = PatientCsv.read(csv, today, problems);
        return carriedOut(trial, unit -> new BookImport(ledger, asker, now).patients(unit, rows, problems));
    }

    /** The same for appointments, whose patients and providers must be known. */
    public CompletableFuture<ImportReport> importAppointments(String csv, boolean trial, Asker asker, Instant now) {
        List<RowProblem> problems = new ArrayList<>();
        Timetable timetable = book.timetable();
        List<AppointmentCsv.Row> rows = AppointmentCsv.read(csv, timetable, problems);
        return carriedOut(
                trial, unit -> new BookImport(ledger, asker, now).appointments(unit, timetable, rows, problems));
    }

    /** All patients. */
    public CompletableFuture<String> exportPatients(Asker asker, Instant now) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "patient.export", "all"));
            return PatientCsv.write(ledger.patients().all(unit.handle()));
        });
    }

    /** All appointments, cancelled ones too. */
    public CompletableFuture<String> exportAppointments(Asker asker, Instant now) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.export", "all"));
            Map<String, Patient> patients = ledger.patients().all(unit.handle()).stream()
                    .collect(Collectors.toMap(Patient::id, Function.identity()));
            return AppointmentCsv.write(
                    ledger.appointments().all(unit.handle()),
                    patients,
                    book.timetable().zone());
        });
    }

    /**
     * Appointments from today on as a calendar (iCalendar): lines, folded, without their ends.
     *
     * @param provider one alone, or all
     * @param names whether patients' names go with them; those of confidential visits never do
     */
    public CompletableFuture<String> exportCalendar(
            Optional<String> provider, boolean names, Asker asker, Instant now) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.export", "calendar"));
            Map<String, Patient> patients = names
                    ? ledger.patients().all(unit.handle()).stream()
                            .collect(Collectors.toMap(Patient::id, Function.identity()))
                    : Map.of();
            Instant today = LocalDate.ofInstant(now, book.timetable().zone())
                    .atStartOfDay(book.timetable().zone())
                    .toInstant();
            return AppointmentIcs.write(
                    ledger.appointments().all(unit.handle()).stream()
                            .filter(each -> !each.time().end().isBefore(today))
                            .filter(each -> provider.isEmpty()
                                    || provider.get().equals(each.time().provider()))
                            .toList(),
                    patients,
                    now);
        });
    }

    /** Those of the configuration, with their hours; nothing of a patient. */
    public String exportProviders() {
        return ProviderCsv.write(book.timetable().providers());
    }

    private CompletableFuture<ImportReport> carriedOut(boolean trial, UnitOfWork<BookImport.Done> step) {
        return book.imported(unit -> {
                    BookImport.Done done = step.run(unit);
                    if (trial) {
                        throw new BookImport.Undone(done.report());
                    }
                    return done;
                })
                .exceptionally(BookFiles::undone);
    }

    private static ImportReport undone(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof BookImport.Undone undone) {
            return undone.report();
        }
        throw cause instanceof RuntimeException trouble ? trouble : new CompletionException(cause);
    }
}

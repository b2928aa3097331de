package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.BookAnswer;
import org.anteroom.agent.practice.book.BookFiles;
import org.anteroom.agent.practice.book.ImportReport;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.Refusal;

/** Answers what commands ask of the appointment book, as staff. Any thread; blocks until the records answer. */
record BookDesk(LocalBook book, Clock clock) {

    /** @throws Failure when it can't be done, with what to do instead */
    void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        Asker asker = Asker.staff(actor);
        BookFiles files = book.files();
        Instant now = clock.instant();
        boolean trial = request.is("dry-run");
        switch (request.verb()) {
            case LIST_BOOK -> list(request, asker, lines);
            case CANCEL_APPOINTMENT -> cancel(request.number(), asker, lines);
            case IMPORT_PATIENTS -> report(files.importPatients(request.attached(), trial, asker, now), trial, lines);
            case IMPORT_APPOINTMENTS -> report(
                    files.importAppointments(request.attached(), trial, asker, now), trial, lines);
            case EXPORT_PATIENTS -> Desk.await(files.exportPatients(asker, now))
                    .lines()
                    .forEach(lines);
            case EXPORT_APPOINTMENTS -> Desk.await(files.exportAppointments(asker, now))
                    .lines()
                    .forEach(lines);
            case EXPORT_PROVIDERS -> files.exportProviders().lines().forEach(lines);
            case EXPORT_CALENDAR -> export(request, asker, lines);
            case LIST_CALENDARS -> new CalendarDesk(book, clock).list(asker, lines);
            case PROVIDER_OUT, PROVIDER_IN, LIST_PROVIDERS_OUT -> new AbsenceDesk(book, clock)
                    .serve(request, asker, lines);
            case LIST_PATIENTS,
                    SET_PATIENT_PIN,
                    REMOVE_PATIENT_PIN,
                    ADD_PROXY,
                    LIST_PROXIES,
                    REMOVE_PROXY -> new PatientDesk(book, clock).serve(request, asker, lines);
            default -> throw new IllegalArgumentException("not about the book");
        }
    }

    private void export(ControlRequest request, Asker asker, Consumer<String> lines) throws Failure {
        Desk.await(book.files().exportCalendar(provider(request), request.is("names"), asker, clock.instant()))
                .lines()
                .forEach(lines);
    }

    /** The one that was named; empty when none was. */
    private Optional<String> provider(ControlRequest request) throws Failure {
        Optional<String> provider = Optional.of(request.word("provider")).filter(id -> !id.isEmpty());
        if (provider.isPresent() && book.timetable().provider(provider.get()).isEmpty()) {
            throw Failure.failed("There is no provider with that id in the configuration.");
        }
        return provider;
    }

    private void list(ControlRequest request, Asker asker, Consumer<String> lines) throws Failure {
        Instant now = clock.instant();
        LocalDate day = request.word("day").isEmpty()
                ? LocalDate.ofInstant(now, book.timetable().zone())
                : date(request.word("day"));
        Optional<String> provider = provider(request);
        List<Appointment> appointments = Desk.await(book.onDay(day, provider, asker, now));
        Map<String, Patient> patients = Desk.await(book.patients()
                .byIds(appointments.stream().map(Appointment::patient).toList(), asker, now));
        BookLines.list(day, appointments, patients, book.timetable().zone()).forEach(lines);
    }

    private static LocalDate date(String text) throws Failure {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Failure.usage("The day must be a date such as 2026-06-03.");
        }
    }

    private void cancel(long number, Asker asker, Consumer<String> lines) throws Failure {
        Instant now = clock.instant();
        Appointment found = Desk.await(book.byNumber(number, asker, now))
                .orElseThrow(() ->
                        Failure.failed("There is no appointment " + number + "; 'anteroom book list' shows a day's."));
        BookAnswer answer = Desk.await(book.cancel(found.id(), asker, now));
        if (answer instanceof BookAnswer.Refused refused) {
            throw Failure.failed("Appointment " + number + " can't be cancelled: "
                    + (refused.why() == Refusal.OVER ? "it was cancelled before, or is over." : "it is not there."));
        }
        lines.accept("appointment " + number + " is cancelled; its time can be booked again.");
    }

    private static void report(CompletableFuture<ImportReport> answer, boolean trial, Consumer<String> lines)
            throws Failure {
        ImportReport report = Desk.await(answer);
        if (!report.problems().isEmpty()) {
            throw Failure.usage(BookLines.problems(report.problems()));
        }
        BookLines.imported(report, trial).forEach(lines);
    }
}

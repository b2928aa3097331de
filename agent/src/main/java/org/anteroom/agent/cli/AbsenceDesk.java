package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.anteroom.agent.config.WallClock;
import org.anteroom.agent.practice.book.Absence;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Patient;

/** Takes that a provider is out or back, and shows who is out. Any thread; blocks until the records answer. */
record AbsenceDesk(LocalBook book, Clock clock) {
    /** Whoever is away for longer has dates off in the configuration. */
    private static final int MOST_DAYS = 60;

    /** @throws Failure with what is wrong, which then changes nothing */
    void serve(ControlRequest request, Asker asker, Consumer<String> lines) throws Failure {
        switch (request.verb()) {
            case PROVIDER_OUT -> out(request, asker, lines);
            case PROVIDER_IN -> in(request.word("provider"), asker, lines);
            case LIST_PROVIDERS_OUT -> list(lines);
            default -> throw new IllegalArgumentException("not about providers who are out");
        }
    }

    private void out(ControlRequest request, Asker asker, Consumer<String> lines) throws Failure {
        ZoneId zone = book.timetable().zone();
        Instant now = clock.instant();
        LocalDateTime here = WallClock.minute(now, zone);
        LocalDateTime from = request.word("from").isEmpty() ? here : time("--from", request.word("from"));
        LocalDateTime until = time("--until", request.word("until"));
        if (!until.isAfter(from) || !until.isAfter(here)) {
            throw Failure.usage("--until must be later than " + WallClock.written(from.isAfter(here) ? from : here)
                    + ", by the practice's clock.");
        }
        if (until.isAfter(here.plusDays(MOST_DAYS))) {
            throw Failure.usage("--until must be within " + MOST_DAYS
                    + " days; for longer, write the dates into the provider's off in the configuration.");
        }
        String provider = request.word("provider");
        List<Appointment> affected = Desk.await(book.out(
                        provider,
                        from.atZone(zone).toInstant(),
                        until.atZone(zone).toInstant(),
                        asker,
                        now))
                .orElseThrow(() -> Failure.failed("There is no provider with that id in the configuration."));
        Map<String, Patient> patients = Desk.await(book.patients()
                .byIds(affected.stream().map(Appointment::patient).toList(), asker, now));
        lines.accept(provider + " is out from " + WallClock.written(from) + " to " + WallClock.written(until)
                + "; nothing is offered to callers in that time.");
        if (affected.isEmpty()) {
            lines.accept("No appointment lies in it.");
            return;
        }
        lines.accept("Nothing was cancelled. These appointments lie in it; call the patients:");
        BookLines.across(affected, patients, zone).forEach(lines);
    }

    private void in(String provider, Asker asker, Consumer<String> lines) throws Failure {
        if (!Desk.await(book.in(provider, asker, clock.instant()))) {
            throw Failure.failed("No provider with that id is out; 'anteroom book out' shows who is.");
        }
        lines.accept(provider + " is back; their hours count again.");
    }

    private void list(Consumer<String> lines) {
        List<Absence> absences = book.absences(clock.instant());
        if (absences.isEmpty()) {
            lines.accept("Nobody is out; the hours of the configuration count.");
        }
        absences.forEach(each ->
                lines.accept("  " + each.provider() + "  " + written(each.from()) + " to " + written(each.to())));
    }

    private String written(Instant moment) {
        return WallClock.written(
                LocalDateTime.ofInstant(moment, book.timetable().zone()));
    }

    private static LocalDateTime time(String option, String text) throws Failure {
        return WallClock.parse(text)
                .orElseThrow(() -> Failure.usage(
                        option + " must be a date and time by the practice's clock, such as '2026-06-03 17:00'."));
    }
}

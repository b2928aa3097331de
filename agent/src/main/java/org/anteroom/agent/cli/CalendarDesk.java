package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.WallClock;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.Busy;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Patient;

/** Shows what counts of the providers' own calendars, and which appointments lie in it. Any thread; blocks until the records
 *  answer.
 */
record CalendarDesk(LocalBook book, Clock clock) {

    void list(Asker asker, Consumer<String> lines) throws Failure {
        ZoneId zone = book.timetable().zone();
        Instant now = clock.instant();
        List<PracticeProvider> named = book.timetable().providers().stream()
                .filter(provider -> provider.calendar().isPresent())
                .toList();
        if (named.isEmpty()) {
            lines.accept(
                    "No provider has a calendar of their own; practice.provider.calendar in the configuration names it.");
        }
        Map<String, Instant> read = book.calendars().read();
        Map<String, List<Busy>> busy = book.calendars().busy();
        for (PracticeProvider provider : named) {
            List<Busy> coming = busy.getOrDefault(provider.id(), List.of()).stream()
                    .filter(time -> time.to().isAfter(now))
                    .toList();
            String state = read.containsKey(provider.id())
                    ? "as it was on " + written(read.get(provider.id()), zone)
                    : "not read whole so far; what can be used of it counts";
            lines.accept("  " + provider.id() + "  " + provider.calendar().orElseThrow() + ", " + state + ": "
                    + coming.size() + (coming.size() == 1 ? " busy time" : " busy times") + " to come"
                    + (coming.isEmpty()
                            ? ""
                            : ", the next from " + written(coming.get(0).from(), zone)));
        }
        List<Appointment> affected = Desk.await(book.calendars().affected(asker, now));
        if (affected.isEmpty()) {
            lines.accept("No appointment lies in a busy time.");
            return;
        }
        Map<String, Patient> patients = Desk.await(book.patients()
                .byIds(affected.stream().map(Appointment::patient).toList(), asker, now));
        lines.accept("Nothing was cancelled. These appointments lie in busy times; call the patients:");
        BookLines.across(affected, patients, zone).forEach(lines);
    }

    private static String written(Instant moment, ZoneId zone) {
        return WallClock.written(LocalDateTime.ofInstant(moment, zone));
    }
}

package org.anteroom.agent.practice.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.practice.book.AppointmentIcs;
import org.anteroom.agent.practice.book.Busy;

/** Calendars for tests, of lines, in a practice in New York; read for the half year in which the clock is changed twice. */
final class Ics {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Busy WINDOW = new Busy(at("2026-10-01T00:00"), at("2027-04-01T00:00"));
    private static final DateTimeFormatter FROM = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private Ics() {}

    static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(ZONE).toInstant();
    }

    /** A calendar of these lines. */
    static String calendar(String... lines) {
        return Stream.of(
                        List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//A//B//EN"),
                        List.of(lines),
                        List.of("END:VCALENDAR"))
                .flatMap(List::stream)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** An event of these lines. */
    static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT";
    }

    static CalendarReading read(String... parts) {
        return BusyTimes.of(calendar(parts), ZONE, WINDOW, AppointmentIcs::ours);
    }

    /** What is busy, by the practice's clock, as {@code 10-26 09:00 to 10-26 10:00}. */
    static List<String> busy(CalendarReading reading) {
        return reading.busy().stream()
                .map(each -> FROM.format(each.from().atZone(ZONE)) + " to "
                        + FROM.format(each.to().atZone(ZONE)))
                .toList();
    }

    /** The same of a calendar that must be in order. */
    static List<String> busy(String... parts) {
        CalendarReading reading = read(parts);
        if (!reading.whole()) {
            throw new AssertionError(reading.wrong());
        }
        return busy(reading);
    }
}

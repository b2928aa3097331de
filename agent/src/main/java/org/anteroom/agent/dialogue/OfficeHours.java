package org.anteroom.agent.dialogue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.TimeRange;

/** When the office is open, asked at one moment. */
final class OfficeHours {
    /** How far ahead an opening is looked for, in days. */
    private static final int HORIZON = 60;

    private final OfficeFacts office;
    private final LocalDate today;
    private final int minute;

    OfficeHours(OfficeFacts office, Instant now) {
        this.office = office;
        ZonedDateTime local = now.atZone(office.zone());
        this.today = local.toLocalDate();
        this.minute = local.getHour() * 60 + local.getMinute();
    }

    LocalDate today() {
        return today;
    }

    boolean openNow() {
        return on(today).stream().anyMatch(range -> range.from() <= minute && minute < range.to());
    }

    /** The openings of a day; none when it is closed. */
    List<TimeRange> on(LocalDate day) {
        return office.closed().contains(day) ? List.of() : office.hours().of(day.getDayOfWeek());
    }

    boolean everOpen() {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!office.hours().of(day).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** "tomorrow at eight", "at one today", for a sentence that says when the office opens. */
    Optional<String> opens() {
        return next().map(opening -> dayName(opening.day()) + " at " + InWords.clock(opening.minute()));
    }

    /** "tomorrow after eight", for a sentence that says when a message will be read; "today" while it is open. */
    Optional<String> willRead() {
        if (openNow()) {
            return Optional.of("today");
        }
        return next().map(opening -> dayName(opening.day()) + " after " + InWords.clock(opening.minute()));
    }

    /** The coming closed days within the year, at most four. */
    List<LocalDate> closedAhead() {
        return office.closed().stream()
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusYears(1)))
                .sorted()
                .limit(4)
                .toList();
    }

    /** The week, days with the same openings said together. */
    String week() {
        List<String> parts = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        int first = 0;
        while (first < days.length) {
            List<TimeRange> openings = office.hours().of(days[first]);
            int last = first;
            while (last + 1 < days.length && office.hours().of(days[last + 1]).equals(openings)) {
                last++;
            }
            if (!openings.isEmpty()) {
                parts.add(span(days, first, last) + " from " + InWords.openings(openings));
            }
            first = last + 1;
        }
        return InWords.joined(parts);
    }

    private static String span(DayOfWeek[] days, int first, int last) {
        String from = InWords.day(days[first]);
        String to = InWords.day(days[last]);
        return first == last ? from : last == first + 1 ? from + " and " + to : from + " through " + to;
    }

    private String dayName(LocalDate day) {
        if (day.equals(today)) {
            return "today";
        }
        if (day.equals(today.plusDays(1))) {
            return "tomorrow";
        }
        return "on " + (day.isBefore(today.plusDays(7)) ? InWords.day(day.getDayOfWeek()) : InWords.date(day));
    }

    private Optional<Moment> next() {
        for (int ahead = 0; ahead < HORIZON; ahead++) {
            LocalDate day = today.plusDays(ahead);
            for (TimeRange range : on(day)) {
                if (ahead > 0 || range.from() > minute) {
                    return Optional.of(new Moment(day, range.from()));
                }
            }
        }
        return Optional.empty();
    }

    private record Moment(LocalDate day, int minute) {}
}

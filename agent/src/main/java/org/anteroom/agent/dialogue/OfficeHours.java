package org.anteroom.agent.dialogue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.Period;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.Hours;

/** When the office is open, asked at one moment and said in words. */
final class OfficeHours {
    private static final Duration MARK = Duration.ofMinutes(5);

    private final Hours hours;
    private final Instant now;
    private final LocalDate today;

    OfficeHours(Hours hours, Instant now) {
        this.hours = hours;
        this.now = now;
        this.today = now.atZone(hours.zone()).toLocalDate();
    }

    LocalDate today() {
        return today;
    }

    boolean openNow() {
        return hours.openAt(now);
    }

    Period period() {
        return hours.periodAt(now);
    }

    /** The name of the holiday for which the practice is closed today, where it has one. */
    Optional<String> holiday() {
        return holiday(today);
    }

    Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(hours.holidays().get(day));
    }

    /** The next moment that is said in few words: a multiple of five minutes. */
    static Instant spokenMark(Instant moment) {
        long mark = MARK.toSeconds();
        return Instant.ofEpochSecond(
                Math.floorDiv(moment.getEpochSecond() + mark - 1 + (moment.getNano() > 0 ? 1 : 0), mark) * mark);
    }

    /** A moment within the next half day: "nine thirty in the evening". */
    String moment(Instant moment) {
        ZonedDateTime here = moment.atZone(hours.zone());
        return InWords.moment(here.getHour() * 60 + here.getMinute());
    }

    /** The openings of a day; none when it is closed. */
    List<TimeRange> on(LocalDate day) {
        return hours.on(day);
    }

    boolean everOpen() {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!hours.week().of(day).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** "tomorrow at eight", "at one today", for a sentence that says when the office opens. */
    Optional<String> opens() {
        return next(" at ");
    }

    /** "tomorrow after eight", for a sentence that says when a message will be read; "today" while it is open. */
    Optional<String> willRead() {
        return openNow() ? Optional.of("today") : next(" after ");
    }

    /** The coming closed days within the year, at most four. */
    List<LocalDate> closedAhead() {
        return hours.closed().stream()
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
            List<TimeRange> openings = hours.week().of(days[first]);
            int last = first;
            while (last + 1 < days.length && hours.week().of(days[last + 1]).equals(openings)) {
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

    private Optional<String> next(String before) {
        return hours.nextOpening(now).map(opening -> dayName(opening.toLocalDate()) + before + clock(opening));
    }

    private static String clock(ZonedDateTime opening) {
        return InWords.clock(opening.getHour() * 60 + opening.getMinute());
    }
}

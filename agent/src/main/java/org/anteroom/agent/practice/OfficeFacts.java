package org.anteroom.agent.practice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.TimeRange;

/** What callers may be told about the practice: as data, the catalogue makes sentences of it. */
public final class OfficeFacts {
    /**
     * Days with the same hours, in a row: Monday to Thursday, for example.
     *
     * @param ranges empty for closed days
     */
    public record Days(DayOfWeek first, DayOfWeek last, List<TimeRange> ranges) {
        public Days {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * How things stand at a moment.
     *
     * @param closesAt when open: the closing time
     * @param opensAt the next opening, if there is one within a year
     * @param closedDate whether today is one of the dates on which the practice is closed
     */
    public record Today(
            boolean open, Optional<ZonedDateTime> closesAt, Optional<ZonedDateTime> opensAt, boolean closedDate) {}

    private final PracticeConfig practice;
    private final Hours hours;

    public OfficeFacts(PracticeConfig practice) {
        this.practice = practice;
        this.hours = Hours.of(practice);
    }

    /** Open or closed at a moment, and until when. */
    public Today at(Instant moment) {
        LocalDate date = moment.atZone(practice.timezone()).toLocalDate();
        return new Today(
                hours.openAt(moment),
                hours.closingAfter(moment),
                hours.nextOpening(moment),
                practice.closed().contains(date));
    }

    public boolean openAt(Instant moment) {
        return hours.openAt(moment);
    }

    /** The ordinary week from Monday, neighbouring days with the same hours taken together. */
    public List<Days> week() {
        List<Days> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<TimeRange> ranges = practice.hours().of(day);
            int end = week.size() - 1;
            if (end >= 0 && week.get(end).ranges().equals(ranges)) {
                week.set(end, new Days(week.get(end).first(), day, ranges));
            } else {
                week.add(new Days(day, day, ranges));
            }
        }
        return List.copyOf(week);
    }

    /** The name to speak. */
    public String name() {
        return practice.spokenName();
    }

    public Optional<String> address() {
        return practice.address();
    }

    public Optional<String> directions() {
        return practice.directions();
    }

    public Optional<String> phone() {
        return practice.phone();
    }

    public Optional<String> fax() {
        return practice.fax();
    }
}

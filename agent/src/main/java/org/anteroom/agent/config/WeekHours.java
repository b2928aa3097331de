package org.anteroom.agent.config;

import java.time.DayOfWeek;
import java.util.List;

/** When the practice is open, day by day; a day without ranges is closed. Ranges of a day are in order and don't touch. */
@Key(
        doc =
                "Opening hours, wall clock of the practice. A day that isn't named is closed. While none is named, callers are"
                        + " served as outside opening hours on every day. Midnight at the end is 24:00.")
public record WeekHours(
        @Key(doc = "Monday.", example = "[\"08:00-12:00\", \"13:00-17:00\"]") List<TimeRange> monday,
        @Key(doc = "Tuesday.", example = "[\"08:00-12:00\", \"13:00-17:00\"]") List<TimeRange> tuesday,
        @Key(doc = "Wednesday.", example = "[\"08:00-12:00\", \"13:00-17:00\"]") List<TimeRange> wednesday,
        @Key(doc = "Thursday.", example = "[\"08:00-12:00\", \"13:00-17:00\"]") List<TimeRange> thursday,
        @Key(doc = "Friday.", example = "[\"08:00-12:00\"]") List<TimeRange> friday,
        @Key(doc = "Saturday.") List<TimeRange> saturday,
        @Key(doc = "Sunday.") List<TimeRange> sunday) {

    public WeekHours {
        monday = List.copyOf(monday);
        tuesday = List.copyOf(tuesday);
        wednesday = List.copyOf(wednesday);
        thursday = List.copyOf(thursday);
        friday = List.copyOf(friday);
        saturday = List.copyOf(saturday);
        sunday = List.copyOf(sunday);
    }

    /** The ranges of one day, in order; empty when closed. */
    public List<TimeRange> of(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
    }
}

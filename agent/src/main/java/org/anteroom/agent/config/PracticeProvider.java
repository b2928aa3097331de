package org.anteroom.agent.config;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who sees patients by appointment.
 *
 * @param id by which appointments keep them, also after a change of name
 * @param visitTypes names of the visit types they do; empty means all
 * @param rooms names of the rooms they may be in; empty means those of the visit type
 * @param breaks taken out of the hours of every day
 * @param off dates without hours
 * @param calendar what is busy in it is taken from the hours
 */
public record PracticeProvider(
        @Key(doc = "Short name; never change it, appointments are kept under it.", example = "ortiz", form = Form.ID)
                String id,
        @Key(doc = "Name as it should be spoken.", example = "Doctor Ortiz") String name,
        @Key(doc = "Other names callers use.", example = "[\"Ana Ortiz\", \"Doctor Ana\"]") List<String> aliases,
        @Key(doc = "Visit types by name; none means all.", example = "[\"cleaning\"]") List<String> visitTypes,
        @Key(doc = "Rooms by name; none means those of the visit type.", example = "[\"Operatory 1\"]")
                List<String> rooms,
        @Key(doc = "Location by name.", example = "the Main Street office") Optional<String> location,
        @Key(doc = "Breaks on every day.", example = "[\"12:00-13:00\"]") List<TimeRange> breaks,
        @Key(doc = "Dates off.", example = "[2026-12-24]") List<LocalDate> off,
        @Key(
                        doc =
                                "File with their own calendar (iCalendar, .ics): what is busy in it is not offered to callers. Read"
                                        + " again within a minute of a change.",
                        example = "calendars/ortiz.ics")
                Optional<Path> calendar,
        @Key(doc = "Hours with patients; they may differ from practice.hours.") WeekHours hours) {

    public PracticeProvider {
        aliases = List.copyOf(aliases);
        visitTypes = List.copyOf(visitTypes);
        rooms = List.copyOf(rooms);
        breaks = List.copyOf(breaks);
        off = List.copyOf(off);
    }

    /** One without a calendar of their own. */
    public PracticeProvider(
            String id,
            String name,
            List<String> aliases,
            List<String> visitTypes,
            List<String> rooms,
            Optional<String> location,
            List<TimeRange> breaks,
            List<LocalDate> off,
            WeekHours hours) {
        this(id, name, aliases, visitTypes, rooms, location, breaks, off, Optional.empty(), hours);
    }

    /** The same with a calendar. */
    public PracticeProvider with(Path file) {
        return new PracticeProvider(
                id, name, aliases, visitTypes, rooms, location, breaks, off, Optional.of(file), hours);
    }
}

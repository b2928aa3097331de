package org.anteroom.agent.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is on call when, by the practice's wall clock: people who take turns, or dated shifts; overrides win over both.
 *
 * @param turns names of people, in the order of their turns; empty where there are shifts
 * @param firstWeek a day of the first person's turn, which begins at the hand-over on that day or the last one before it
 */
public record OncallRota(
        @Key(doc = "Name, as the targets say it.", example = "dentists") String name,
        @Key(doc = "People in the order of their turns, again and again.", example = "[\"Dr. Reed\", \"Dr. Yu\"]")
                List<String> turns,
        @Key(doc = "Length of a turn in weeks.", preset = "1", min = 1, max = 52) int weeks,
        @Key(doc = "Day on which one turn ends and the next begins.", preset = "monday") DayOfWeek handOverDay,
        @Key(doc = "Time of day of it, practice time.", preset = "08:00") LocalTime handOverTime,
        @Key(doc = "With turns: a date in the first one's turn.", example = "2026-01-05") Optional<LocalDate> firstWeek,
        @Key(name = "shift", doc = "In the place of turns: who is on call from when to when.") List<OncallShift> shifts,
        @Key(name = "override", doc = "Somebody else for a while; wins over turns and shifts.")
                List<OncallShift> overrides) {

    public OncallRota {
        turns = List.copyOf(turns);
        shifts = List.copyOf(shifts);
        overrides = List.copyOf(overrides);
    }

    /** Everybody who takes part, whenever. */
    Stream<String> people() {
        return Stream.concat(
                turns.stream(),
                Stream.concat(shifts.stream(), overrides.stream()).map(OncallShift::who));
    }
}

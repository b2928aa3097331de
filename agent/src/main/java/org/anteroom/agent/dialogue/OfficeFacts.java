package org.anteroom.agent.dialogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Facts that staff wrote about the office, as values.
 *
 * @param practice the name as it is said aloud
 * @param week opening times by weekday, in order; a missing day is closed
 * @param closed days on which the office is closed whatever the weekday says
 * @param phone digits
 * @param fax digits
 */
public record OfficeFacts(
        String practice,
        ZoneId zone,
        Map<DayOfWeek, List<Opening>> week,
        Set<LocalDate> closed,
        Optional<String> address,
        Optional<String> directions,
        Optional<String> phone,
        Optional<String> fax) {
    public OfficeFacts {
        week = Map.copyOf(week);
        closed = Set.copyOf(closed);
    }

    /** One stretch of opening on a day, {@code to} exclusive; midnight as {@code to} is the end of the day. */
    public record Opening(LocalTime from, LocalTime to) {}
}

package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.WeekHours;

/**
 * Facts that staff wrote about the office, as values.
 *
 * @param practice the name as it is said aloud
 * @param closed days on which the office is closed whatever the weekday says
 * @param phone as written: digits, perhaps with punctuation
 * @param fax as written
 */
public record OfficeFacts(
        String practice,
        ZoneId zone,
        WeekHours hours,
        Set<LocalDate> closed,
        Optional<String> address,
        Optional<String> directions,
        Optional<String> phone,
        Optional<String> fax) {
    public OfficeFacts {
        closed = Set.copyOf(closed);
    }

    /** The facts of a configuration. */
    public static OfficeFacts of(PracticeConfig practice) {
        return new OfficeFacts(
                practice.spokenName(),
                practice.timezone(),
                practice.hours(),
                Set.copyOf(practice.closed()),
                practice.address(),
                practice.directions(),
                practice.phone(),
                practice.fax());
    }

    /** For emergency-only mode, where nothing but the name is known: an office that is never open. */
    public static OfficeFacts nameOnly(String practice, ZoneId zone) {
        WeekHours never = new WeekHours(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return new OfficeFacts(
                practice,
                zone,
                never,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

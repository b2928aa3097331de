package org.anteroom.agent.dialogue;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.WeekHours;
import org.anteroom.agent.practice.Hours;

/**
 * Facts that staff wrote about the office, as values.
 *
 * @param practice the name as it is said aloud
 * @param parking where callers can park, a sentence
 * @param phone as written: digits, perhaps with punctuation
 * @param fax as written
 */
public record OfficeFacts(
        String practice,
        Hours hours,
        Optional<String> address,
        Optional<String> directions,
        Optional<String> parking,
        Optional<String> phone,
        Optional<String> fax) {

    /** The facts of a configuration. */
    public static OfficeFacts of(PracticeConfig practice) {
        return of(practice, List.of());
    }

    /** The facts of a configuration, and the closures put in by command. */
    public static OfficeFacts of(PracticeConfig practice, List<PracticeClosure> closures) {
        return new OfficeFacts(
                practice.spokenName(),
                Hours.of(practice, closures),
                practice.address(),
                practice.directions(),
                practice.parking(),
                practice.phone(),
                practice.fax());
    }

    /** For emergency-only mode, where nothing but the name is known: an office that is never open. */
    public static OfficeFacts nameOnly(String practice, ZoneId zone) {
        WeekHours never = new WeekHours(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return new OfficeFacts(
                practice,
                new Hours(never, Set.of(), zone),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

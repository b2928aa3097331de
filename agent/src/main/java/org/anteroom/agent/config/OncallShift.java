package org.anteroom.agent.config;

import java.time.LocalDateTime;

/**
 * Somebody is on call for a while. Shifts that overlap ring everybody in them.
 *
 * @param who name of a person
 * @param from first minute, by the practice's wall clock
 * @param to first minute after it
 */
public record OncallShift(
        @Key(doc = "Name of a person.", example = "Dr. Yu") String who,
        @Key(doc = "Date and time, practice time.", example = "2026-12-24 17:00") LocalDateTime from,
        @Key(doc = "The end, practice time.", example = "2026-12-27 08:00") LocalDateTime to) {}

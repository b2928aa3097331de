package org.anteroom.agent.config;

import java.time.LocalDateTime;

/**
 * Somebody else is on call by a rota for a while, put in by a command while the configuration stays as it is.
 *
 * @param number by which it can be removed, from 1
 */
public record OncallOverride(
        @Key(doc = "By which it can be removed.", example = "1", min = 1) int number,
        @Key(doc = "Name of a rota.", example = "dentists") String rota,
        @Key(doc = "Name of a person.", example = "Dr. Yu") String who,
        @Key(doc = "Date and time, practice time.", example = "2026-12-24 17:00") LocalDateTime from,
        @Key(doc = "The end, practice time.", example = "2026-12-27 08:00") LocalDateTime to) {}

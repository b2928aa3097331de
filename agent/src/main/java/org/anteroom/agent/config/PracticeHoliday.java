package org.anteroom.agent.config;

import java.time.LocalDate;

/** A date on which the practice is closed all day, with the name that callers hear. */
public record PracticeHoliday(
        @Key(doc = "Name as it should be spoken.", example = "Christmas Day") String name,
        @Key(doc = "The date.", example = "2026-12-25") LocalDate date) {}

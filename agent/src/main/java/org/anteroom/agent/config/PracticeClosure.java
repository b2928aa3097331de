package org.anteroom.agent.config;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A time in which the practice is closed although its hours say otherwise, put in by a command. It ends by itself.
 *
 * @param number by which lists and the audit trail know it, from 1
 * @param reason for staff; never spoken
 */
public record PracticeClosure(
        @Key(doc = "By which it is known.", example = "1", min = 1) int number,
        @Key(doc = "The beginning, practice time.", example = "2026-12-24 12:00") LocalDateTime from,
        @Key(doc = "The end, practice time.", example = "2026-12-24 17:00") LocalDateTime to,
        @Key(doc = "Why, for staff.", example = "power cut") Optional<String> reason) {

    /** Whether it lasts beyond a moment of the practice's wall clock. */
    public boolean endsAfter(LocalDateTime moment) {
        return to.isAfter(moment);
    }

    public boolean covers(LocalDateTime moment) {
        return !from.isAfter(moment) && to.isAfter(moment);
    }
}

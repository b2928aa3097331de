package org.anteroom.agent.config;

import java.time.LocalDateTime;

/** A time in which every call is put to the front desk first, put in by staff. It ends by itself. */
public record DeskFirst(
        @Key(doc = "The beginning, practice time.", example = "2026-12-24 09:00") LocalDateTime from,
        @Key(doc = "The end, practice time.", example = "2026-12-24 12:00") LocalDateTime to) {

    public boolean covers(LocalDateTime moment) {
        return !from.isAfter(moment) && to.isAfter(moment);
    }
}

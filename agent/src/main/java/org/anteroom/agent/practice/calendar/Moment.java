package org.anteroom.agent.practice.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * A date or a time as a calendar has it: by a wall clock, and where that hangs.
 *
 * @param wholeDay whether it is a date; it begins at that day's first moment
 */
record Moment(LocalDateTime wall, boolean wholeDay, ZoneRules rules) {

    /** One that comes twice is the first; one that the clock jumps over is as much later (RFC 5545, 3.3.5). */
    Instant instant() {
        var offsets = rules.getValidOffsets(wall);
        ZoneOffset offset = offsets.isEmpty() ? rules.getTransition(wall).getOffsetBefore() : offsets.get(0);
        return wall.toInstant(offset);
    }

    /** Another time by the same clock. */
    Moment at(LocalDateTime other) {
        return new Moment(other, wholeDay, rules);
    }
}

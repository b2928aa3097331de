package org.anteroom.agent.emergency;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * Where a time of the wall clock lies. On the days the clock is changed: a time that doesn't exist is the moment the clock
 * jumps over it, one that comes twice is the first of both. A later time never lies earlier, so shifts that meet on the wall
 * clock meet in truth.
 */
final class Moments {
    private Moments() {}

    static Instant of(LocalDateTime wall, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}

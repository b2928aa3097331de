package org.anteroom.agent.rehearsal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.anteroom.agent.config.DrillConfig;

/** When drills are due, by the practice's wall clock. A time that is left out when clocks are put forward is the moment of
 *  the jump's other side; one that comes twice is the first. Pure.
 */
public record DrillSchedule(DayOfWeek day, LocalTime time, ZoneId zone) {

    /** Empty when drills are made on command only. */
    public static Optional<DrillSchedule> of(DrillConfig drill, ZoneId zone) {
        return drill.user().isEmpty()
                ? Optional.empty()
                : drill.day().map(day -> new DrillSchedule(day, drill.time(), zone));
    }

    /** How long after its time a drill is made up for that the service could not make. */
    private static final Duration STILL = Duration.ofHours(6);

    private static final Duration AGAIN_AFTER = Duration.ofHours(1);

    /** Whether one is to be made now.
     *
     *  @param made when the last one was made, whoever asked for it
     *  @param tried when the last one was begun that came to nothing
     */
    public boolean due(Instant now, Optional<Instant> made, Optional<Instant> tried) {
        Instant last = last(now);
        boolean open = Duration.between(last, now).compareTo(STILL) < 0;
        boolean missing = made.map(at -> at.isBefore(last)).orElse(true);
        boolean patient = tried.map(at -> Duration.between(at, now).compareTo(AGAIN_AFTER) >= 0)
                .orElse(true);
        return open && missing && patient;
    }

    /** The first one after a moment. */
    public Instant next(Instant after) {
        ZonedDateTime here = after.atZone(zone);
        ZonedDateTime next = here.toLocalDate()
                .with(TemporalAdjusters.nextOrSame(day))
                .atTime(time)
                .atZone(zone);
        return next.toInstant().isAfter(after)
                ? next.toInstant()
                : here.toLocalDate()
                        .with(TemporalAdjusters.next(day))
                        .atTime(time)
                        .atZone(zone)
                        .toInstant();
    }

    /** The last one at or before a moment. */
    public Instant last(Instant at) {
        ZonedDateTime here = at.atZone(zone);
        ZonedDateTime last = here.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(day))
                .atTime(time)
                .atZone(zone);
        return !last.toInstant().isAfter(at)
                ? last.toInstant()
                : here.toLocalDate()
                        .with(TemporalAdjusters.previous(day))
                        .atTime(time)
                        .atZone(zone)
                        .toInstant();
    }
}

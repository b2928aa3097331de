package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.config.TimeRange;

/**
 * One day of the practice's wall clock, laid on the world's time in minutes since 1970-01-01 UTC.
 *
 * <pre>
 *   gap       00:00 ........ 01:59|03:00 ........ 24:00     minutes that don't exist are in no stretch
 *   overlap   00:00 ........ 01:59|01:00 ........ 24:00     an hour that comes twice is open twice,
 *                                  ^^^^^                    but nothing is offered in its second pass:
 *                                                           who hears "half past one" thinks of the first
 * </pre>
 */
final class WallDay {
    /** A stretch with one offset. {@code startable}: where the wall clock says what it has not said before. */
    private record Stretch(long from, long to, long offset, long startable) {}

    /** World time, minutes. */
    record Minutes(long from, long to) {}

    private final LocalDate day;
    private final List<Stretch> stretches;

    private WallDay(LocalDate day, List<Stretch> stretches) {
        this.day = day;
        this.stretches = stretches;
    }

    static WallDay of(LocalDate day, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Instant start = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        List<Stretch> stretches = new ArrayList<>(2);
        Instant from = start;
        long said = Long.MIN_VALUE;
        while (from.isBefore(end)) {
            ZoneOffsetTransition change = rules.nextTransition(from);
            Instant to = change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
            long offset = rules.getOffset(from).getTotalSeconds() / 60;
            stretches.add(new Stretch(minute(from), minute(to), offset, Math.max(minute(from), said - offset)));
            said = minute(to) + offset;
            from = to;
        }
        return new WallDay(day, stretches);
    }

    private static long minute(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), 60L);
    }

    LocalDate day() {
        return day;
    }

    /** When the wall clock shows a time of the range; stretches that touch are one. */
    List<Minutes> within(TimeRange range) {
        long midnight = day.toEpochDay() * 24 * 60;
        List<Minutes> found = new ArrayList<>(1);
        for (Stretch stretch : stretches) {
            long from = Math.max(stretch.from(), midnight + range.from() - stretch.offset());
            long to = Math.min(stretch.to(), midnight + range.to() - stretch.offset());
            if (from >= to) {
                continue;
            }
            int last = found.size() - 1;
            if (last >= 0 && found.get(last).to() == from) {
                found.set(last, new Minutes(found.get(last).from(), to));
            } else {
                found.add(new Minutes(from, to));
            }
        }
        return found;
    }

    /**
     * The first minute, not before the given one, at which the wall clock shows a multiple of {@code grid} minutes for the
     * first time; {@code Long.MAX_VALUE} when there is none on this day.
     */
    long next(long minute, int grid) {
        for (Stretch stretch : stretches) {
            long from = Math.max(minute, stretch.startable());
            long aligned = from + Math.floorMod(-(from + stretch.offset()), (long) grid);
            if (aligned < stretch.to()) {
                return aligned;
            }
        }
        return Long.MAX_VALUE;
    }

    /** What the wall clock shows, minutes of the day. */
    int shown(long minute) {
        long midnight = day.toEpochDay() * 24 * 60;
        for (Stretch stretch : stretches) {
            if (minute < stretch.to()) {
                return (int) (minute + stretch.offset() - midnight);
            }
        }
        return 24 * 60;
    }
}

package org.anteroom.agent.rehearsal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.Hours;
import org.anteroom.agent.words.WhenItem;

/**
 * Times as the quarter hours they hold, so that they can be laid over each other. A time that has no end, and one that
 * comes round, is looked at for twelve weeks from the beginning of the week of speaking.
 */
final class WhenArea {
    private static final int PER_DAY = 96;
    private static final int MINUTES = 15;
    private static final int WEEKS = 12;
    /** Of a time of day with an open end, what practices might use counts. */
    private static final LocalTime OPENING = LocalTime.of(7, 0);

    private static final LocalTime CLOSING = LocalTime.of(21, 0);
    private static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);
    /** The largest that is laid out, so that a mistyped year can't fill the memory. */
    private static final int MOST_DAYS = 3000;

    private final LocalDate start;
    private final BitSet quarters = new BitSet();

    private WhenArea(LocalDate start) {
        this.start = start;
    }

    static WhenArea of(List<WhenItem> items, LocalDateTime reference) {
        LocalDate day = reference.toLocalDate();
        WhenArea area = new WhenArea(day.minusDays(day.getDayOfWeek().getValue() - 1L));
        items.forEach(area::add);
        return area;
    }

    boolean isEmpty() {
        return quarters.isEmpty();
    }

    WhenArea without(WhenArea other) {
        WhenArea rest = copy();
        rest.quarters.andNot(other.quarters);
        return rest;
    }

    WhenArea and(WhenArea other) {
        WhenArea both = copy();
        both.quarters.and(other.quarters);
        return both;
    }

    /** Which part of it the other covers, 0 to 1; 1 if there is nothing to cover. */
    double coveredBy(WhenArea other) {
        return isEmpty() ? 1 : and(other).quarters.cardinality() / (double) quarters.cardinality();
    }

    /** What both hold as a part of what either holds, 0 to 1; 1 if neither holds anything. */
    double overlap(WhenArea other) {
        WhenArea either = copy();
        either.quarters.or(other.quarters);
        return either.isEmpty() ? 1 : and(other).quarters.cardinality() / (double) either.quarters.cardinality();
    }

    private WhenArea copy() {
        WhenArea copy = new WhenArea(start);
        copy.quarters.or(quarters);
        return copy;
    }

    private void add(WhenItem item) {
        if (item instanceof WhenItem.Range range) {
            range(range);
        } else if (item instanceof WhenItem.Weekly weekly) {
            days(weekly.weekdays(), weekly.hours());
        } else if (item instanceof WhenItem.TimeOfDay time) {
            days(ALL_DAYS, Optional.of(time.hours()));
        } else if (item instanceof WhenItem.Anytime) {
            days(ALL_DAYS, Optional.empty());
        } else if (item instanceof WhenItem.Point point) {
            fill(point.at().minusMinutes(MINUTES), point.at().plusMinutes(MINUTES));
        }
    }

    private void days(Set<DayOfWeek> weekdays, Optional<Hours> hours) {
        for (int i = 0; i < WEEKS * 7; i++) {
            LocalDate date = start.plusDays(i);
            if (weekdays.contains(date.getDayOfWeek())) {
                day(date, hours);
            }
        }
    }

    private void range(WhenItem.Range range) {
        LocalDateTime from = range.from().orElse(start.atStartOfDay());
        LocalDateTime to = range.to().orElse(from.plusWeeks(WEEKS));
        if (range.hours().isEmpty()) {
            fill(from, to);
            return;
        }
        LocalDate date = from.toLocalDate();
        for (int i = 0; i < MOST_DAYS && date.atStartOfDay().isBefore(to); i++, date = date.plusDays(1)) {
            day(date, range.hours());
        }
    }

    private void day(LocalDate date, Optional<Hours> hours) {
        if (hours.isEmpty()) {
            fill(date.atStartOfDay(), date.plusDays(1).atStartOfDay());
        } else if (hours.get().exact()) {
            LocalDateTime at = date.atTime(hours.get().from().orElse(OPENING));
            fill(at.minusMinutes(MINUTES), at.plusMinutes(MINUTES));
        } else {
            fill(
                    date.atTime(hours.get().from().orElse(OPENING)),
                    date.atTime(hours.get().to().orElse(CLOSING)));
        }
    }

    private void fill(LocalDateTime from, LocalDateTime to) {
        int first = quarter(from);
        int last = quarter(to);
        if (first < last) {
            quarters.set(first, last);
        }
    }

    private int quarter(LocalDateTime moment) {
        long minutes = ChronoUnit.MINUTES.between(start.atStartOfDay(), moment);
        return (int) Math.max(0, Math.min((long) MOST_DAYS * PER_DAY, minutes / MINUTES));
    }
}

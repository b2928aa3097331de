package org.anteroom.agent.rehearsal;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.anteroom.agent.words.Hours;
import org.anteroom.agent.words.When;
import org.anteroom.agent.words.WhenItem;

/**
 * Whether what was understood is what was meant. The first reading that was understood counts, and any of those that are
 * accepted will do.
 *
 * <p>Moments must lie within 15 minutes. Ranges and weekly times, after what is ruled out has been taken away, must
 * overlap by half of what either holds, and at least half of each item must lie in the other reading, so that a day too
 * many or too few is wrong. Where one end is open the other must be right: within 30 minutes for a time of day, within 6
 * hours for a date. At least half of what either side rules out of its own times must be missing in the other.
 */
final class WhenScore {
    private static final Duration MOMENT = Duration.ofMinutes(15);
    private static final Duration TIME_EDGE = Duration.ofMinutes(30);
    private static final Duration DATE_EDGE = Duration.ofHours(6);
    private static final double HALF = 0.5;

    private final LocalDateTime reference;

    WhenScore(LocalDateTime reference) {
        this.reference = reference;
    }

    boolean right(When understood, When expected) {
        return expected.readings().stream()
                .anyMatch(accepted -> right(understood.likeliest(), understood.not(), accepted, expected.not()));
    }

    private boolean right(List<WhenItem> said, List<WhenItem> saidNot, List<WhenItem> meant, List<WhenItem> meantNot) {
        return pairs(pointed(said), pointed(meant), this::sameMoment)
                && pairs(halfOpen(said), halfOpen(meant), this::sameEdge)
                && covers(extended(said), saidNot, extended(meant), meantNot);
    }

    /** Whether each has one on the other side, and none is left over. */
    private static boolean pairs(List<WhenItem> some, List<WhenItem> others, BiPredicate<WhenItem, WhenItem> same) {
        List<WhenItem> left = new ArrayList<>(others);
        for (WhenItem item : some) {
            Optional<WhenItem> other =
                    left.stream().filter(o -> same.test(item, o)).findFirst();
            if (other.isEmpty()) {
                return false;
            }
            left.remove(other.get());
        }
        return left.isEmpty();
    }

    /** Moments and what has no extent at all. */
    private static List<WhenItem> pointed(List<WhenItem> items) {
        return items.stream()
                .filter(item -> item instanceof WhenItem.Point
                        || item instanceof WhenItem.BirthDate
                        || item instanceof WhenItem.Soonest
                        || isMomentOfDay(item))
                .toList();
    }

    private static List<WhenItem> extended(List<WhenItem> items) {
        List<WhenItem> moments = pointed(items);
        return items.stream().filter(item -> !moments.contains(item)).toList();
    }

    private boolean sameMoment(WhenItem one, WhenItem other) {
        if (one instanceof WhenItem.Point a && other instanceof WhenItem.Point b) {
            return near(Duration.between(a.at(), b.at()), MOMENT);
        }
        if (one instanceof WhenItem.TimeOfDay a && other instanceof WhenItem.TimeOfDay b) {
            return isMomentOfDay(a)
                    && isMomentOfDay(b)
                    && near(a.hours().from(), b.hours().from(), MOMENT);
        }
        return one.equals(other);
    }

    private static boolean isMomentOfDay(WhenItem item) {
        return item instanceof WhenItem.TimeOfDay time && time.hours().exact();
    }

    private static List<WhenItem> halfOpen(List<WhenItem> items) {
        return items.stream().filter(WhenScore::isHalfOpen).toList();
    }

    private static boolean isHalfOpen(WhenItem item) {
        if (item instanceof WhenItem.Range range) {
            return range.from().isEmpty() || range.to().isEmpty();
        }
        Optional<Hours> hours = hours(item);
        return hours.filter(h -> h.from().isEmpty() || h.to().isEmpty()).isPresent();
    }

    private static Optional<Hours> hours(WhenItem item) {
        if (item instanceof WhenItem.TimeOfDay time) {
            return Optional.of(time.hours());
        }
        if (item instanceof WhenItem.Weekly weekly) {
            return weekly.hours();
        }
        return item instanceof WhenItem.Range range ? range.hours() : Optional.empty();
    }

    private boolean sameEdge(WhenItem one, WhenItem other) {
        if (one instanceof WhenItem.Range a && other instanceof WhenItem.Range b) {
            return near(a.from(), b.from()) && near(a.to(), b.to());
        }
        if (one instanceof WhenItem.Range || other instanceof WhenItem.Range) {
            return false;
        }
        Hours a = hours(one).orElseThrow();
        Hours b = hours(other).orElseThrow();
        return near(a.from(), b.from(), TIME_EDGE) && near(a.to(), b.to(), TIME_EDGE);
    }

    private static boolean near(Optional<LocalTime> a, Optional<LocalTime> b, Duration most) {
        return (a.isPresent() && b.isPresent())
                ? near(Duration.between(a.get(), b.get()), most)
                : (a.isEmpty() && b.isEmpty());
    }

    private static boolean near(Optional<LocalDateTime> a, Optional<LocalDateTime> b) {
        return (a.isPresent() && b.isPresent())
                ? near(Duration.between(a.get(), b.get()), DATE_EDGE)
                : (a.isEmpty() && b.isEmpty());
    }

    private static boolean near(Duration apart, Duration most) {
        return apart.abs().compareTo(most) <= 0;
    }

    // ---- what has an extent ---------------------------------------------------------------------------------------

    private boolean covers(List<WhenItem> said, List<WhenItem> saidNot, List<WhenItem> meant, List<WhenItem> meantNot) {
        WhenArea saidOut = WhenArea.of(saidNot, reference);
        WhenArea meantOut = WhenArea.of(meantNot, reference);
        WhenArea saidAll = WhenArea.of(said, reference);
        WhenArea meantAll = WhenArea.of(meant, reference);
        WhenArea saidIn = saidAll.without(saidOut);
        WhenArea meantIn = meantAll.without(meantOut);
        return saidIn.overlap(meantIn) >= HALF
                && each(said, saidOut, meantIn)
                && each(meant, meantOut, saidIn)
                && leavesOut(meantIn, saidOut.and(saidAll))
                && leavesOut(saidIn, meantOut.and(meantAll));
    }

    private boolean each(List<WhenItem> items, WhenArea out, WhenArea other) {
        return items.stream()
                .allMatch(item ->
                        WhenArea.of(List.of(item), reference).without(out).coveredBy(other) >= HALF);
    }

    private static boolean leavesOut(WhenArea in, WhenArea out) {
        return out.isEmpty() || out.coveredBy(in) < HALF;
    }
}

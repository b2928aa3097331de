package org.anteroom.agent.words;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Times in a line, for tables of tests: {@code 2026-11-24} a day, {@code 2026-11-30..2026-12-07} from a day up to
 * another, {@code 2026-11-24T07:00..12:00} hours of a day, {@code at 2026-11-24T10:00} a moment, {@code 14:30} and
 * {@code 15:00-} times of day, {@code mon wed 17:00-} days of every week, {@code born 1941-03-03}, {@code soonest},
 * {@code any}; alternatives are joined by "or", what is ruled out follows "not". Only the likeliest reading is told.
 */
final class WhenNotation {
    private WhenNotation() {}

    static String of(Optional<When> when) {
        return when.map(WhenNotation::of).orElse("nothing");
    }

    static String of(When when) {
        String wanted = of(when.likeliest());
        return when.not().isEmpty() ? wanted : wanted + " not " + of(when.not());
    }

    private static String of(List<WhenItem> items) {
        return items.stream().map(WhenNotation::of).collect(Collectors.joining(" or "));
    }

    private static String of(WhenItem item) {
        if (item instanceof WhenItem.Range range) {
            return range(range) + range.hours().map(hours -> " " + of(hours)).orElse("");
        }
        if (item instanceof WhenItem.Point point) {
            return "at " + point.at();
        }
        if (item instanceof WhenItem.TimeOfDay time) {
            return of(time.hours());
        }
        if (item instanceof WhenItem.Weekly weekly) {
            String days = weekly.weekdays().stream()
                    .sorted()
                    .map(day -> day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT))
                    .collect(Collectors.joining(" "));
            return days + weekly.hours().map(hours -> " " + of(hours)).orElse("");
        }
        if (item instanceof WhenItem.BirthDate birth) {
            return "born " + birth.date();
        }
        return item instanceof WhenItem.Soonest ? "soonest" : "any";
    }

    private static String range(WhenItem.Range range) {
        if (range.from().isEmpty() || range.to().isEmpty()) {
            return range.from().map(WhenNotation::moment).orElse("") + ".."
                    + range.to().map(WhenNotation::moment).orElse("");
        }
        LocalDateTime from = range.from().get();
        LocalDateTime to = range.to().get();
        if (from.toLocalTime().equals(LocalTime.MIDNIGHT) && to.equals(from.plusDays(1))) {
            return from.toLocalDate().toString();
        }
        boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
        return moment(from) + ".." + (oneDay ? to.toLocalTime() : moment(to));
    }

    private static String moment(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static String of(Hours hours) {
        return hours.exact() ? text(hours.from()) : text(hours.from()) + "-" + text(hours.to());
    }

    private static String text(Optional<LocalTime> time) {
        return time.map(LocalTime::toString).orElse("");
    }
}

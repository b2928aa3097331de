package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.book.Window;

/** What is looked for where there is nothing that suits; see {@link Preference#widened}. */
final class Widening {
    private static final int DAY = 24 * 60;
    /** "At three" is not refused at half past three. */
    private static final int NEAR = 120;

    private Widening() {}

    static Optional<Preference> step(Preference asked, int step) {
        return switch (step) {
            case 1 -> Optional.of(new Preference(
                    asked.days().stream().map(Widening::near).toList(),
                    asked.times().stream().map(Widening::near).toList(),
                    asked.except(),
                    asked.soonest()));
            case 2 -> Optional.of(wholeDaysOrLater(asked));
            case 3 -> Optional.of(new Preference(
                    first(asked).map(Window::from).map(List::of).orElse(List.of()),
                    List.of(),
                    asked.except(),
                    asked.soonest()));
            case 4 -> Optional.of(new Preference(List.of(), List.of(), List.of(), true));
            default -> Optional.empty();
        };
    }

    private static Preference wholeDaysOrLater(Preference asked) {
        List<TimeRange> hours = asked.windows().stream()
                .flatMap(day -> hours(day).stream())
                .distinct()
                .toList();
        Optional<Window> later = hours.isEmpty()
                ? Optional.empty()
                : first(asked).map(from -> Window.from(from).during(hours.toArray(TimeRange[]::new)));
        List<Window> both = Stream.concat(asked.days().stream().map(Widening::whole), later.stream())
                .toList();
        return new Preference(both, List.of(), asked.except(), asked.soonest());
    }

    /** What is told of one day's hours, "thursday after three", may stand in its bounds. */
    private static Window whole(Window day) {
        return day.from()
                .filter(from -> Preference.oneDay(day))
                .map(from -> Window.on(from.toLocalDate()))
                .orElse(day.during());
    }

    private static List<TimeRange> hours(Window day) {
        if (!day.times().isEmpty() || !Preference.oneDay(day)) {
            return day.times().stream().map(Widening::near).toList();
        }
        int from = Preference.minute(day.from().orElseThrow().toLocalTime());
        LocalDateTime end = day.to().orElseThrow();
        int to = end.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : Preference.minute(end.toLocalTime());
        return to - from == DAY ? List.of() : List.of(new TimeRange(from, to));
    }

    private static Optional<LocalDateTime> first(Preference asked) {
        return asked.days().stream()
                .flatMap(day -> day.from().stream())
                .map(LocalDateTime::toLocalDate)
                .min(LocalDate::compareTo)
                .map(LocalDate::atStartOfDay);
    }

    private static Window near(Window day) {
        return day.times().isEmpty()
                ? day
                : day.during(day.times().stream().map(Widening::near).toArray(TimeRange[]::new));
    }

    private static TimeRange near(TimeRange time) {
        return time.to() - time.from() > 1
                ? time
                : new TimeRange(Math.max(0, time.from() - NEAR), Math.min(DAY, time.to() + NEAR));
    }
}

package org.anteroom.agent.words;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

/** One time that was spoken of. Everything is wall-clock time where the practice is. */
public sealed interface WhenItem {

    /**
     * From one moment to another: a day, a week, "before thanksgiving".
     *
     * @param from empty for no beginning
     * @param to the moment after the last; empty for no end
     * @param hours of each day in between, where only some are meant: "any afternoon next week"
     */
    record Range(Optional<LocalDateTime> from, Optional<LocalDateTime> to, Optional<Hours> hours) implements WhenItem {
        public Range {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(hours, "hours");
        }
    }

    /** A moment of a day: "friday at ten fifteen". */
    record Point(LocalDateTime at) implements WhenItem {
        public Point {
            requireNonNull(at, "at");
        }
    }

    /** A time of day without a day. Hours said without "a m" or "p m" are those of business. */
    record TimeOfDay(Hours hours) implements WhenItem {
        public TimeOfDay {
            requireNonNull(hours, "hours");
        }
    }

    /**
     * Days that come round every week: "mondays and wednesdays after five".
     *
     * @param hours empty for the whole day
     */
    record Weekly(Set<DayOfWeek> weekdays, Optional<Hours> hours) implements WhenItem {
        public Weekly {
            weekdays = Set.copyOf(weekdays);
            requireNonNull(hours, "hours");
        }
    }

    /** A day in the past, with its year: a date of birth. */
    record BirthDate(LocalDate date) implements WhenItem {
        public BirthDate {
            requireNonNull(date, "date");
        }
    }

    /** As soon as possible. */
    record Soonest() implements WhenItem {}

    /** Any time will do. */
    record Anytime() implements WhenItem {}
}

package org.anteroom.agent.rehearsal.caller;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Draws when callers can come: days on which the practice is open, as real dates. */
final class Wishes {
    private static final int NOON = 12 * 60;
    private static final int MIDNIGHT = 24 * 60;
    private static final int WEEKS = 4;

    /** A part of the day; how it is said after a day. */
    private record Part(int from, int to, String spoken) {}

    private static final List<Part> PARTS = List.of(
            new Part(0, NOON, "in the morning"),
            new Part(NOON, MIDNIGHT, "in the afternoon"),
            new Part(14 * 60, MIDNIGHT, "after two"),
            new Part(15 * 60, MIDNIGHT, "after three o'clock"),
            new Part(0, 10 * 60, "before ten"),
            new Part(0, 11 * 60, "before eleven in the morning"),
            new Part(13 * 60, MIDNIGHT, "any time after one"));
    private static final Part DAY = new Part(0, MIDNIGHT, "");

    private final Random chance;
    private final LocalDateTime now;
    private final Predicate<LocalDate> open;

    /** @param open whether visits of the kind are seen on a day */
    Wishes(Random chance, LocalDateTime now, Predicate<LocalDate> open) {
        this.chance = chance;
        this.now = now;
        this.open = open;
    }

    When draw() {
        Part part = chance.nextInt(5) < 2 ? PARTS.get(chance.nextInt(PARTS.size())) : DAY;
        return switch (chance.nextInt(8)) {
            case 0 -> When.ANY;
            case 1, 2 -> weekday(part);
            case 3 -> nextWeek(part);
            case 4 -> weekdays(part);
            case 5, 6 -> date(part);
            default -> after();
        };
    }

    /** Another wish than this. */
    When other(When than) {
        When drawn = date(DAY);
        for (int tries = 0; tries < 20 && drawn.days().equals(than.days()); tries++) {
            drawn = date(DAY);
        }
        return drawn;
    }

    private When date(Part part) {
        LocalDate day = someDay(3, 24, part);
        return when(Set.of(day), part, "on " + SpokenTime.date(day, chance));
    }

    private When weekday(Part part) {
        LocalDate day = someDay(1, 6, part);
        String name = SpokenTime.weekday(day.getDayOfWeek());
        if (day.equals(today().plusDays(1))) {
            return when(Set.of(day), part, "tomorrow");
        }
        if (chance.nextInt(3) == 0) {
            // Some mean the coming one, some the one after it: either suits.
            return when(Set.of(day, day.plusDays(7)), part, "next " + name);
        }
        return when(Set.of(day), part, chance.nextBoolean() ? "on " + name : "this " + name);
    }

    private When nextWeek(Part part) {
        LocalDate monday = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        Set<LocalDate> days = new HashSet<>();
        for (int day = 0; day < 7; day++) {
            days.add(monday.plusDays(day));
        }
        return when(days, part, chance.nextInt(3) == 0 ? "sometime next week" : "next week");
    }

    private When weekdays(Part part) {
        DayOfWeek one = someDay(2, 9, part).getDayOfWeek();
        DayOfWeek other = someDay(2, 9, part).getDayOfWeek();
        Set<LocalDate> days = new HashSet<>();
        for (LocalDate day = today(); day.isBefore(today().plusWeeks(WEEKS)); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == one || day.getDayOfWeek() == other) {
                days.add(day);
            }
        }
        String spoken = one == other
                ? "on a " + SpokenTime.weekday(one)
                : "on a " + SpokenTime.weekday(one) + " or a " + SpokenTime.weekday(other);
        return when(days, part, spoken);
    }

    private When after() {
        LocalDate day = someDay(3, 14, DAY);
        Set<LocalDate> days = new HashSet<>();
        for (int later = 1; later < 7 * WEEKS; later++) {
            days.add(day.plusDays(later));
        }
        return when(days, DAY, "after " + SpokenTime.date(day, chance));
    }

    private static When when(Set<LocalDate> days, Part part, String spoken) {
        return new When(days, part.from, part.to, (spoken + " " + part.spoken).strip());
    }

    /** A day from so many to so many days ahead that is open, with an afternoon where the part needs one. */
    private LocalDate someDay(int first, int last, Part part) {
        List<LocalDate> days = new ArrayList<>();
        for (int ahead = first; ahead <= last; ahead++) {
            LocalDate day = today().plusDays(ahead);
            // Friday afternoons are the ones that practices leave out.
            boolean late = part.from >= NOON && day.getDayOfWeek() == DayOfWeek.FRIDAY;
            if (open.test(day) && !late) {
                days.add(day);
            }
        }
        return days.isEmpty() ? today().plusDays(first) : days.get(chance.nextInt(days.size()));
    }

    private LocalDate today() {
        return now.toLocalDate();
    }
}

package org.anteroom.agent.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.anteroom.agent.words.DayMeaning.Kind;
import org.anteroom.agent.words.WhenGroup.Special;

/** What later words say of a day or time that was named before: "so before that", "that's a thursday, right". */
final class BackReference {

    /** How far ahead a day of the month is looked for that is a certain weekday. */
    private static final int NEAR_DAYS = 62;

    private BackReference() {}

    /**
     * Makes what was named only the edge of what is wished.
     *
     * @param sort {@link TimeSort#AFTER}, {@link TimeSort#BEFORE}, {@link TimeSort#BY} or {@link TimeSort#FROM}
     */
    static void bound(WhenGroup named, TimeSort sort, LocalDateTime now) {
        if (named.special != Special.NONE) {
            return;
        }
        Optional<HourMeaning> hours = named.hours();
        if (hours.isPresent()) {
            // "My meeting ends at two, so after that".
            named.hours = hours.get().bounded(sort).orElse(named.hours);
        } else if (named.day != null && !named.day.readings().isEmpty()) {
            Span said = named.day.likeliest();
            boolean later = sort == TimeSort.AFTER || sort == TimeSort.FROM;
            boolean bounds = !named.isKind(Kind.BOUND) || (later && !said.to().equals(LocalDateTime.MAX));
            if (bounds) {
                // "I'm away until the eighth, so after that" as well.
                named.day = DayMeaning.of(
                        Kind.BOUND,
                        named.day.end(),
                        named.isKind(Kind.BOUND) ? Span.from(said.to()) : open(said, sort, now));
            }
        }
    }

    private static Span open(Span said, TimeSort sort, LocalDateTime now) {
        return switch (sort) {
            case AFTER -> Span.from(said.to());
            case FROM -> Span.from(said.from());
            case BEFORE -> Span.until(said.from(), now);
            default -> Span.until(said.to(), now);
        };
    }

    /**
     * Whether a day only says more of the one named: "april first is a thursday", "tomorrow's sunday". A wrong weekday
     * counts less than the date.
     *
     * @param article whether the weekday was said with "a", as nobody asks for one
     */
    static boolean describes(WhenGroup named, DayMeaning day, boolean article) {
        if (named.negative || named.day == null || day.readings().isEmpty() || !isDay(named.day) || !isDay(day)) {
            return false;
        }
        DayMeaning mine = named.day;
        boolean same = mine.likeliest().firstDay().equals(day.likeliest().firstDay());
        if (day.kind() == Kind.WEEKDAY && mine.kind() != Kind.WEEKDAY) {
            return isOn(day, mine) || movedTo(named, mine, day) || article;
        }
        if (mine.kind() == Kind.WEEKDAY && day.kind() != Kind.WEEKDAY && isOn(mine, day)) {
            // "Thursday, that's the third, right".
            named.day = day;
            return true;
        }
        return same && day.kind() != Kind.WEEKDAY;
    }

    /** "The twenty third is a wednesday": the next twenty third that is one. */
    private static boolean movedTo(WhenGroup named, DayMeaning mine, DayMeaning weekday) {
        LocalDate after = mine.likeliest().firstDay().plusDays(1);
        Optional<DayMeaning> moved = Optional.of(mine)
                .filter(day -> day.kind() == Kind.ORDINAL)
                .flatMap(day -> day.within().apply(Span.days(after, after.plusDays(NEAR_DAYS))))
                .map(span -> DayMeaning.of(Kind.ORDINAL, mine.end(), span).floating(mine.within()))
                .filter(day -> isOn(weekday, day));
        moved.ifPresent(day -> named.day = day);
        return moved.isPresent();
    }

    private static boolean isDay(DayMeaning day) {
        return !day.readings().isEmpty() && day.likeliest().isDay();
    }

    private static boolean isOn(DayMeaning weekday, DayMeaning date) {
        DayOfWeek day = date.likeliest().firstDay().getDayOfWeek();
        return weekday.weekly().contains(day);
    }
}

package org.anteroom.agent.words;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.words.DayMeaning.Kind;
import org.anteroom.agent.words.WhenGroup.Special;

/** Makes one of two days that are said of the same wish: "tuesday", "of next week", "the third". */
final class DayMerge {

    private DayMerge() {}

    /**
     * Adds a day to the last wish: "tuesday" with "of next week".
     *
     * @param gap whether other words stand between
     * @return false when they are alternatives
     */
    static boolean merge(List<WhenGroup> groups, WhenGroup last, DayMeaning day, boolean gap) {
        DayMeaning mine = last.day;
        if (last.special != Special.NONE) {
            return false;
        }
        if (mine == null) {
            last.day = day;
            return true;
        }
        if (mine.kind() == Kind.WEEKLY || day.kind() == Kind.WEEKLY) {
            DayMeaning weekly = mine.kind() == Kind.WEEKLY ? mine : day;
            DayMeaning period = mine.kind() == Kind.WEEKLY ? day : mine;
            boolean inPeriod = !period.readings().isEmpty() && period.kind() != Kind.WEEKDAY;
            last.day = inPeriod ? weekly.lyingIn(period.likeliest()) : mine;
            if (inPeriod) {
                JoinedDays.inside(groups, period);
            }
            return inPeriod;
        }
        boolean longer = day.kind() == Kind.PERIOD || day.around().isPresent();
        // "Before the fourth, next tuesday" names the day.
        boolean bounds = mine.kind() == Kind.BOUND && day.likeliest().isDay();
        if (mine.floats() && longer && !bounds && !(day.floats() && day.kind() == Kind.WEEKDAY)) {
            Optional<DayMeaning> inside = mine.inside(day);
            if (inside.isPresent()) {
                JoinedDays.inside(groups, day);
                last.day = inside.get();
                return true;
            }
        }
        if (day.floats()
                && (mine.kind() == Kind.PERIOD
                        || (mine.around().isPresent()
                                && mine.readings().size() > 1
                                && mine.kind() == Kind.DATE
                                && day.kind() == Kind.WEEKDAY
                                && !mine.floats()))) {
            Optional<DayMeaning> inside = day.inside(mine);
            if (inside.isPresent()) {
                last.day = inside.get();
                return true;
            }
        }
        return mergeResolved(last, mine, day, gap);
    }

    private static boolean mergeResolved(WhenGroup last, DayMeaning mine, DayMeaning day, boolean gap) {
        Optional<Span> both = mine.likeliest().and(day.likeliest());
        if (both.isEmpty() && mine.kind() == Kind.BOUND && day.kind() == Kind.BOUND) {
            return false;
        }
        if (both.isPresent()) {
            boolean bounded = mine.kind() == Kind.BOUND || day.kind() == Kind.BOUND;
            DayMeaning narrow = both.get().equals(mine.likeliest()) ? mine : day;
            last.day = bounded || !both.get().equals(narrow.likeliest())
                    ? DayMeaning.of(both.get().isOpen() ? Kind.BOUND : Kind.PERIOD, day.end(), both.get())
                    : narrow;
            return true;
        }
        // "Friday, december eleventh" where the eleventh is a later friday; a wrong weekday counts less than the date.
        boolean corrects = mine.kind() == Kind.WEEKDAY && day.kind() == Kind.DATE && !gap && isLater(mine, day);
        if (corrects) {
            last.day = day;
        }
        return corrects;
    }

    private static boolean isLater(DayMeaning mine, DayMeaning day) {
        LocalDateTime first = day.likeliest().from();
        return day.likeliest().isDay()
                && !mine.weekly().isEmpty()
                && mine.weekly().contains(first.getDayOfWeek())
                && first.isAfter(mine.likeliest().from());
    }
}

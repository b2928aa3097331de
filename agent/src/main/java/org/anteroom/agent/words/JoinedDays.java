package org.anteroom.agent.words;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.words.DayMeaning.Kind;

/** A month or a period that is said once, after several days: "the eighth or ninth of january". */
final class JoinedDays {

    private JoinedDays() {}

    /** "The eighth or ninth of january": both are in january. */
    static void sameMonth(List<WhenGroup> groups, DayMeaning date) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            WhenGroup group = groups.get(i);
            Optional<DayMeaning> other =
                    group.day().filter(day -> day.kind() == Kind.ORDINAL).flatMap(day -> day.before(date));
            if (other.isEmpty()) {
                return;
            }
            group.day = other.get();
            if (!group.joined) {
                return;
            }
        }
    }

    /** "The monday or tuesday after easter": both are in that week. */
    static void sameWeek(List<WhenGroup> groups, DayMeaning date) {
        WhenGroup last = groups.get(groups.size() - 1);
        last.day()
                .filter(day -> day.kind() == Kind.WEEKDAY && !last.negative && last.hours == null)
                .filter(day -> date.readings().size() == 1)
                .map(day -> PlacedDay.insideUnlessOver(day, date))
                .filter(day -> day.likeliest().from().isBefore(date.likeliest().from()))
                .ifPresent(day -> last.day = day);
    }

    /** "Monday or tuesday of next week", "the second or the third of december": the period counts for all. */
    static void inside(List<WhenGroup> groups, DayMeaning period) {
        boolean joined = groups.get(groups.size() - 1).joined;
        for (int i = groups.size() - 2; i >= 0 && joined; i--) {
            WhenGroup group = groups.get(i);
            Optional<DayMeaning> inside = group.day()
                    .filter(day ->
                            day.kind() == Kind.WEEKDAY || day.kind() == Kind.ORDINAL || day.kind() == Kind.WEEKLY)
                    .flatMap(day ->
                            day.kind() == Kind.WEEKLY ? Optional.of(day.lyingIn(period.home())) : day.inside(period));
            if (inside.isEmpty()) {
                return;
            }
            group.day = inside.get();
            joined = group.joined;
        }
    }
}

package org.anteroom.agent.words;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.words.DayMeaning.Kind;
import org.anteroom.agent.words.WhenGroup.Special;
import org.jspecify.annotations.Nullable;

/**
 * Puts days and times together as they are read: which belongs to which, what is an alternative, what is ruled out and
 * what is taken back.
 */
final class WhenGroups {
    /** How far a day may lie from the one before it to be looked for after it: "december thirtieth or the first". */
    private static final int NEAR_DAYS = 62;

    private final List<WhenGroup> groups = new ArrayList<>();

    @Nullable
    private WhenGroup correcting;

    /** What was said just before the next day or time. */
    private boolean and;

    private boolean or;
    private boolean but;
    private boolean not;
    private boolean gap;

    List<WhenGroup> groups() {
        return groups;
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    // ---- what stands between ----------------------------------------------------------------------------------------

    void and() {
        and = true;
    }

    void or() {
        or = true;
    }

    void but() {
        but = true;
    }

    void not() {
        not = true;
    }

    /** Words that have nothing to do with time. */
    void gap() {
        gap = true;
    }

    boolean negating() {
        return not;
    }

    /** "No, wednesday": the next replaces the last. */
    void correct() {
        if (!groups.isEmpty() && correcting == null) {
            correcting = groups.remove(groups.size() - 1);
        }
        clear();
    }

    /** "Scratch that". */
    void restart() {
        groups.clear();
        correcting = null;
        clear();
    }

    /** What was said so far is how it was before. */
    void forget() {
        restart();
    }

    /** "Mornings don't work": what was said last is ruled out, with what it was joined to. */
    void unfit() {
        for (int i = groups.size() - 1; i >= 0; i--) {
            WhenGroup group = groups.get(i);
            if (group.special == Special.OPEN) {
                break;
            }
            if (!group.negative) {
                groups.set(i, group.turned());
            }
            if (!group.joined) {
                break;
            }
        }
        clear();
        gap = true;
    }

    /** Puts back what a correction took away and did not replace. */
    void end() {
        if (correcting != null) {
            groups.add(correcting);
            correcting = null;
        }
    }

    // ---- days and times ---------------------------------------------------------------------------------------------

    void special(Special special) {
        // "Any day but friday" and "anything on friday" differ only in what comes next.
        WhenGroup group = fresh(false);
        group.special = special;
        clear();
    }

    void day(DayMeaning said) {
        DayMeaning day = everyToo(placed(said));
        WhenGroup last = last();
        boolean joins = and || or;
        boolean out = excludes(last, day);
        if (correcting == null && last != null && !not && !joins && !out && !isOver(last) && mergeDay(last, day)) {
            clear();
            return;
        }
        boolean bounds = last != null && joins && !or && isBound(last) && day.kind() == Kind.BOUND;
        if (bounds && last != null && mergeDay(last, day)) {
            clear();
            return;
        }
        if (joins && day.kind() == Kind.DATE && day.floats()) {
            sameMonth(day);
        }
        fresh(out).day = day;
        clear();
    }

    /** The day that was said last is only where what is wished begins, or ends. */
    void bound(boolean begins) {
        WhenGroup last = last();
        boolean day = last != null
                && !last.negative
                && last.hours == null
                && last.day != null
                && !last.day.readings().isEmpty();
        if (last != null && last.day != null && day && !isBound(last)) {
            Span said = last.day.likeliest();
            Span open = begins ? Span.from(said.to()) : new Span(LocalDateTime.MIN, said.from());
            last.day = DayMeaning.of(Kind.BOUND, last.day.end(), open);
        }
        clear();
    }

    /** Whether what comes stands beside what was said last, or in its place. */
    boolean joining() {
        WhenGroup last = last();
        return and || or || but || (last != null && last.negative);
    }

    /**
     * What follows the last day, a day or a week or a month later; in its place where that was ruled out.
     *
     * @param days how much later; 0 for as much as it is long
     * @return false where no day was said
     */
    boolean oneAfter(int days) {
        WhenGroup last = last();
        Optional<DayMeaning> before = last == null ? Optional.empty() : last.day();
        if (last == null || before.isEmpty() || before.get().readings().isEmpty()) {
            return false;
        }
        but |= last.negative;
        WhenGroup group = fresh(false);
        group.day = before.get().oneAfter(days);
        group.hours = last.hours;
        group.hoursFirst = last.hoursFirst;
        clear();
        return true;
    }

    void hours(HourMeaning hours) {
        WhenGroup last = last();
        boolean joins = (and || or) && !(and && last != null && isHalf(last.hours) && isHalf(hours));
        if (correcting == null && last != null && !not && !joins && !isOver(last) && last.special == Special.NONE) {
            Optional<HourMeaning> both = last.hours().isEmpty()
                    ? Optional.of(hours)
                    : last.hours().get().and(hours);
            if (both.isPresent()) {
                last.hoursFirst = last.hours == null ? last.day == null : last.hoursFirst;
                last.hours = both.get();
                clear();
                return;
            }
        }
        WhenGroup group = fresh(excludes(last));
        group.hours = hours;
        group.hoursFirst = true;
        clear();
    }

    /** "I can't do mornings but ...": what comes is no longer ruled out. */
    private boolean isOver(WhenGroup last) {
        return last.negative && (but || gap);
    }

    private static boolean isHalf(@Nullable HourMeaning hours) {
        return hours != null && hours.kind() == HourMeaning.Kind.BOUND;
    }

    private static boolean isBound(WhenGroup group) {
        return group.isKind(Kind.BOUND);
    }

    /** "Any day but friday", "next week but friday". */
    private boolean excludes(@Nullable WhenGroup last, DayMeaning day) {
        boolean wide = last != null
                && !last.negative
                && (last.special == Special.OPEN
                        || last.isKind(Kind.PERIOD)
                        || last.isKind(Kind.WEEKLY)
                        || isEvery(last))
                && day.kind() != Kind.BOUND;
        return but && wide;
    }

    /** "Any evening". */
    private static boolean isEvery(WhenGroup group) {
        return group.hours().filter(HourMeaning::every).isPresent();
    }

    private boolean excludes(@Nullable WhenGroup last) {
        return but && last != null && last.special == Special.OPEN;
    }

    private WhenGroup fresh(boolean excluded) {
        WhenGroup last = last();
        boolean again = last != null && last.negative && (and || or) && !gap && !but;
        boolean joined = last != null && !but && (and || or || !gap);
        WhenGroup group = new WhenGroup(not || excluded || again, joined);
        group.corrected = correcting;
        correcting = null;
        groups.add(group);
        return group;
    }

    private @Nullable WhenGroup last() {
        return groups.isEmpty() ? null : groups.get(groups.size() - 1);
    }

    private void clear() {
        and = false;
        or = false;
        but = false;
        not = false;
        gap = false;
    }

    /** "Any tuesday or thursday": any of both. */
    private DayMeaning everyToo(DayMeaning day) {
        WhenGroup last = last();
        boolean one = last != null
                && (and || or)
                && last.isKind(Kind.WEEKLY)
                && day.kind() == Kind.WEEKDAY
                && last.hours == null
                && last.day().filter(any -> any.weekly().size() == 1).isPresent();
        return one && !day.weekly().isEmpty() ? DayMeaning.weekly(day.weekly(), day.end()) : day;
    }

    /** A day that was said after another is looked for beside it. */
    private DayMeaning placed(DayMeaning day) {
        WhenGroup last = last();
        Optional<DayMeaning> before = last == null ? Optional.empty() : last.day();
        if (before.isEmpty() || !day.floats() || before.get().readings().isEmpty()) {
            return day;
        }
        DayMeaning other = before.get();
        if (day.kind() == Kind.WEEKDAY) {
            boolean sameWeek =
                    (and || or) && other.kind() == Kind.DATE && other.around().isPresent();
            return sameWeek ? day.inside(other).orElse(day) : day;
        }
        boolean follows = day.kind() == Kind.ORDINAL && other.likeliest().isDay() && other.kind() != Kind.WEEKDAY;
        if (!follows) {
            return day;
        }
        Span after = Span.days(
                other.likeliest().firstDay(), other.likeliest().firstDay().plusDays(NEAR_DAYS));
        return day.within()
                .apply(after)
                .map(span -> DayMeaning.of(Kind.ORDINAL, day.end(), span).floating(day.within()))
                .orElse(day);
    }

    /** "Tuesday" with "of next week"; false when they are alternatives. */
    private boolean mergeDay(WhenGroup last, DayMeaning day) {
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
                placeJoined(period);
            }
            return inPeriod;
        }
        boolean longer = day.kind() == Kind.PERIOD || day.around().isPresent();
        if (mine.floats() && longer && !(day.floats() && day.kind() == Kind.WEEKDAY)) {
            Optional<DayMeaning> inside = mine.inside(day);
            if (inside.isPresent()) {
                placeJoined(day);
                last.day = inside.get();
                return true;
            }
        }
        if (day.floats()
                && (mine.kind() == Kind.PERIOD
                        || (mine.around().isPresent()
                                && mine.kind() == Kind.DATE
                                && day.kind() == Kind.WEEKDAY
                                && !mine.floats()))) {
            Optional<DayMeaning> inside = day.inside(mine);
            if (inside.isPresent()) {
                last.day = inside.get();
                return true;
            }
        }
        return mergeResolved(last, mine, day);
    }

    private boolean mergeResolved(WhenGroup last, DayMeaning mine, DayMeaning day) {
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

    /** "The eighth or ninth of january": both are in january. */
    private void sameMonth(DayMeaning date) {
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

    /** "Monday or tuesday of next week", "the second or the third of december": the period counts for all. */
    private void placeJoined(DayMeaning period) {
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

package org.anteroom.agent.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.DayMeaning.Kind;
import org.anteroom.agent.words.WhenGroup.Special;
import org.jspecify.annotations.Nullable;

/**
 * Puts days and times together as they are read: which belongs to which, what is an alternative, what is ruled out and
 * what is taken back.
 */
final class WhenGroups {
    private final List<WhenGroup> groups = new ArrayList<>();

    @Nullable
    private WhenGroup correcting;

    /** The day of what is moved, "from friday to the friday after". */
    @Nullable
    private DayMeaning moved;

    /** What was said just before the next day or time. */
    private boolean and;

    private boolean or;
    private boolean apart;
    private boolean but;
    private boolean not;
    private boolean gap;
    /** Whether it is a limit told by what won't do: "not before ten". */
    private boolean limit;
    /** How many of the groups were only the reason for what comes. */
    private int reasons;

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

    /** @param apart whether it begins an alternative with hours of its own: "or else" */
    void or(boolean apart) {
        or = true;
        this.apart |= apart;
    }

    void but() {
        but = true;
    }

    void not() {
        not = true;
    }

    /** What comes follows from what was said before: "i'm on duty till friday, so monday". */
    void so() {
        reasons = groups.size();
        WhenGroup last = last();
        gap |= last != null && last.negative;
    }

    /** What comes is a limit although it is said with "not". */
    void limit() {
        limit = true;
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
        reasons = 0;
        if (!groups.isEmpty() && correcting == null) {
            correcting = groups.remove(groups.size() - 1);
        }
        clear();
    }

    /** "Scratch that". */
    void restart() {
        groups.clear();
        moved = null;
        correcting = null;
        reasons = 0;
        clear();
    }

    /** What was said so far is how it was before. */
    void forget() {
        // "From friday" is read as a limit.
        DayMeaning before = Optional.ofNullable(last())
                .flatMap(WhenGroup::day)
                .filter(day ->
                        !day.readings().isEmpty() && !day.likeliest().from().equals(LocalDateTime.MIN))
                .map(day -> DayMeaning.date(day.likeliest().firstDay(), day.end()))
                .orElse(null);
        restart();
        moved = before;
    }

    /** "Mornings don't work": what was said last is ruled out, with what it was joined to. */
    void unfit() {
        WhenGroup said = last();
        if (said != null && said.negative) {
            // "Except wednesday morning, i teach then".
            clear();
            gap = true;
            return;
        }
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

    /**
     * Lets go what was only the reason.
     *
     * @param all otherwise hours without a day still count for the day that comes
     */
    private void conclude(boolean all) {
        for (int i = Math.min(reasons, groups.size()) - 1; i >= 0; i--) {
            WhenGroup group = groups.get(i);
            if (!group.negative && group.special == Special.NONE && (all || group.day != null)) {
                groups.remove(i);
            }
        }
        reasons = 0;
    }

    void special(Special special) {
        // "Any day but friday" and "anything on friday" differ only in what comes next.
        WhenGroup group = fresh(false);
        group.special = special;
        clear();
    }

    void day(DayMeaning said) {
        boolean joined = and || or;
        DayMeaning day = PlacedDay.every(
                PlacedDay.beside(said, correcting == null ? last() : correcting, joined, correcting != null),
                last(),
                joined);
        if (reasons > 0 && correcting == null && !not) {
            day = PlacedDay.insideReason(day, last());
            conclude(day.kind() == Kind.BOUND);
        }
        WhenGroup last = last();
        boolean joins = and || or;
        boolean out = excludes(last, day);
        if (correcting == null
                && last != null
                && !not
                && !joins
                && !out
                && !isOver(last)
                && DayMerge.merge(groups, last, day, gap)) {
            clear();
            return;
        }
        boolean bounds = last != null && joins && !or && isBound(last) && day.kind() == Kind.BOUND;
        if (bounds && last != null && DayMerge.merge(groups, last, day, gap)) {
            clear();
            return;
        }
        if (joins && day.kind() == Kind.DATE && day.floats()) {
            JoinedDays.sameMonth(groups, day);
        }
        if (joins && !groups.isEmpty() && day.around().isPresent() && day.kind() == Kind.DATE && !day.floats()) {
            JoinedDays.sameWeek(groups, day);
        }
        if (last != null && last.explained && !joins && !out) {
            // "Tomorrow's sunday, so monday".
            groups.remove(last);
        }
        fresh(out).day = day;
        clear();
    }

    /** The day or time that was said last is only where what is wished begins, or ends. */
    void bound(TimeSort sort, LocalDateTime now) {
        WhenGroup last = last();
        reasons = 0;
        if (last != null) {
            // "I'm away next week, so after that".
            WhenGroup named = last.negative ? last.turned() : last;
            groups.set(groups.size() - 1, named);
            BackReference.bound(named, sort, now);
        }
        clear();
    }

    /** Whether a day only tells of the one that was said last. */
    boolean describes(DayMeaning day, boolean article) {
        WhenGroup last = last();
        boolean describes = last != null && !and && !or && BackReference.describes(last, day, article);
        if (last != null && describes) {
            reasons = 0;
            last.explained = true;
            clear();
        }
        return describes;
    }

    /** The day that was said last, also where it is being corrected. */
    Optional<DayMeaning> named() {
        if (groups.isEmpty() && correcting == null) {
            return Optional.ofNullable(moved);
        }
        WhenGroup last = correcting == null ? last() : correcting;
        for (int i = groups.size() - 1; correcting == null && i > 0 && last != null && last.day == null; i--) {
            last = groups.get(i - 1);
        }
        return Optional.ofNullable(last)
                .flatMap(WhenGroup::day)
                .filter(day -> !day.readings().isEmpty() && !day.likeliest().isOpen());
    }

    /** A day that was reckoned from {@link #named()}. */
    void chained(ChainGrammar.Chained chained) {
        WhenGroup last = last();
        boolean free = correcting == null && last != null && !joining();
        if (free && last != null && chained.instead() && last.hours == null && last.day != null) {
            last.day = chained.day();
            clear();
            return;
        }
        but |= last != null && last.negative;
        boolean concluded = reasons > 0;
        conclude(false);
        WhenGroup group = fresh(false);
        group.day = chained.day();
        if (last != null && group.corrected == null && !concluded) {
            lend(last, group);
        }
        clear();
    }

    private static void lend(WhenGroup from, WhenGroup to) {
        to.hours = from.hours;
        to.hoursFirst = from.hoursFirst;
        to.hoursLent = from.hours != null;
    }

    /** Whether what comes stands beside what was said last, or in its place. */
    boolean joining() {
        WhenGroup last = last();
        boolean follows = correcting != null || (last == null && moved != null);
        return and || or || but || follows || (last != null && last.negative);
    }

    /**
     * What follows the last day, a day or a week or a month later; in its place where that was ruled out.
     *
     * @param days how much later; 0 for as much as it is long
     * @return false where no day was said
     */
    boolean oneAfter(int days) {
        Optional<DayMeaning> before = named();
        before.ifPresent(day -> chained(new ChainGrammar.Chained(day.oneAfter(days), false)));
        return before.isPresent();
    }

    /** "Any friday except this one": the next of those that were said. */
    boolean thisOne(LocalDate today, int end) {
        WhenGroup last = last();
        Optional<DayOfWeek> weekday = Optional.ofNullable(last)
                .filter(group -> not && !group.negative && group.isKind(Kind.WEEKLY))
                .flatMap(WhenGroup::day)
                .filter(day -> day.weekly().size() == 1)
                .map(day -> day.weekly().iterator().next());
        weekday.ifPresent(day -> {
            fresh(false).day = DayMeaning.date(Weeks.next(today, day.getValue()), end);
            clear();
        });
        return weekday.isPresent();
    }

    /** "Tomorrow, any time in the morning": the hours are those of the day. */
    private WhenGroup withoutOpen(WhenGroup open) {
        WhenGroup before = groups.size() < 2 ? open : groups.get(groups.size() - 2);
        boolean day = before.day != null && before.hours == null && !before.negative;
        if (day) {
            groups.remove(open);
        }
        return day ? before : open;
    }

    /** Whether anything is wished so far. */
    boolean wished() {
        return groups.stream().anyMatch(group -> !group.negative);
    }

    /** Whether the day that was said last is one of these. */
    boolean onOneOf(Set<DayOfWeek> weekdays) {
        WhenGroup last = last();
        return last != null
                && last.day()
                        .filter(day -> !day.weekly().isEmpty() && weekdays.containsAll(day.weekly()))
                        .isPresent();
    }

    /** Whether hours were said last. */
    boolean atHour() {
        WhenGroup last = last();
        return last != null && last.hours != null;
    }

    /** Whether a day was said last, and no hour of it. */
    boolean atDay() {
        WhenGroup last = last();
        return last != null && last.day != null && last.hours == null && !joining();
    }

    void hours(HourMeaning hours) {
        WhenGroup reason = last();
        if (reasons > 0 && correcting == null && !not) {
            if (reason != null && reason.day == null && !reason.negative && reason.special == Special.NONE) {
                groups.remove(reason);
            }
            reasons = 0;
        }
        WhenGroup last = last();
        if (last != null && last.hoursLent) {
            last.hours = null;
            last.hoursLent = false;
        }
        boolean joins = (and || or) && !(and && last != null && isHalf(last.hours) && isHalf(hours));
        if (last != null && last.special == Special.OPEN && !joins && !not && !but && correcting == null) {
            last = withoutOpen(last);
        }
        WhenGroup day = groups.size() < 2 ? null : groups.get(groups.size() - 2);
        boolean part = last != null
                && last.negative
                && last.day == null
                && last.hours().flatMap(out -> out.and(hours)).isEmpty()
                && !joins
                && !not
                && correcting == null;
        if (part && day != null && day.day != null && day.hours == null && !day.negative) {
            // "The thirtieth, not the morning, the afternoon".
            day.hours = hours;
            clear();
            return;
        }
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
        boolean again = last != null && last.negative && (and || or) && !gap && !but && !limit;
        boolean joined = last != null && !but && (and || or || !gap);
        WhenGroup group = new WhenGroup(not || excluded || again, joined);
        group.corrected = correcting;
        group.apart = apart;
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
        apart = false;
        but = false;
        not = false;
        gap = false;
        limit = false;
    }
}

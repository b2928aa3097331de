package org.anteroom.agent.words;

import java.time.LocalTime;
import java.util.Optional;

/**
 * What a few words say about the time of day, before it is known to what they belong.
 *
 * @param from minutes after midnight, or {@link #OPEN}
 * @param to minutes after midnight, or {@link #OPEN}; the same as {@code from} for a moment
 * @param fixed whether the half of the day was said; otherwise it is that of business hours
 * @param every whether it is meant of all days: "mornings"
 * @param bare whether it is a mere number, which may count anything
 * @param end the place after its last token
 */
record HourMeaning(int from, int to, Kind kind, boolean fixed, boolean every, boolean bare, int end) {
    static final int OPEN = -1;
    static final int NOON = 720;
    static final int DAY = 1440;

    /** What kind of words they are. */
    enum Kind {
        /** "Ten fifteen". */
        MOMENT,
        /** "After ten", "by noon". */
        BOUND,
        /** "From ten to noon". */
        BETWEEN,
        /** "In the morning". */
        PART
    }

    boolean isMoment() {
        return kind == Kind.MOMENT;
    }

    /** The two together, "friday morning after ten"; empty when they exclude each other. */
    Optional<HourMeaning> and(HourMeaning other) {
        if (isMoment() && other.kind == Kind.PART) {
            return Optional.of(within(other));
        }
        if (other.isMoment() && kind == Kind.PART) {
            return Optional.of(other.within(this));
        }
        if (isMoment() || other.isMoment()) {
            return Optional.empty();
        }
        if (bare && kind == Kind.PART && other.kind == Kind.PART && (to <= other.from || from >= other.to)) {
            return Optional.of(other.half(from < NOON));
        }
        HourMeaning mine = other.kind == Kind.PART ? within(other) : this;
        HourMeaning its = kind == Kind.PART ? other.within(this) : other;
        int start = Math.max(mine.from, its.from);
        int stop = mine.to == OPEN ? its.to : its.to == OPEN ? mine.to : Math.min(mine.to, its.to);
        return stop != OPEN && start >= stop
                ? Optional.empty()
                : Optional.of(new HourMeaning(
                        start,
                        stop,
                        kind == Kind.PART ? other.kind : kind,
                        fixed && other.fixed,
                        every || other.every,
                        false,
                        Math.max(end, other.end)));
    }

    /** The same in the half of the day in which a part of it lies: "seven" of "tonight". */
    HourMeaning within(HourMeaning part) {
        if (fixed) {
            return ending(Math.max(end, part.end));
        }
        int first = from != OPEN ? from : to;
        int late = part.to == OPEN ? DAY : part.to;
        int early = Math.max(0, part.from);
        boolean fits = first >= early && first <= late;
        int other = first < NOON ? NOON : -NOON;
        boolean otherFits = first + other >= early && first + other <= late;
        // "Ten at night" lies outside the evening as practices mean it, but not in the morning.
        boolean night = early >= NOON && first < NOON;
        boolean shift = !fits && (otherFits || night);
        return shift ? shifted(other, Math.max(end, part.end)) : ending(Math.max(end, part.end));
    }

    /** "Early this evening". */
    private HourMeaning half(boolean first) {
        int middle = (Math.max(0, from) + (to == OPEN ? DAY : to)) / 2;
        return new HourMeaning(first ? from : middle, first ? middle : to, kind, fixed, every, false, end);
    }

    private HourMeaning shifted(int minutes, int last) {
        return new HourMeaning(move(from, minutes), move(to, minutes), kind, true, every, false, last);
    }

    private static int move(int minute, int by) {
        return minute == OPEN ? OPEN : Math.floorMod(minute + by, DAY);
    }

    /** The same where a word alone doesn't make it a time: "late". */
    HourMeaning asBare() {
        return new HourMeaning(from, to, kind, fixed, every, true, end);
    }

    HourMeaning ending(int last) {
        return new HourMeaning(from, to, kind, fixed, every, bare, last);
    }

    /** Everything but this: from its end on, or up to its beginning. */
    Optional<HourMeaning> turned() {
        if (kind != Kind.BOUND || (from == OPEN) == (to == OPEN)) {
            return Optional.empty();
        }
        return Optional.of(new HourMeaning(to, from, kind, fixed, every, bare, end));
    }

    /** From its end on, or up to its beginning, where "after that" or "before then" follows. */
    Optional<HourMeaning> bounded(TimeSort sort) {
        boolean after = sort == TimeSort.AFTER || sort == TimeSort.FROM;
        int edge = after ? to : from;
        return edge == OPEN
                ? Optional.empty()
                : Optional.of(new HourMeaning(
                        after ? edge : OPEN, after ? OPEN : edge, Kind.BOUND, fixed, every, false, end));
    }

    Hours hours() {
        return new Hours(time(from), time(to));
    }

    private static Optional<LocalTime> time(int minute) {
        return minute == OPEN || minute >= DAY ? Optional.empty() : Optional.of(LocalTime.ofSecondOfDay(minute * 60L));
    }
}

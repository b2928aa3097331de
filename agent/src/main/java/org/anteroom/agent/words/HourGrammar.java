package org.anteroom.agent.words;

import java.util.Optional;
import org.anteroom.agent.words.ClockGrammar.Clock;
import org.anteroom.agent.words.HourMeaning.Kind;

/** What is said of the time of day: moments, parts of the day, and bounds ("after three", "between one and three"). */
final class HourGrammar {

    private static final int LUNCH_OVER = 13 * 60;

    private final TimeTokens tokens;
    private final ClockGrammar clocks;
    private final boolean moving;

    /** @param moving whether "two to three" is how something is moved and no stretch of hours */
    HourGrammar(TimeTokens tokens, boolean moving) {
        this.tokens = tokens;
        this.moving = moving;
        this.clocks = new ClockGrammar(tokens);
    }

    /** The longest that can be read from a place. */
    Optional<HourMeaning> hours(int at) {
        return between(at)
                .or(() -> span(at))
                .or(() -> part(at))
                .or(() -> bound(at))
                .or(() -> followed(at))
                .or(() -> moment(at));
    }

    /** "Between ten and two", "from nine to five", also where the halves of the day are left open. */
    private Optional<HourMeaning> between(int at) {
        if (!tokens.isAny(at, TimeSort.BETWEEN, TimeSort.FROM)) {
            return Optional.empty();
        }
        return joined(at + 1, tokens.is(at, TimeSort.BETWEEN));
    }

    /** "Nine to five" without an introduction. */
    private Optional<HourMeaning> span(int at) {
        int start = tokens.skip(at, TimeSort.AT);
        Optional<Clock> plain = clocks.clock(start, false);
        Optional<Clock> first = clocks.clock(start, true);
        boolean minutesTo = plain.isPresent()
                && first.isPresent()
                && plain.get().end() > first.get().end();
        return minutesTo ? Optional.empty() : joined(at, false);
    }

    private Optional<HourMeaning> joined(int at, boolean and) {
        Optional<Clock> first = clocks.clock(tokens.skip(at, TimeSort.AT), true);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int joint = first.get().end();
        boolean joins = tokens.isAny(joint, TimeSort.UNTIL, TimeSort.THROUGH)
                || (tokens.is(joint, TimeSort.TO) && !moving)
                || (and && tokens.isAny(joint, TimeSort.AND, TimeSort.OR));
        return joins
                ? clocks.clock(tokens.skip(joint + 1, TimeSort.AT), true).map(last -> range(first.get(), last))
                : Optional.empty();
    }

    private static HourMeaning range(Clock first, Clock last) {
        int from = first.minute();
        int to = last.minute();
        if (!first.fixed() && last.fixed()) {
            int later = from < HourMeaning.NOON ? from + HourMeaning.NOON : from;
            int earlier = from >= HourMeaning.NOON ? from - HourMeaning.NOON : from;
            from = later < to && to > HourMeaning.NOON ? later : earlier < to && from >= to ? earlier : from;
        } else if (to <= from && !last.fixed() && to < HourMeaning.NOON) {
            to += HourMeaning.NOON;
        }
        boolean swapped = to <= from;
        return new HourMeaning(
                swapped ? to : from,
                swapped ? from : to,
                Kind.BETWEEN,
                first.fixed() || last.fixed(),
                false,
                first.bare() && last.bare(),
                last.end());
    }

    private Optional<HourMeaning> part(int at) {
        int start = tokens.skip(at, TimeSort.AT, TimeSort.IN, TimeSort.THE, TimeSort.AN);
        boolean each = tokens.is(start, TimeSort.EACH);
        int named = each ? start + 1 : start;
        if (tokens.is(named, "early") || tokens.is(named, "late")) {
            DayPart part = tokens.is(named, TimeSort.EARLY) ? DayPart.EARLY : DayPart.LATE;
            return Optional.of(part.meaning(false, named + 1).asBare());
        }
        boolean every = tokens.is(named, TimeSort.PARTS);
        if (!every && !tokens.is(named, TimeSort.PART)) {
            return Optional.empty();
        }
        HourMeaning part = DayPart.numbered(tokens.value(named)).meaning(every || each, named + 1);
        return tokens.is(named + 1, TimeSort.ONWARD)
                ? Optional.of(new HourMeaning(
                        part.from(), HourMeaning.OPEN, Kind.PART, true, every || each, false, named + 2))
                : Optional.of(part);
    }

    /** "After three", "before noon", "by ten", "until five", "from two on". */
    private Optional<HourMeaning> bound(int at) {
        if (!tokens.isAny(at, TimeSort.AFTER, TimeSort.BEFORE, TimeSort.BY, TimeSort.UNTIL, TimeSort.FROM)) {
            return Optional.empty();
        }
        int start = tokens.skip(at + 1, TimeSort.AT, TimeSort.LATE);
        boolean from = tokens.isAny(at, TimeSort.AFTER, TimeSort.FROM);
        Optional<HourMeaning> clock = clocks.clock(start, false)
                .map(c -> bound(from, c.minute(), c.fixed(), c.bare(), tokens.skip(c.end(), onwards(from))));
        return clock.or(() -> part(start).flatMap(part -> bound(at, part)));
    }

    private static TimeSort onwards(boolean from) {
        return from ? TimeSort.ONWARD : TimeSort.LATEST;
    }

    private Optional<HourMeaning> bound(int at, HourMeaning part) {
        boolean later = tokens.is(at, TimeSort.AFTER) || tokens.isAny(at, TimeSort.BY, TimeSort.UNTIL);
        // "After lunch" doesn't wait for the end of the hours in which practices have theirs.
        boolean lunch = DayPart.LUNCH.meaning(false, part.end()).equals(part);
        int edge = later ? part.to() : part.from();
        if (lunch) {
            edge = later ? LUNCH_OVER : HourMeaning.NOON;
        }
        boolean from = tokens.isAny(at, TimeSort.AFTER, TimeSort.FROM);
        return edge == HourMeaning.OPEN ? Optional.empty() : Optional.of(bound(from, edge, true, false, part.end()));
    }

    /** "Three or later", "noon at the latest". */
    private Optional<HourMeaning> followed(int at) {
        return clocks.clock(tokens.skip(at, TimeSort.AT), false)
                .filter(clock -> tokens.isAny(clock.end(), TimeSort.ONWARD, TimeSort.LATEST))
                .map(clock -> bound(
                        tokens.is(clock.end(), TimeSort.ONWARD),
                        clock.minute(),
                        clock.fixed(),
                        false,
                        clock.end() + 1));
    }

    private static HourMeaning bound(boolean from, int minute, boolean fixed, boolean bare, int end) {
        int open = HourMeaning.OPEN;
        return new HourMeaning(from ? minute : open, from ? open : minute, Kind.BOUND, fixed, false, bare, end);
    }

    private Optional<HourMeaning> moment(int at) {
        return clocks.clock(tokens.skip(at, TimeSort.AT), false).map(Clock::moment);
    }
}

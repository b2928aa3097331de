package org.anteroom.agent.words;

import java.util.Optional;
import org.anteroom.agent.words.DayMeaning.Kind;

/** Days told by the one before them: "the monday after that", "the week before", "the beginning of the week after". */
final class ChainGrammar {

    /**
     * A day reckoned from another.
     *
     * @param instead whether the other was only named to reckon from, where nothing joins the two
     */
    record Chained(DayMeaning day, boolean instead) {}

    private final TimeTokens tokens;
    private final AnchorGrammar anchors;
    private final PeriodGrammar periods;
    private final HourGrammar hours;

    ChainGrammar(TimeTokens tokens, AnchorGrammar anchors, PeriodGrammar periods, HourGrammar hours) {
        this.tokens = tokens;
        this.anchors = anchors;
        this.periods = periods;
        this.hours = hours;
    }

    /**
     * What is reckoned from a day at a place.
     *
     * @param base the day that was said before
     * @param joined whether "or" or the like leads on from it
     */
    Optional<Chained> chained(int at, DayMeaning base, boolean joined) {
        if (tokens.is(at, "that") && tokens.is(at + 1, TimeSort.WEEKDAY)) {
            return followed(at + 1, base).map(day -> new Chained(day, true));
        }
        int start = tokens.skip(at, TimeSort.ON, TimeSort.IN, TimeSort.THE);
        boolean part = tokens.isAny(
                start, TimeSort.EARLY, TimeSort.MIDDLE, TimeSort.LATE, TimeSort.FIRST_HALF, TimeSort.SECOND_HALF);
        int unit = part ? tokens.skip(start + 1, TimeSort.OF, TimeSort.IN, TimeSort.THE) : start;
        Optional<DayMeaning> day =
                part ? weekAfterThat(unit, base).or(() -> beside(unit, base, joined)) : beside(unit, base, joined);
        if (part) {
            TimeSort which = tokens.get(start).sort();
            if (day.isEmpty() && base.kind() == Kind.PERIOD && unit == start + 1 && trails(tokens.text(start))) {
                // "Next week, toward the end".
                return Optional.of(new Chained(periods.part(which, base, false).ending(start + 1), true));
            }
            return day.filter(period -> period.kind() == Kind.PERIOD)
                    .map(period -> new Chained(periods.part(which, period, false), false));
        }
        return day.map(said -> new Chained(said, true));
    }

    private static boolean trails(String part) {
        return part.contains("the ") && !part.endsWith(" of") && !part.endsWith(" in");
    }

    /** "I get back on the fifth, so that monday": the first one after it. */
    private Optional<DayMeaning> followed(int weekday, DayMeaning base) {
        return base.likeliest().isDay()
                ? Optional.of(
                        DayMeaning.date(Weeks.next(base.likeliest().firstDay(), tokens.value(weekday)), weekday + 1))
                : Optional.empty();
    }

    private Optional<DayMeaning> weekAfterThat(int at, DayMeaning base) {
        return tokens.is(at, TimeSort.ONE_AFTER) && tokens.value(at) > 1
                ? Optional.of(base.weekAfter(at + 1))
                : Optional.empty();
    }

    private Optional<DayMeaning> beside(int unit, DayMeaning base, boolean joined) {
        int joint = unit + 1;
        boolean beside = anchors.isUnit(unit) && (anchors.isAfter(joint) || anchors.isBefore(joint));
        if (!beside || base.home().isOpen() || base.likeliest().isOpen()) {
            return Optional.empty();
        }
        int end = joint + 1;
        if (isPronoun(end)) {
            return Optional.of(anchors.beside(unit, base, end + (tokens.is(end + 1, "one") ? 2 : 1)));
        }
        boolean on = tokens.is(end, TimeSort.ON);
        boolean nothing = anchors.anchor(end).isEmpty() && hours.hours(joint).isEmpty();
        // "Wednesday, the week after" is the wednesday of that week.
        boolean ofWeek = anchors.isWeek(unit) && base.kind() == Kind.WEEKDAY;
        boolean last = end >= tokens.size() && !ofWeek;
        if (!(joined && (on || nothing)) && !last) {
            return Optional.empty();
        }
        // "Thursday or the week after" is again on a thursday, unless a day follows.
        boolean sameDay = joined && tokens.is(unit, TimeSort.DAY_UNIT) && anchors.isAfter(joint) && !on;
        return Optional.of(sameDay ? base.oneAfter(tokens.value(unit)).ending(end) : anchors.beside(unit, base, end));
    }

    private boolean isPronoun(int at) {
        return (tokens.is(at, "that") || tokens.is(at, "it") || tokens.is(at, "then"))
                && !tokens.isAny(at + 1, TimeSort.WEEKDAY, TimeSort.DAY_UNIT);
    }
}

package org.anteroom.agent.words;

import java.util.Optional;
import org.anteroom.agent.words.TimeTokens.Count;

/** Clock times: "half past two", "two fifteen p m", "quarter to nine", "fourteen hundred", "three o'clock", "3:30". */
final class ClockGrammar {

    /**
     * A moment of a day.
     *
     * @param minute after midnight
     * @param fixed whether it is known to be before or after noon; otherwise it is what business hours make of it
     * @param bare whether it is a mere number, which may count anything
     * @param end the place after its last token
     */
    record Clock(int minute, boolean fixed, boolean bare, int end) {
        HourMeaning moment() {
            return new HourMeaning(minute, minute, HourMeaning.Kind.MOMENT, fixed, false, bare, end);
        }
    }

    private static final int HOUR = 60;
    /** From seven on a number is a morning hour, below it one of the afternoon. */
    private static final int EARLIEST_HOUR = 7;

    private final TimeTokens tokens;

    ClockGrammar(TimeTokens tokens) {
        this.tokens = tokens;
    }

    /** @param range whether a "to" may only join two times, so that "ten to four" are six hours */
    Optional<Clock> clock(int at, boolean range) {
        return named(at)
                .or(() -> besideHour(at, range))
                .or(() -> written(at))
                .or(() -> hundred(at))
                .or(() -> counted(at))
                .flatMap(this::completed);
    }

    private Optional<Clock> named(int at) {
        int start = tokens.number(at)
                        .filter(n -> n.value() == 12 && tokens.is(n.end(), TimeSort.NOON))
                        .isPresent()
                ? at + 1
                : at;
        return tokens.is(start, TimeSort.NOON)
                ? Optional.of(new Clock(tokens.value(start) * HOUR, true, false, start + 1))
                : Optional.empty();
    }

    /** "Half past two", "a quarter to nine", "ten after six", "five minutes before three". */
    private Optional<Clock> besideHour(int at, boolean range) {
        int start = tokens.skip(at, TimeSort.AN);
        Optional<Count> minutes = minutes(start);
        if (minutes.isEmpty()) {
            return Optional.empty();
        }
        boolean counted = tokens.is(minutes.get().end(), TimeSort.MINUTE_UNIT);
        int joint = minutes.get().end() + (counted ? 1 : 0);
        boolean past = tokens.is(joint, "past") || tokens.is(joint, "after");
        boolean round = counted
                || tokens.isAny(start, TimeSort.QUARTER, TimeSort.HALF)
                || minutes.get().value() % 5 == 0;
        boolean to = tokens.isAny(joint, TimeSort.TO, TimeSort.OF, TimeSort.BEFORE)
                || tokens.is(joint, "till")
                || tokens.is(joint, "til");
        if (tokens.is(start, TimeSort.HALF)) {
            Optional<Clock> british =
                    hour(joint).map(hour -> new Clock(hour.minute() + 30, hour.fixed(), false, hour.end()));
            if (british.isPresent()) {
                return british;
            }
        }
        if (!past && !(to && round && (!range || !tokens.is(joint, TimeSort.TO)))) {
            return Optional.empty();
        }
        int sign = past ? 1 : -1;
        return named(joint + 1)
                .or(() -> hour(joint + 1))
                .map(hour -> new Clock(
                        Math.floorMod(hour.minute() + sign * minutes.get().value(), HourMeaning.DAY),
                        hour.fixed(),
                        false,
                        hour.end()));
    }

    private Optional<Count> minutes(int at) {
        if (tokens.is(at, TimeSort.QUARTER)) {
            return Optional.of(new Count(15, at + 1));
        }
        if (tokens.is(at, TimeSort.HALF)) {
            return Optional.of(new Count(30, at + 1));
        }
        return tokens.number(at).filter(number -> number.value() > 0 && number.value() < 30);
    }

    /** "3:30", and "330" where the colon was lost. */
    private Optional<Clock> written(int at) {
        String text = tokens.text(at);
        int colon = text.indexOf(':');
        boolean joined = colon < 0 && (text.length() == 3 || text.length() == 4) && TimeTokens.isDigits(text);
        if (colon < 1 && !joined) {
            return Optional.empty();
        }
        int cut = joined ? text.length() - 2 : colon;
        int hour = Integer.parseInt(text.substring(0, cut));
        int minute = Integer.parseInt(text.substring(joined ? cut : cut + 1));
        return hour < 24 && minute < HOUR ? Optional.of(clock(hour, minute, joined, at + 1)) : Optional.empty();
    }

    /** "Fourteen hundred", "oh nine hundred". */
    private Optional<Clock> hundred(int at) {
        int start = isZero(at) ? at + 1 : at;
        return tokens.number(start)
                .filter(hour -> hour.value() < 24
                        && (tokens.is(hour.end(), "hundred") || tokens.is(hour.end(), "hundred hours")))
                .map(hour -> new Clock(hour.value() * HOUR, hour.value() > 12 || start > at, false, hour.end() + 1));
    }

    /** "Three", "three thirty", "three oh five", "fifteen thirty". */
    private Optional<Clock> counted(int at) {
        Optional<Clock> hour = hour(at);
        Optional<Count> first = tokens.number(at);
        if (first.isEmpty() || first.get().value() > 23) {
            return Optional.empty();
        }
        int end = first.get().end();
        Optional<Count> minute = isZero(end)
                        && tokens.number(end + 1).filter(n -> n.value() < 10).isPresent()
                ? tokens.number(end + 1)
                : tokens.number(end).filter(n -> n.value() > 9 && n.value() < HOUR && !counts(n.end()));
        return minute.map(m -> clock(first.get().value(), m.value(), false, m.end()))
                .or(() -> hour);
    }

    private boolean isZero(int at) {
        String text = tokens.text(at);
        return text.equals("oh") || text.equals("o") || text.equals("zero");
    }

    /** Whether a unit follows, so that a number before it is no time of day. */
    private boolean counts(int at) {
        return tokens.isAny(at, TimeSort.DAY_UNIT, TimeSort.MONTH_UNIT, TimeSort.MINUTE_UNIT);
    }

    private Optional<Clock> hour(int at) {
        return tokens.number(at)
                .filter(hour -> hour.value() > 0 && hour.value() <= 12 && !counts(hour.end()))
                .map(hour -> clock(hour.value(), 0, true, hour.end()));
    }

    private static Clock clock(int hour, int minute, boolean bare, int end) {
        boolean fixed = hour > 12 || hour == 0;
        int business = !fixed && hour < EARLIEST_HOUR ? hour + 12 : hour;
        return new Clock(business * HOUR + minute, fixed, bare, end);
    }

    /** With "o'clock", "a m" or "in the evening" after it. */
    private Optional<Clock> completed(Clock clock) {
        int end = tokens.skip(clock.end(), TimeSort.ISH);
        boolean oclock = tokens.is(end, TimeSort.OCLOCK);
        end = tokens.skip(end, TimeSort.OCLOCK, TimeSort.ISH);
        boolean bare = clock.bare() && !oclock && end == clock.end();
        boolean am = tokens.is(end, TimeSort.AM) || tokens.is(end, "in the morning");
        boolean pm = tokens.is(end, TimeSort.PM)
                || tokens.is(end, "in the afternoon")
                || tokens.is(end, "in the evening")
                || tokens.is(end, "at night");
        if (!am && !pm) {
            return Optional.of(new Clock(clock.minute(), clock.fixed(), bare, end));
        }
        int half = clock.minute() % HourMeaning.NOON;
        boolean fixed = clock.minute() > HourMeaning.NOON + HOUR * EARLIEST_HOUR && clock.fixed();
        int minute = fixed ? clock.minute() : half + (pm ? HourMeaning.NOON : 0);
        boolean midnight = tokens.is(end, "at night") && half < HOUR;
        return Optional.of(new Clock(midnight ? half : minute, true, false, end + 1));
    }
}

package org.anteroom.agent.words;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.anteroom.agent.words.DayMeaning.Kind;
import org.anteroom.agent.words.TimeTokens.Count;

/** Lengths of time from now on: "in two weeks", "a month from now", "within the next ten days", "in half an hour". */
final class LengthGrammar {

    /**
     * A counted length; the two counts differ for "two or three weeks".
     *
     * @param unit one of {@link TimeSort#DAY_UNIT}, {@link TimeSort#MONTH_UNIT} and {@link TimeSort#MINUTE_UNIT}
     * @param least how many units at least, of days, months or minutes
     * @param end the place after its last token
     */
    record Length(TimeSort unit, int least, int most, int step, int end) {

        LocalDateTime after(LocalDateTime moment, int count) {
            return switch (unit) {
                case MONTH_UNIT -> moment.plusMonths(count);
                case MINUTE_UNIT -> moment.plusMinutes(count);
                default -> moment.plusDays(count);
            };
        }

        LocalDate after(LocalDate date, int count) {
            return after(date.atStartOfDay(), count).toLocalDate();
        }

        boolean isMinutes() {
            return unit == TimeSort.MINUTE_UNIT;
        }
    }

    private final TimeTokens tokens;
    private final LocalDateTime now;
    private final LocalDate today;
    private final boolean asked;

    /** @param asked whether the words answer the question when */
    LengthGrammar(TimeTokens tokens, LocalDateTime now, boolean asked) {
        this.asked = asked;
        this.tokens = tokens;
        this.now = now;
        this.today = now.toLocalDate();
    }

    /** "Two weeks", "a couple of days", "half an hour", "two or three months", "a week or two". */
    Optional<Length> length(int at) {
        return count(at).flatMap(count -> {
            int end = tokens.is(count.end(), "more") || tokens.is(count.end(), "full") ? count.end() + 1 : count.end();
            boolean joined = tokens.isAny(end, TimeSort.OR, TimeSort.TO);
            Optional<Count> other = joined ? count(end + 1) : Optional.empty();
            int unit = other.map(Count::end).orElse(end);
            return isUnit(unit)
                    ? Optional.of(
                            counted(unit, count.value(), other.map(Count::value).orElse(count.value())))
                    : Optional.<Length>empty();
        });
    }

    private Length counted(int unit, int least, int most) {
        int step = tokens.value(unit);
        int end = tokens.skip(unit + 1, TimeSort.OR_SO);
        int whole = most;
        // "A week or two".
        if (tokens.is(end, TimeSort.OR)
                && count(end + 1).filter(n -> n.value() > least).isPresent()
                && !isUnit(end + 2)) {
            Count more = count(end + 1).orElseThrow();
            whole = more.value();
            end = more.end();
        }
        boolean half = tokens.is(end, TimeSort.AND) && tokens.is(end + 1, TimeSort.HALF);
        int extra = half ? step / 2 : 0;
        return new Length(
                tokens.get(unit).sort(),
                least * step + extra,
                Math.max(least, whole) * step + extra,
                step,
                half ? end + 2 : end);
    }

    private Optional<Count> count(int at) {
        int start = tokens.skip(at, TimeSort.AT);
        if (tokens.is(start, TimeSort.COUNT)) {
            return Optional.of(new Count(tokens.value(start), start + 1));
        }
        if (tokens.is(start, TimeSort.AN) || tokens.is(start, "another")) {
            return Optional.of(new Count(1, start + 1));
        }
        // "Half an hour" counts itself.
        return tokens.is(start, TimeSort.MINUTE_UNIT) && tokens.value(start) == 30
                ? Optional.of(new Count(1, start))
                : tokens.number(start);
    }

    private boolean isUnit(int at) {
        return tokens.isAny(at, TimeSort.DAY_UNIT, TimeSort.MONTH_UNIT, TimeSort.MINUTE_UNIT);
    }

    Optional<DayMeaning> fromNow(int at) {
        return within(at).or(() -> inLength(at));
    }

    /** "Within two weeks", "the next few days", "in the next hour". */
    private Optional<DayMeaning> within(int at) {
        int start = tokens.skip(at, TimeSort.IN);
        if (!tokens.isAny(start, TimeSort.WITHIN, TimeSort.NEXT)) {
            return Optional.empty();
        }
        int counted = tokens.skip(start + 1, TimeSort.THE, TimeSort.NEXT, TimeSort.AN);
        if (isUnit(counted) && !tokens.is(start, TimeSort.NEXT)) {
            return Optional.of(upTo(new Length(
                    tokens.get(counted).sort(),
                    tokens.value(counted),
                    tokens.value(counted),
                    1,
                    tokens.skip(counted + 1, TimeSort.OR_SO))));
        }
        return length(tokens.skip(start + 1, TimeSort.THE, TimeSort.NEXT)).map(this::upTo);
    }

    private DayMeaning upTo(Length length) {
        if (length.isMinutes()) {
            return DayMeaning.of(Kind.PERIOD, length.end(), new Span(now, length.after(now, length.most())));
        }
        return DayMeaning.of(
                Kind.PERIOD,
                length.end(),
                Span.days(today, length.after(today, length.most()).plusDays(1)));
    }

    /** "In two weeks", "two weeks from now", "a month out". */
    private Optional<DayMeaning> inLength(int at) {
        boolean in = tokens.isAny(at, TimeSort.IN, TimeSort.AFTER);
        int start = tokens.skip(at, TimeSort.IN, TimeSort.AFTER, TimeSort.AT);
        return length(start)
                .filter(length -> in || tokens.is(length.end(), TimeSort.FROM_NOW) || answers(start, length))
                .filter(length -> !tokens.is(length.end(), TimeSort.AGO))
                .filter(length -> !tokens.is(at, TimeSort.AFTER) || length.isMinutes())
                .map(length -> counted(length, now, tokens.skip(length.end(), TimeSort.FROM_NOW)));
    }

    /** "A week or two", and nothing else. */
    private boolean answers(int start, Length length) {
        boolean nothingBefore = tokens.skip(0, TimeSort.AT, TimeSort.WORD) >= start;
        return asked && nothingBefore && length.end() == tokens.size() && !length.isMinutes();
    }

    /** A length after a moment. */
    DayMeaning counted(Length length, LocalDateTime moment, int end) {
        if (length.isMinutes()) {
            LocalDateTime first = length.after(moment, length.least());
            LocalDateTime last = length.after(moment, length.most());
            return DayMeaning.of(first.equals(last) ? Kind.MOMENT : Kind.PERIOD, end, new Span(first, last));
        }
        LocalDate first = length.after(moment.toLocalDate(), length.least());
        LocalDate last = length.after(moment.toLocalDate(), length.most());
        if (!first.equals(last)) {
            return DayMeaning.of(Kind.PERIOD, end, Span.days(first, last.plusDays(1)));
        }
        Span day = Span.day(first);
        Span week = Weeks.weekOf(first);
        if (length.unit() == TimeSort.MONTH_UNIT) {
            return DayMeaning.of(Kind.DATE, end, day, Span.days(first.minusDays(3), first.plusDays(5)))
                    .lyingIn(week);
        }
        return length.step() > 1 ? DayMeaning.of(Kind.DATE, end, day, week).lyingIn(week) : DayMeaning.date(first, end);
    }
}

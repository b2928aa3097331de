package org.anteroom.agent.words;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anteroom.agent.words.DayMeaning.Kind;

/** Weeks, weekends and months, and parts of them: "early next week", "mid december", "the first week of april". */
final class PeriodGrammar {
    private static final int WEEK = 7;
    /** The value of {@link TimeSort#WEEKDAYS} for both its days. */
    private static final int WEEKEND = 9;

    private static final int SEASON = 3;
    /** After "spring" or "fall": streets, holidays and what happens to people. */
    private static final Set<String> NO_SEASON = Set.of(
            "break",
            "street",
            "road",
            "avenue",
            "lane",
            "cleaning",
            "creek",
            "i",
            "he",
            "she",
            "down",
            "asleep",
            "off",
            "out");

    private static final Set<String> WHOLE = Set.of("full", "whole", "complete", "entire");

    private static final Set<String> VERBS = Set.of("may", "march", "mar");
    /** What no verb is followed by. */
    private static final Set<String> AFTER_MONTH =
            Set.of("works", "would", "is", "isn't", "sounds", "might", "could", "should", "if");

    private static final Set<String> NAMES = Set.of("april", "june", "august", "jan", "jun");

    private final TimeTokens tokens;
    private final LocalDateTime now;
    private final LocalDate today;
    private final boolean asked;

    PeriodGrammar(TimeTokens tokens, LocalDateTime now, boolean asked) {
        this.tokens = tokens;
        this.now = now;
        this.asked = asked;
        this.today = now.toLocalDate();
    }

    Optional<DayMeaning> period(int at) {
        int start = tokens.skip(at, TimeSort.ON, TimeSort.AT);
        return part(start)
                .or(() -> ofMonth(start))
                .or(() -> sameTime(start))
                .or(() -> whole(tokens.skip(start, TimeSort.IN)));
    }

    // ---- whole ones -----------------------------------------------------------------------------------------------

    private Optional<DayMeaning> whole(int at) {
        return unit(at).or(() -> month(at)).or(() -> season(at));
    }

    /** "This winter", "next spring", "in the summer": three months from the first of one on. */
    private Optional<DayMeaning> season(int at) {
        int start = tokens.skip(at, TimeSort.THE, TimeSort.THIS, TimeSort.NEXT);
        boolean said = start > at || tokens.isAny(at - 1, TimeSort.IN, TimeSort.EARLY, TimeSort.MIDDLE, TimeSort.LATE);
        if (!said || !tokens.is(start, TimeSort.SEASON) || NO_SEASON.contains(tokens.text(start + 1))) {
            return Optional.empty();
        }
        YearMonth first = Weeks.next(YearMonth.from(today), tokens.value(start));
        YearMonth before = first.minusYears(1);
        boolean running = before.plusMonths(SEASON).isAfter(YearMonth.from(today));
        YearMonth month = running && !tokens.is(start - 1, TimeSort.NEXT) ? before : first;
        Span span = Span.days(month.atDay(1), month.plusMonths(SEASON).atDay(1));
        return Optional.of(DayMeaning.of(Kind.PERIOD, start + 1, notPast(span)).lyingIn(span));
    }

    /** "This week", "next weekend", "the month". */
    private Optional<DayMeaning> unit(int at) {
        int start = tokens.skip(at, TimeSort.THE, TimeSort.EACH);
        boolean next = tokens.is(start, TimeSort.NEXT);
        int unit = tokens.isAny(start, TimeSort.NEXT, TimeSort.THIS) ? start + 1 : start;
        if (unit == at) {
            return Optional.empty();
        }
        LocalDate monday = Weeks.monday(today).plusWeeks(next ? 1 : 0);
        // "This week or next".
        if (next
                && tokens.is(start - 1, TimeSort.OR)
                && unit >= tokens.size()
                && tokens.is(start - 2, TimeSort.DAY_UNIT)) {
            return Optional.of(DayMeaning.of(Kind.PERIOD, unit, Weeks.week(monday)));
        }
        if (tokens.is(unit, TimeSort.WEEKEND)) {
            Span weekend = Weeks.weekend(monday);
            Span coming = Weeks.weekend(Weeks.monday(today));
            return Optional.of(
                    next
                            ? DayMeaning.of(Kind.PERIOD, unit + 1, weekend, coming)
                            : DayMeaning.of(Kind.PERIOD, unit + 1, notPast(weekend))
                                    .naming(tokens.is(unit - 1, TimeSort.THE) ? Weeks.named(WEEKEND) : Set.of()));
        }
        if (tokens.is(unit, TimeSort.DAY_UNIT) && tokens.value(unit) == WEEK) {
            Span week = Weeks.week(monday);
            return Optional.of(
                    DayMeaning.of(Kind.PERIOD, unit + 1, notPast(week)).lyingIn(week));
        }
        if (tokens.is(unit, TimeSort.DAY_UNIT) && next) {
            return Optional.of(DayMeaning.date(today.plusDays(tokens.value(unit)), unit + 1));
        }
        if (tokens.is(unit, TimeSort.MONTH_UNIT)) {
            return Optional.of(months(tokens.value(unit), next, unit + 1));
        }
        return Optional.empty();
    }

    private DayMeaning months(int count, boolean next, int end) {
        YearMonth month = count == 12 ? YearMonth.of(today.getYear(), 1) : YearMonth.from(today);
        YearMonth first = next ? month.plusMonths(count) : month;
        Span whole = Span.days(first.atDay(1), first.plusMonths(count).atDay(1));
        return DayMeaning.of(Kind.PERIOD, end, notPast(whole)).lyingIn(whole);
    }

    /** "December", "next march", "in may of twenty twenty seven". */
    private Optional<DayMeaning> month(int at) {
        int start = tokens.skip(at, TimeSort.THE, TimeSort.THIS, TimeSort.NEXT);
        if (tokens.is(start, TimeSort.DAY_UNIT) || tokens.is(start, "month")) {
            return Optional.empty();
        }
        if (!tokens.is(start, TimeSort.MONTH) || !isMonth(at, start)) {
            return Optional.empty();
        }
        int value = tokens.value(start);
        int yearAt = tokens.skip(start + 1, TimeSort.OF, TimeSort.IN);
        Optional<DateParts.Part> year = new DateParts(
                        IntStream.range(0, tokens.size()).mapToObj(tokens::text).toList())
                .fullYears(yearAt).stream().reduce((a, b) -> b.end() > a.end() ? b : a);
        if (year.isPresent()) {
            return Optional.of(DayMeaning.of(
                    Kind.PERIOD,
                    year.get().end(),
                    Weeks.month(YearMonth.of(year.get().value(), value))));
        }
        YearMonth month = Weeks.next(YearMonth.from(today), value);
        boolean skipsThis = tokens.is(start - 1, TimeSort.NEXT) && month.equals(YearMonth.from(today));
        Span span = Weeks.month(skipsThis ? month.plusYears(1) : month);
        return Optional.of(DayMeaning.of(Kind.PERIOD, start + 1, notPast(span)).lyingIn(span));
    }

    /** "May" and "march" are verbs, "april" is a name, unless something says that they are not. */
    private boolean isMonth(int at, int start) {
        String text = tokens.text(start);
        if (!VERBS.contains(text) && (asked || !NAMES.contains(text))) {
            return true;
        }
        if ((asked && tokens.size() == 1) || leadsFromMonth(start)) {
            return true;
        }
        return start > at
                || tokens.isAny(
                        at - 1,
                        TimeSort.IN,
                        TimeSort.OF,
                        TimeSort.BEFORE,
                        TimeSort.AFTER,
                        TimeSort.BY,
                        TimeSort.UNTIL,
                        TimeSort.FROM,
                        TimeSort.EARLY,
                        TimeSort.MIDDLE,
                        TimeSort.LATE,
                        TimeSort.OR,
                        TimeSort.BETWEEN,
                        TimeSort.THROUGH,
                        TimeSort.NOT)
                || (tokens.is(at - 1, TimeSort.AND) && tokens.is(at - 2, TimeSort.MONTH));
    }

    /** "March or april", "may of next year"; in an answer also "may works". */
    private boolean leadsFromMonth(int at) {
        boolean joins = tokens.isAny(at + 1, TimeSort.OR, TimeSort.AND, TimeSort.TO, TimeSort.THROUGH);
        int other = joins ? at + 2 : at + 1;
        boolean row = tokens.is(other, TimeSort.MONTH) && !tokens.is(other, tokens.text(at));
        boolean ofYear = tokens.is(at + 1, TimeSort.OF)
                && (tokens.isAny(at + 2, TimeSort.NEXT, TimeSort.THIS) || tokens.isNumber(at + 2));
        return row || ofYear || (asked && AFTER_MONTH.contains(tokens.text(at + 1)));
    }

    /** From today on, so that "this week" doesn't hold days that are over. */
    private Span notPast(Span span) {
        return span.and(Span.from(today.atStartOfDay())).orElse(span);
    }

    // ---- parts of them --------------------------------------------------------------------------------------------

    /** "Early next week", "the end of the month", "the rest of the week", "midweek". */
    private Optional<DayMeaning> part(int at) {
        int named = tokens.skip(at, TimeSort.THE, TimeSort.IN, TimeSort.THIS);
        if (tokens.is(named, TimeSort.MIDWEEK)) {
            int next = tokens.skip(named + 1, TimeSort.OF);
            DayMeaning week = unit(next).orElseGet(() -> thisWeek(named + 1));
            return Optional.of(part(TimeSort.MIDDLE, week, false));
        }
        if (!tokens.isAny(
                named,
                TimeSort.EARLY,
                TimeSort.MIDDLE,
                TimeSort.LATE,
                TimeSort.REST,
                TimeSort.FIRST_HALF,
                TimeSort.SECOND_HALF)) {
            return Optional.empty();
        }
        int start = tokens.skip(named + 1, TimeSort.OF, TimeSort.IN);
        TimeSort part = tokens.get(named).sort();
        boolean later = tokens.text(named).startsWith("later");
        return bareUnit(start).or(() -> whole(start)).map(period -> part(part, period, later));
    }

    /** "End of week" without an article. */
    private Optional<DayMeaning> bareUnit(int at) {
        if (tokens.is(at, TimeSort.DAY_UNIT) && tokens.value(at) == WEEK) {
            return Optional.of(thisWeek(at + 1));
        }
        return tokens.is(at, TimeSort.MONTH_UNIT)
                ? Optional.of(months(tokens.value(at), false, at + 1))
                : Optional.empty();
    }

    private DayMeaning thisWeek(int end) {
        Span week = Weeks.weekOf(today);
        return DayMeaning.of(Kind.PERIOD, end, notPast(week)).lyingIn(week);
    }

    DayMeaning part(TimeSort part, DayMeaning period, boolean later) {
        LocalDate first = period.home().firstDay();
        LocalDate end = period.home().to().toLocalDate();
        boolean running = !first.isAfter(today);
        Span span;
        if (part == TimeSort.REST || (later && running)) {
            span = Span.days(part == TimeSort.REST ? today : today.plusDays(1), end);
        } else if (first.plusDays(WEEK).isBefore(end)) {
            span = partOfMonth(part, first, end);
        } else {
            span = partOfWeek(part, first);
        }
        if (!span.to().isAfter(today.atStartOfDay())) {
            // "The beginning of the month" said at its end is that of the next.
            boolean month = first.plusDays(WEEK).isBefore(end);
            LocalDate next = month ? end.plusMonths(first.until(end).toTotalMonths()) : end.plusWeeks(1);
            span = month ? partOfMonth(part, end, next) : partOfWeek(part, end);
        }
        // "By the end of the week" means all of it.
        return DayMeaning.of(Kind.PERIOD, period.end(), running ? notPast(span) : span)
                .lyingIn(new Span(
                        span.from(), part == TimeSort.LATE ? period.home().to() : span.to()));
    }

    private static Span partOfMonth(TimeSort part, LocalDate first, LocalDate end) {
        long half = first.until(end, java.time.temporal.ChronoUnit.DAYS) / 2;
        return switch (part) {
            case EARLY -> Span.days(first, first.plusDays(10));
            case MIDDLE -> Span.days(first.plusDays(10), first.plusDays(20));
            case FIRST_HALF -> Span.days(first, first.plusDays(half));
            case SECOND_HALF -> Span.days(first.plusDays(half), end);
            default -> Span.days(first.plusDays(20), end);
        };
    }

    private static Span partOfWeek(TimeSort part, LocalDate first) {
        LocalDate monday = Weeks.monday(first);
        return switch (part) {
            case EARLY -> Span.days(monday, monday.plusDays(2));
            case MIDDLE -> Span.days(monday.plusDays(1), monday.plusDays(4));
            case FIRST_HALF -> Span.days(monday, monday.plusDays(3));
            case SECOND_HALF -> Span.days(monday.plusDays(2), monday.plusDays(5));
            default -> Span.days(monday.plusDays(3), monday.plusDays(5));
        };
    }

    /** "The first week of april", "the second tuesday in april", "the last day of the month". */
    private Optional<DayMeaning> ofMonth(int at) {
        int start = tokens.skip(at, TimeSort.THE, TimeSort.IN);
        boolean last = tokens.is(start, TimeSort.LAST);
        if (!last && !tokens.is(start, TimeSort.ORDINAL)) {
            return Optional.empty();
        }
        int which = last ? 0 : tokens.value(start);
        boolean full = WHOLE.contains(tokens.text(start + 1));
        int what = full ? start + 2 : start + 1;
        int of = tokens.skip(what + 1, TimeSort.OF, TimeSort.IN);
        if (of == what + 1 && !tokens.is(of, TimeSort.NEXT)) {
            return Optional.empty();
        }
        Optional<DayMeaning> period = bareUnit(of).or(() -> whole(of));
        return period.flatMap(month -> member(which, what, full, month.home())
                .map(span -> DayMeaning.of(span.isDay() ? Kind.DATE : Kind.PERIOD, month.end(), span)));
    }

    private Optional<Span> member(int which, int what, boolean full, Span period) {
        LocalDate first = period.firstDay();
        LocalDate end = period.to().toLocalDate();
        if (tokens.is(what, TimeSort.WEEKDAY)) {
            return Weeks.nth(period, which, tokens.value(what)).map(Span::day);
        }
        if (tokens.is(what, TimeSort.WEEKEND)) {
            return Weeks.nth(period, which, 6).map(saturday -> Span.days(saturday, saturday.plusDays(2)));
        }
        if (!tokens.is(what, TimeSort.DAY_UNIT)) {
            return Optional.empty();
        }
        int length = tokens.value(what);
        boolean last = which == 0;
        if (full && length == WEEK) {
            Span weeks = last ? Span.days(first, end.minusDays(WEEK - 1L)) : period;
            return Weeks.nth(weeks, which, 1).map(Weeks::week);
        }
        Span span = last
                ? Span.days(end.minusDays(length), end)
                : Span.days(first.plusDays((which - 1L) * length), first.plusDays((long) which * length));
        return span.and(period);
    }

    // ---- moments --------------------------------------------------------------------------------------------------

    /** "Same time next week". */
    private Optional<DayMeaning> sameTime(int at) {
        if (!tokens.is(at, TimeSort.SAME_TIME)) {
            return Optional.empty();
        }
        int day = tokens.skip(at + 1, TimeSort.ON, TimeSort.IN);
        if (tokens.is(day, TimeSort.DAY)) {
            return Optional.of(moment(now.plusDays(tokens.value(day)), day + 1));
        }
        boolean next = tokens.is(day, TimeSort.NEXT);
        if (next && tokens.is(day + 1, TimeSort.DAY_UNIT)) {
            return Optional.of(moment(now.plusDays(tokens.value(day + 1)), day + 2));
        }
        if (next && tokens.is(day + 1, TimeSort.MONTH_UNIT)) {
            return Optional.of(moment(now.plusMonths(tokens.value(day + 1)), day + 2));
        }
        int weekday = next ? day + 1 : day;
        return tokens.is(weekday, TimeSort.WEEKDAY)
                ? Optional.of(moment(
                        Weeks.next(next ? Weeks.monday(today).plusDays(6) : today, tokens.value(weekday))
                                .atTime(now.toLocalTime()),
                        weekday + 1))
                : Optional.empty();
    }

    private static DayMeaning moment(LocalDateTime at, int end) {
        return DayMeaning.of(Kind.MOMENT, end, new Span(at, at));
    }
}

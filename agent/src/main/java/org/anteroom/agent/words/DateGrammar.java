package org.anteroom.agent.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.anteroom.agent.words.DateParts.Part;
import org.anteroom.agent.words.DayMeaning.Kind;
import org.anteroom.agent.words.TimeTokens.Count;

/** Single days: "tomorrow", "next tuesday", "monday the first", "the fifteenth", "december fourth", "christmas eve". */
final class DateGrammar {
    /** What may follow "the third" when it is a day; any other word makes it the third of something else. */
    private static final Set<String> AFTER_ORDINAL = Set.of(
            """
            works work would will is if i do does can could that we you with because since have for when be it
            then any there but good fine great i'm i'll i've i'd we're we'll we've he he's she she's they
            they're it's that's there's instead has are should might sounds unless thanks thank which looks look seems
            appears opens suits fits still too isn't doesn't won't perfect okay though dear honey
            hon"""
                    .split("\\s+"));

    private static final Set<String> LAST_WORDS = Set.of("right", "open", "available");

    private final TimeTokens tokens;
    private final LocalDateTime now;
    private final LocalDate today;
    private final List<String> texts;

    DateGrammar(TimeTokens tokens, LocalDateTime now) {
        this.tokens = tokens;
        this.now = now;
        this.today = now.toLocalDate();
        this.texts = IntStream.range(0, tokens.size()).mapToObj(tokens::text).toList();
    }

    Optional<DayMeaning> date(int at) {
        int start = tokens.skip(at, TimeSort.ON, TimeSort.IN, TimeSort.AT, TimeSort.EITHER);
        return relative(start)
                .or(() -> monthDay(start))
                .or(() -> written(start))
                .or(() -> weekday(start))
                .or(() -> holiday(start))
                .or(() -> ordinal(start));
    }

    private Optional<DayMeaning> relative(int at) {
        int start = tokens.skip(at, TimeSort.THE, TimeSort.EARLY, TimeSort.LATE);
        if (tokens.is(start, TimeSort.DAY) && isWeeksLater(start + 1)) {
            LocalDate day = today.plusDays(tokens.value(start));
            return Optional.of(DayMeaning.date(day.plusDays(tokens.value(start + 1)), start + 2));
        }
        if (tokens.is(start, TimeSort.DAY) && (start == at || tokens.is(at, TimeSort.THE))) {
            return Optional.of(DayMeaning.date(today.plusDays(tokens.value(start)), start + 1));
        }
        if (tokens.is(at, TimeSort.TONIGHT)) {
            return Optional.of(DayMeaning.date(today, at + 1));
        }
        if (tokens.is(at, TimeSort.LATER_TODAY)) {
            Span rest = new Span(now, today.plusDays(1).atStartOfDay());
            return Optional.of(DayMeaning.of(Kind.DATE, at + 1, rest));
        }
        // The part of the day itself is read next.
        boolean thisPart = tokens.is(at, TimeSort.THIS)
                && tokens.isAny(at + 1, TimeSort.PART, TimeSort.LATE, TimeSort.EARLY)
                && tokens.is(tokens.skip(at + 1, TimeSort.LATE, TimeSort.EARLY), TimeSort.PART);
        return thisPart ? Optional.of(DayMeaning.date(today, at + 1)) : Optional.empty();
    }

    // ---- by the calendar ------------------------------------------------------------------------------------------

    /** "December fourth", "the fourth of december", "december fourth to the eighth", each with a year or without. */
    private Optional<DayMeaning> monthDay(int at) {
        int start = tokens.skip(at, TimeSort.THE);
        Optional<DayMeaning> named = tokens.is(start, TimeSort.MONTH)
                ? dayOfMonth(tokens.skip(start + 1, TimeSort.THE)).flatMap(day -> dated(tokens.value(start), day))
                : Optional.empty();
        return named.or(() -> dayOfMonth(start).flatMap(day -> {
            int of = tokens.skip(day.end(), TimeSort.OF, TimeSort.IN);
            boolean said = tokens.is(start, TimeSort.ORDINAL) || of > day.end();
            return said && tokens.is(of, TimeSort.MONTH)
                    ? dated(tokens.value(of), new Count(day.value(), of + 1))
                    : Optional.<DayMeaning>empty();
        }));
    }

    /** The number of a day, spoken either way. */
    private Optional<Count> dayOfMonth(int at) {
        if (tokens.is(at, TimeSort.ORDINAL)) {
            boolean counts = tokens.isAny(at + 1, TimeSort.DAY_UNIT, TimeSort.MONTH_UNIT, TimeSort.WEEKEND);
            return counts ? Optional.empty() : Optional.of(new Count(tokens.value(at), at + 1));
        }
        return tokens.number(at)
                .filter(day -> day.value() > 0 && day.value() <= 31)
                .filter(day -> !tokens.isAny(
                        day.end(), TimeSort.AM, TimeSort.PM, TimeSort.OCLOCK, TimeSort.DAY_UNIT, TimeSort.MINUTE_UNIT));
    }

    private Optional<DayMeaning> dated(int month, Count day) {
        Optional<Part> year = new DateParts(texts)
                .fullYears(tokens.skip(day.end(), TimeSort.OF, TimeSort.IN)).stream()
                        .reduce((a, b) -> b.end() > a.end() ? b : a);
        if (year.isPresent()) {
            return Weeks.monthDay(LocalDate.of(year.get().value(), 1, 1), month, day.value())
                    .map(date -> DayMeaning.date(date, year.get().end()));
        }
        return Weeks.monthDay(today, month, day.value())
                .map(date -> DayMeaning.date(date, day.end())
                        .floating(period -> Optional.of(Span.day(date)).filter(period::contains)))
                .or(() -> Optional.of(monthWithout(month, day)));
    }

    /** A day that its month doesn't have: the month is meant all the same; see {@link SpokenWhen#noSuchDay}. */
    private DayMeaning monthWithout(int month, Count day) {
        YearMonth next = Weeks.next(YearMonth.from(today), month);
        return DayMeaning.of(
                Kind.PERIOD,
                day.end(),
                Span.days(next.atDay(1), next.plusMonths(1).atDay(1)));
    }

    /** The month that is named at a place with a day that it never has: "february thirtieth". */
    Optional<Month> monthWithoutDay(int at) {
        return monthDay(at)
                .filter(day -> day.kind() == Kind.PERIOD)
                .map(day -> day.likeliest().firstDay().getMonth());
    }

    /** "12/4". */
    private Optional<DayMeaning> written(int at) {
        String text = tokens.text(at);
        if (text.indexOf('/') < 1) {
            return Optional.empty();
        }
        String[] parts = text.split("/");
        int month = Integer.parseInt(parts[0]);
        LocalDate from = parts.length < 3 ? today : LocalDate.of(Integer.parseInt(parts[2]) % 100 + 2000, 1, 1);
        return month < 1 || month > 12
                ? Optional.empty()
                : Weeks.monthDay(from, month, Integer.parseInt(parts[1])).map(date -> DayMeaning.date(date, at + 1));
    }

    /** "The fifteenth". */
    private Optional<DayMeaning> ordinal(int at) {
        int start = tokens.skip(at, TimeSort.THE);
        if (!tokens.is(start, TimeSort.ORDINAL) || !isDay(start, start > at || tokens.size() == 1)) {
            return Optional.empty();
        }
        int day = tokens.value(start);
        return Weeks.ordinal(today, day).map(date -> DayMeaning.of(Kind.ORDINAL, start + 1, Span.day(date))
                .floating(period ->
                        Weeks.ordinal(period.firstDay(), day).map(Span::day).filter(period::contains)));
    }

    private boolean isDay(int at, boolean article) {
        boolean joined = tokens.isAny(
                at - 1,
                TimeSort.ON,
                TimeSort.AFTER,
                TimeSort.BEFORE,
                TimeSort.BY,
                TimeSort.UNTIL,
                TimeSort.OR,
                TimeSort.AND,
                TimeSort.TO,
                TimeSort.THROUGH,
                TimeSort.FROM,
                TimeSort.BETWEEN,
                TimeSort.NOT,
                TimeSort.EXCEPT,
                TimeSort.ORDINAL,
                TimeSort.CORRECTION,
                TimeSort.NO);
        boolean alone = at + 1 >= tokens.size()
                || (tokens.get(at + 1).sort() != TimeSort.WORD
                        && !tokens.isAny(
                                at + 1,
                                TimeSort.APPOINTMENT,
                                TimeSort.DAY_UNIT,
                                TimeSort.MONTH_UNIT,
                                TimeSort.WEEKEND,
                                TimeSort.NOTHING,
                                TimeSort.WEEKDAY,
                                TimeSort.PART,
                                TimeSort.MINUTE_UNIT))
                || AFTER_ORDINAL.contains(tokens.text(at + 1))
                || (LAST_WORDS.contains(tokens.text(at + 1)) && at + 2 >= tokens.size())
                || tokens.isNumber(at + 1);
        return (article || joined) && (alone || tokens.is(at + 1, TimeSort.PART));
    }

    private Optional<DayMeaning> holiday(int at) {
        int start = tokens.skip(at, TimeSort.THE, TimeSort.THIS, TimeSort.NEXT);
        if (!tokens.is(start, TimeSort.HOLIDAY)) {
            return Optional.empty();
        }
        Span day = Holidays.next(tokens.value(start), today);
        return Optional.of(DayMeaning.of(day.isDay() ? Kind.DATE : Kind.PERIOD, start + 1, day));
    }

    // ---- weekdays -------------------------------------------------------------------------------------------------

    /** "Tuesday", "this tuesday", "next tuesday", "tuesday week", "tuesday the third", "every tuesday". */
    private Optional<DayMeaning> weekday(int at) {
        int start = tokens.skip(at, TimeSort.THE);
        if (tokens.isAny(start, TimeSort.EACH, TimeSort.EACH_OTHER)) {
            boolean named = tokens.isAny(start + 1, TimeSort.WEEKDAY, TimeSort.WEEKDAYS);
            return named ? Optional.of(recurring(start + 1)) : Optional.empty();
        }
        Optional<Count> count =
                tokens.number(start).filter(n -> n.value() > 0 && tokens.is(n.end() + 1, TimeSort.FROM_NOW));
        if (count.isPresent()
                && tokens.is(count.get().end(), TimeSort.WEEKDAYS)
                && tokens.value(count.get().end()) <= 7) {
            // "Two fridays from now".
            LocalDate first = Weeks.next(today, tokens.value(count.get().end()));
            return Optional.of(DayMeaning.date(
                    first.plusWeeks(count.get().value() - 1L), count.get().end() + 2));
        }
        if (tokens.is(start, TimeSort.WEEKDAYS)) {
            return Optional.of(recurring(start));
        }
        int named = tokens.isAny(start, TimeSort.THIS, TimeSort.NEXT) ? start + 1 : start;
        if (!isWeekday(named)) {
            return Optional.empty();
        }
        int weekday = tokens.value(named);
        int after = tokens.skip(named + 1, TimeSort.ON, TimeSort.THE);
        Optional<DayMeaning> dated = monthDay(after);
        if (dated.isPresent()) {
            return dated;
        }
        if (tokens.is(after, TimeSort.ORDINAL) && !tokens.is(after + 1, TimeSort.DAY_UNIT)) {
            int day = tokens.value(after);
            return Weeks.ordinal(today, day, weekday).map(date -> DayMeaning.date(date, after + 1)
                    .floating(period -> Weeks.ordinal(period.firstDay(), day).map(Span::day)));
        }
        return Optional.of(weekday(start, named, weekday).naming(EnumSet.of(DayOfWeek.of(weekday))));
    }

    private DayMeaning recurring(int at) {
        int value = tokens.value(at);
        int end = at + 1;
        while (tokens.is(end, TimeSort.WEEKDAYS) && tokens.value(end) > 7) {
            // "Mondays, every day".
            end++;
        }
        return DayMeaning.weekly(Weeks.named(value), end);
    }

    private DayMeaning weekday(int start, int named, int weekday) {
        LocalDate bare = Weeks.next(today, weekday);
        LocalDate ofNextWeek = Weeks.monday(today).plusDays(6L + weekday);
        boolean endsWithNext = tokens.is(named + 1, "next")
                && !tokens.isAny(named + 2, TimeSort.DAY_UNIT, TimeSort.MONTH_UNIT, TimeSort.MONTH, TimeSort.WEEKEND)
                && !isWeekday(named + 2);
        if (tokens.is(start, TimeSort.NEXT) || endsWithNext) {
            return DayMeaning.of(Kind.DATE, named + (endsWithNext ? 2 : 1), Span.day(ofNextWeek), Span.day(bare))
                    .lyingIn(Weeks.weekOf(ofNextWeek));
        }
        if (tokens.is(start, TimeSort.THIS)) {
            return DayMeaning.of(Kind.DATE, named + 1, Span.day(bare)).lyingIn(Weeks.weekOf(bare));
        }
        if (isWeeksLater(named + 1)) {
            LocalDate date = Weeks.nextOrSame(today, weekday).plusDays(tokens.value(named + 1));
            return DayMeaning.date(date, named + 2);
        }
        return DayMeaning.of(Kind.WEEKDAY, named + 1, Span.day(bare))
                .floating(period -> Weeks.nth(period, 1, weekday).map(Span::day));
    }

    /** The "week" of "tuesday week", the "fortnight" of "today fortnight". */
    private boolean isWeeksLater(int at) {
        return (tokens.is(at, "week") || tokens.is(at, "fortnight"))
                && !tokens.isAny(at + 1, TimeSort.OF, TimeSort.AFTER, TimeSort.NEXT_AFTER, TimeSort.FROM);
    }

    private boolean isWeekday(int at) {
        return tokens.is(at, TimeSort.WEEKDAY)
                || (tokens.is(at, TimeSort.SHORT_WEEKDAY)
                        && (tokens.size() == 1 || besideTime(at - 1) || besideTime(at + 1)));
    }

    /** Whether a token speaks of time, so that "sat" beside it is a day. */
    private boolean besideTime(int at) {
        List<TimeSort> sorts = new ArrayList<>(List.of(
                TimeSort.PART,
                TimeSort.NEXT,
                TimeSort.THIS,
                TimeSort.ORDINAL,
                TimeSort.MONTH,
                TimeSort.AFTER,
                TimeSort.BEFORE,
                TimeSort.WEEKDAY,
                TimeSort.SHORT_WEEKDAY,
                TimeSort.EACH,
                TimeSort.OR));
        return sorts.stream().anyMatch(sort -> tokens.is(at, sort))
                || (at >= 0 && tokens.isNumber(at))
                || tokens.text(at).contains(":");
    }
}

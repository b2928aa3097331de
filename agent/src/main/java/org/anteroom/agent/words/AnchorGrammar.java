package org.anteroom.agent.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.words.DayMeaning.Kind;
import org.anteroom.agent.words.LengthGrammar.Length;

/** Days and periods, also by others: "the day after thanksgiving", "two weeks from friday", "the week of the tenth". */
final class AnchorGrammar {
    private static final int WEEK = 7;
    /** Before a length of time that is over. */
    private static final Set<String> LASTED = Set.of("for", "been", "had", "took", "last", "every", "once");

    private static final Set<String> BEGINS =
            Set.of("starting", "starting on", "beginning", "beginning on", "commencing", "that starts", "containing");

    private final TimeTokens tokens;
    private final LocalDateTime now;
    private final LocalDate today;
    private final DateGrammar dates;
    private final PeriodGrammar periods;
    private final LengthGrammar lengths;
    /** What has been read, by place: phrases that hold each other are read once, however long they go on. */
    private final Map<Integer, Optional<DayMeaning>> read = new HashMap<>();

    AnchorGrammar(TimeTokens tokens, LocalDateTime now, boolean asked) {
        this.tokens = tokens;
        this.now = now;
        this.today = now.toLocalDate();
        this.dates = new DateGrammar(tokens, now);
        this.periods = new PeriodGrammar(tokens, now, asked);
        this.lengths = new LengthGrammar(tokens, now, asked);
    }

    /** The longest that can be read from a place. */
    Optional<DayMeaning> anchor(int at) {
        Optional<DayMeaning> known = read.get(at);
        if (known == null) {
            known = Stream.of(byAnother(at), lengths.fromNow(at), periods.period(at), dates.date(at))
                    .flatMap(Optional::stream)
                    .reduce((a, b) -> b.end() > a.end() ? b : a);
            read.put(at, known);
        }
        return known;
    }

    private Optional<DayMeaning> byAnother(int at) {
        int start = tokens.skip(at, TimeSort.ON, TimeSort.IN, TimeSort.AT, TimeSort.EITHER);
        int named = tokens.skip(start, TimeSort.THE, TimeSort.EACH);
        return beside(named)
                .or(() -> of(named))
                .or(() -> afterNext(named))
                .or(() -> holidayWeek(named))
                .or(() -> length(start));
    }

    // ---- "the day after", "the week before" -------------------------------------------------------------------------

    private Optional<DayMeaning> beside(int at) {
        int joint = at + 1;
        // What follows "after on" is no day that it is reckoned from.
        if (!isUnit(at) || !(isAfter(joint) || isBefore(joint)) || tokens.is(joint + 1, TimeSort.ON)) {
            return Optional.empty();
        }
        return thisOne(at, joint + 1)
                .or(() -> anchor(joint + 1))
                .filter(day -> !day.readings().isEmpty())
                .map(day -> beside(at, day, day.end()));
    }

    /** Whether a week, a weekday or the like stands here, which may lie beside another day. */
    boolean isUnit(int at) {
        return isWeek(at)
                || tokens.isAny(at, TimeSort.DAY_UNIT, TimeSort.MONTH_UNIT, TimeSort.WEEKEND, TimeSort.WEEKDAY);
    }

    /** The unit at a place, after or before a day as the word behind it says. */
    DayMeaning beside(int at, DayMeaning day, int end) {
        Span other = day.kind() == Kind.PERIOD ? day.home() : day.likeliest();
        return isAfter(at + 1) ? after(at, other, end) : before(at, other, end);
    }

    /** "The week after this one": the one that is running; of weekdays the next. */
    private Optional<DayMeaning> thisOne(int at, int place) {
        boolean alone = tokens.is(place, "this") && place + 1 >= tokens.size();
        if (!alone && !tokens.is(place, "this one")) {
            return Optional.empty();
        }
        if (tokens.is(at, TimeSort.WEEKDAY)) {
            return Optional.of(DayMeaning.date(Weeks.next(today, tokens.value(at)), place + 1));
        }
        if (isWeek(at)) {
            return Optional.of(DayMeaning.of(Kind.PERIOD, place + 1, Weeks.weekOf(today)));
        }
        if (tokens.is(at, TimeSort.WEEKEND)) {
            return Optional.of(DayMeaning.of(Kind.PERIOD, place + 1, Weeks.weekend(Weeks.monday(today))));
        }
        return tokens.is(at, TimeSort.MONTH_UNIT)
                ? Optional.of(DayMeaning.of(Kind.PERIOD, place + 1, Weeks.month(YearMonth.from(today))))
                : Optional.empty();
    }

    boolean isAfter(int at) {
        return tokens.is(at, "after") || tokens.is(at, "following the") || tokens.is(at, "following");
    }

    boolean isBefore(int at) {
        return tokens.is(at, "before") || tokens.is(at, "prior to") || tokens.is(at, "ahead of");
    }

    private DayMeaning after(int at, Span other, int end) {
        LocalDate last =
                other.isOpen() ? other.firstDay() : other.to().minusMinutes(1).toLocalDate();
        int value = isWeek(at) ? WEEK : tokens.value(at);
        if (tokens.is(at, TimeSort.WEEKDAY)) {
            return inItsWeek(Weeks.next(last, value), end);
        }
        if (tokens.is(at, TimeSort.WEEKEND)) {
            LocalDate saturday = Weeks.next(last, DayOfWeek.SATURDAY.getValue());
            return DayMeaning.of(Kind.PERIOD, end, Span.days(saturday, saturday.plusDays(2)));
        }
        if (tokens.is(at, TimeSort.MONTH_UNIT)) {
            return DayMeaning.of(
                    Kind.PERIOD,
                    end,
                    Span.days(last.plusDays(1), last.plusDays(1).plusMonths(value)));
        }
        return value == 1
                ? DayMeaning.date(last.plusDays(1), end)
                : DayMeaning.of(
                        Kind.PERIOD,
                        end,
                        Weeks.week(Weeks.monday(last).plusWeeks(1)),
                        Span.days(last.plusDays(1), last.plusDays(1L + value)));
    }

    private static DayMeaning inItsWeek(LocalDate date, int end) {
        return DayMeaning.date(date, end).lyingIn(Weeks.weekOf(date));
    }

    private DayMeaning before(int at, Span other, int end) {
        LocalDate first = other.firstDay();
        int value = isWeek(at) ? WEEK : tokens.value(at);
        if (tokens.is(at, TimeSort.WEEKDAY)) {
            return inItsWeek(Weeks.previous(first, value), end);
        }
        if (tokens.is(at, TimeSort.WEEKEND)) {
            LocalDate sunday = Weeks.previous(first, DayOfWeek.SUNDAY.getValue());
            return DayMeaning.of(Kind.PERIOD, end, Span.days(sunday.minusDays(1), sunday.plusDays(1)));
        }
        if (tokens.is(at, TimeSort.MONTH_UNIT)) {
            return DayMeaning.of(Kind.PERIOD, end, Span.days(first.minusMonths(value), first));
        }
        return value == 1
                ? DayMeaning.date(first.minusDays(1), end)
                : DayMeaning.of(
                        Kind.PERIOD,
                        end,
                        Weeks.week(Weeks.monday(first).minusWeeks(1)),
                        Span.days(first.minusDays(value), first));
    }

    // ---- "the week of", "the week after next", "labor day week"
    // ------------------------------------------------------

    private Optional<DayMeaning> of(int at) {
        boolean week = isWeek(at);
        if (!week && !tokens.is(at, TimeSort.WEEKEND)) {
            return Optional.empty();
        }
        boolean begins = week && BEGINS.contains(tokens.text(at + 1));
        if (!tokens.is(at + 1, TimeSort.OF) && !begins) {
            return Optional.empty();
        }
        return anchor(at + 2)
                .filter(day -> !day.readings().isEmpty() && day.likeliest().isDay())
                .map(day -> around(day.likeliest().firstDay(), week, day.end()));
    }

    private DayMeaning around(LocalDate date, boolean week, int end) {
        Span whole = Weeks.weekOf(date);
        if (week) {
            return DayMeaning.of(Kind.PERIOD, end, whole);
        }
        boolean holidayMonday = date.getDayOfWeek() == DayOfWeek.MONDAY;
        LocalDate saturday =
                holidayMonday ? date.minusDays(2) : Weeks.monday(date).plusDays(5);
        return DayMeaning.of(Kind.PERIOD, end, Span.days(saturday, saturday.plusDays(holidayMonday ? 3 : 2)));
    }

    private Optional<DayMeaning> afterNext(int at) {
        boolean after = tokens.is(at + 1, "after") && at + 2 >= tokens.size() && !tokens.is(at, TimeSort.WEEKDAY);
        if (!after && !tokens.is(at + 1, TimeSort.NEXT_AFTER)) {
            return Optional.empty();
        }
        if (tokens.is(at, TimeSort.DAY_UNIT) && tokens.value(at) == 1) {
            return Optional.of(DayMeaning.date(today.plusDays(2), at + 2));
        }
        LocalDate monday = Weeks.monday(today).plusWeeks(2);
        if (isWeek(at)) {
            return Optional.of(DayMeaning.of(Kind.PERIOD, at + 2, Weeks.week(monday)));
        }
        if (tokens.is(at, TimeSort.WEEKEND)) {
            return Optional.of(DayMeaning.of(Kind.PERIOD, at + 2, Weeks.weekend(monday)));
        }
        if (tokens.is(at, TimeSort.MONTH_UNIT)) {
            LocalDate month = today.withDayOfMonth(1).plusMonths(2);
            return Optional.of(DayMeaning.of(Kind.PERIOD, at + 2, Span.days(month, month.plusMonths(1))));
        }
        return tokens.is(at, TimeSort.WEEKDAY)
                ? Optional.of(DayMeaning.date(monday.plusDays(tokens.value(at) - 1L), at + 2))
                : Optional.empty();
    }

    private Optional<DayMeaning> holidayWeek(int at) {
        boolean week = isWeek(at + 1);
        if (!tokens.is(at, TimeSort.HOLIDAY) || !(week || tokens.is(at + 1, TimeSort.WEEKEND))) {
            return Optional.empty();
        }
        return Optional.of(around(Holidays.next(tokens.value(at), today).firstDay(), week, at + 2));
    }

    /** "During the week of" speaks of one week, "during the week" of its working days. */
    boolean isWeek(int at) {
        return (tokens.is(at, TimeSort.DAY_UNIT) && tokens.value(at) == WEEK) || tokens.is(at, "during the week");
    }

    // ---- "two weeks from friday" ------------------------------------------------------------------------------------

    private Optional<DayMeaning> length(int at) {
        Optional<Length> length = lengths.length(at);
        if (length.isEmpty() || length.get().isMinutes()) {
            return Optional.empty();
        }
        int end = length.get().end();
        // "Three weeks out from monday".
        boolean out = tokens.is(end, TimeSort.FROM_NOW) && tokens.is(end + 1, "from");
        int joint = out ? end + 1 : end;
        boolean before = isBefore(joint);
        boolean joined = before || isAfter(joint) || tokens.is(joint, "from") || tokens.is(joint, TimeSort.ON);
        if (!joined && !standsBeforeDay(at, length.get())) {
            return Optional.empty();
        }
        Optional<DayMeaning> day = anchor(joined ? joint + 1 : joint)
                .filter(other -> !other.readings().isEmpty());
        boolean weekday = !joined ? !tokens.is(joint, TimeSort.DAY) : tokens.is(joint, TimeSort.ON);
        return day.filter(other -> !weekday || other.kind() == Kind.WEEKDAY)
                .map(other -> counted(length.get(), other, before));
    }

    /** "A fortnight today", "a week tuesday", unlike "for two weeks today" and "in two weeks tuesday". */
    private boolean standsBeforeDay(int at, Length length) {
        boolean weeks = length.step() >= WEEK || length.unit() == TimeSort.MONTH_UNIT;
        boolean lasted = LASTED.contains(tokens.text(at - 1))
                || tokens.isAny(at - 1, TimeSort.NEXT, TimeSort.LAST, TimeSort.EACH, TimeSort.WITHIN, TimeSort.PAST);
        boolean day = tokens.is(length.end(), "today") || tokens.is(length.end(), "tomorrow");
        boolean weekday = tokens.is(length.end(), TimeSort.WEEKDAY) && !tokens.is(at - 1, TimeSort.IN);
        return weeks && !lasted && (day || weekday);
    }

    private DayMeaning counted(Length length, DayMeaning other, boolean before) {
        LocalDate from = other.likeliest().firstDay();
        boolean todayCounts = other.kind() == Kind.WEEKDAY && from.getDayOfWeek() == today.getDayOfWeek();
        LocalDate start = todayCounts ? today : from;
        if (before) {
            LocalDate date = length.unit() == TimeSort.MONTH_UNIT
                    ? start.minusMonths(length.least())
                    : start.minusDays(length.least());
            return DayMeaning.date(date, other.end());
        }
        LocalDate last =
                other.kind() == Kind.PERIOD ? other.home().to().minusMinutes(1).toLocalDate() : start;
        return lengths.counted(length, last.atTime(now.toLocalTime()), other.end());
    }
}

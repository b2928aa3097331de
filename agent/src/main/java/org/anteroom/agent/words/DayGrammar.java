package org.anteroom.agent.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.anteroom.agent.words.ChainGrammar.Chained;
import org.anteroom.agent.words.DayMeaning.Kind;

/** What is said of the day: days and periods, rows of days ("tuesday through thursday") and bounds ("before easter"). */
final class DayGrammar {

    private final TimeTokens tokens;
    private final LocalDateTime now;
    private final AnchorGrammar anchors;
    private final HourGrammar hours;
    private final ChainGrammar chains;
    /** Whether "from tuesday to thursday" is how something is moved and no row of days. */
    private final boolean moving;

    /** @param asked whether the words answer the question when */
    DayGrammar(TimeTokens tokens, LocalDateTime now, boolean asked, boolean moving) {
        this.tokens = tokens;
        this.now = now;
        this.anchors = new AnchorGrammar(tokens, now, asked);
        this.hours = new HourGrammar(tokens, moving);
        this.chains = new ChainGrammar(tokens, anchors, new PeriodGrammar(tokens, now, asked), hours);
        this.moving = moving;
    }

    /** The longest that can be read from a place. */
    Optional<DayMeaning> day(int at) {
        return between(at)
                .or(() -> weekdays(at))
                .or(() -> row(at))
                .or(() -> bound(at))
                .or(() -> followed(at))
                .or(() -> anchors.anchor(at));
    }

    /** A weekday without what follows it: "tomorrow's sunday, so the thirtieth" speaks of two days. */
    Optional<DayMeaning> weekday(int at) {
        return tokens.is(at, TimeSort.WEEKDAY)
                ? Optional.of(
                        DayMeaning.of(Kind.WEEKDAY, at + 1, Span.day(Weeks.next(now.toLocalDate(), tokens.value(at))))
                                .naming(Weeks.named(tokens.value(at))))
                : Optional.empty();
    }

    /** What is reckoned from a day that was said before; see {@link ChainGrammar}. */
    Optional<Chained> chained(int at, DayMeaning base, boolean joined) {
        return chains.chained(at, base, joined);
    }

    // ---- rows of days ---------------------------------------------------------------------------------------------

    private Optional<DayMeaning> between(int at) {
        if (!tokens.isAny(at, TimeSort.BETWEEN, TimeSort.FROM)) {
            return Optional.empty();
        }
        boolean and = tokens.is(at, TimeSort.BETWEEN);
        int start = at + 1;
        if (tokens.is(start, "now")) {
            return joins(start + 1, and)
                    ? anchors.anchor(start + 2)
                            .filter(last -> !last.readings().isEmpty())
                            .map(last -> DayMeaning.of(
                                    Kind.BOUND,
                                    last.end(),
                                    new Span(now, edge(last).to())))
                    : Optional.empty();
        }
        return joined(start, and);
    }

    private Optional<DayMeaning> row(int at) {
        return joined(at, false);
    }

    private boolean joins(int at, boolean and) {
        return tokens.isAny(at, TimeSort.THROUGH, TimeSort.UNTIL)
                || (tokens.is(at, TimeSort.TO) && !moving)
                || (and && tokens.is(at, TimeSort.AND));
    }

    private Optional<DayMeaning> joined(int at, boolean and) {
        Optional<DayMeaning> first =
                anchors.anchor(at).filter(day -> !day.readings().isEmpty());
        if (first.isEmpty() || !joins(first.get().end(), and)) {
            return Optional.empty();
        }
        return anchors.anchor(tokens.skip(first.get().end() + 1, TimeSort.UNTIL))
                .or(() -> bareDay(first.get()))
                .filter(last -> !last.readings().isEmpty())
                .flatMap(last -> row(first.get(), last));
    }

    /** "December first to fifth", "the tenth through fourteenth", "december fourth to eight". */
    private Optional<DayMeaning> bareDay(DayMeaning first) {
        int at = first.end() + 1;
        boolean ordinal = tokens.is(at, TimeSort.ORDINAL);
        Optional<Integer> day = ordinal
                ? Optional.of(tokens.value(at))
                : tokens.number(at).filter(n -> n.value() > 0).map(TimeTokens.Count::value);
        if (!first.likeliest().isDay() || first.kind() == Kind.WEEKDAY) {
            return Optional.empty();
        }
        int end =
                ordinal ? at + 1 : tokens.number(at).map(TimeTokens.Count::end).orElse(at);
        return day.flatMap(value -> Weeks.ordinal(first.likeliest().firstDay(), value))
                .map(date -> DayMeaning.date(date, end));
    }

    private static Optional<DayMeaning> row(DayMeaning said, DayMeaning last) {
        // "The first to the fifth of february".
        boolean sameMonth = said.kind() == Kind.ORDINAL && last.kind() == Kind.DATE && last.floats();
        DayMeaning first = sameMonth ? said.before(last).orElse(said) : said;
        Optional<Span> whole = row(first.likeliest(), last);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        boolean weekdays = first.kind() == Kind.WEEKDAY && last.kind() == Kind.WEEKDAY;
        DayMeaning row = DayMeaning.of(weekdays ? Kind.WEEKDAY : Kind.PERIOD, last.end(), whole.get());
        if (weekdays) {
            row = row.naming(named(whole.get()));
        }
        return Optional.of(
                first.floats() && last.floats()
                        ? row.floating(period -> first.within().apply(period).flatMap(from -> row(from, last)))
                        : row);
    }

    /** From one day to the next of another. */
    private static Optional<Span> row(Span from, DayMeaning last) {
        Span to = edge(last);
        if (last.floats() && (last.kind() == Kind.WEEKDAY || last.kind() == Kind.ORDINAL)) {
            Span after = Span.days(from.firstDay(), from.firstDay().plusDays(62));
            to = last.within().apply(after).orElse(to);
        }
        return from.from().isBefore(to.to()) ? Optional.of(new Span(from.from(), to.to())) : Optional.empty();
    }

    private static Set<DayOfWeek> named(Span row) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        LocalDate end = row.to().toLocalDate();
        for (LocalDate day = row.firstDay(); day.isBefore(end) && days.size() < 7; day = day.plusDays(1)) {
            days.add(day.getDayOfWeek());
        }
        return days;
    }

    /** "Mondays through thursdays". */
    private Optional<DayMeaning> weekdays(int at) {
        boolean both = tokens.is(at, TimeSort.WEEKDAYS) && tokens.is(at + 2, TimeSort.WEEKDAYS) && joins(at + 1, false);
        if (!both || tokens.value(at) > 7 || tokens.value(at + 2) > 7) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        DayOfWeek day = DayOfWeek.of(tokens.value(at));
        days.add(day);
        while (day.getValue() != tokens.value(at + 2)) {
            day = day.plus(1);
            days.add(day);
        }
        return Optional.of(DayMeaning.weekly(days, at + 3));
    }

    // ---- bounds ---------------------------------------------------------------------------------------------------

    private Optional<DayMeaning> bound(int at) {
        if (!tokens.isAny(
                at, TimeSort.AFTER, TimeSort.BEFORE, TimeSort.BY, TimeSort.UNTIL, TimeSort.THROUGH, TimeSort.FROM)) {
            return Optional.empty();
        }
        // "Not until after friday".
        boolean later = tokens.is(at, TimeSort.FROM) && tokens.is(at + 1, TimeSort.AFTER);
        TimeSort sort = later ? TimeSort.AFTER : tokens.get(at).sort();
        Optional<DayMeaning> day = anchors.anchor(later ? at + 2 : at + 1)
                .filter(other -> !other.readings().isEmpty());
        return day.map(other -> other.kind() == Kind.MOMENT
                ? bounded(other, other.end(), span -> open(sort, span))
                : inDay(sort, other)
                        .orElseGet(() ->
                                bounded(other, afterBound(sort, other.end()), span -> open(sort, at, other, span))));
    }

    private int afterBound(TimeSort sort, int end) {
        if (sort == TimeSort.FROM || sort == TimeSort.AFTER) {
            int on = tokens.skip(end, TimeSort.ONWARD);
            return tokens.is(on, TimeSort.ON) && on + 1 >= tokens.size() ? on + 1 : on;
        }
        return tokens.skip(end, TimeSort.LATEST);
    }

    /** "By friday noon", "before tuesday morning". */
    private Optional<DayMeaning> inDay(TimeSort sort, DayMeaning day) {
        if (!day.likeliest().isDay() || tokens.text(day.end()).startsWith("in ")) {
            return Optional.empty();
        }
        Optional<HourMeaning> time = hours.hours(day.end())
                .filter(hour -> hour.kind() == HourMeaning.Kind.PART
                        || (hour.isMoment() && sort != TimeSort.AFTER && sort != TimeSort.FROM));
        return time.flatMap(hour -> {
            boolean ending = sort == TimeSort.AFTER || sort == TimeSort.BY || sort == TimeSort.UNTIL;
            int minute = ending ? hour.to() : hour.from();
            if (minute == HourMeaning.OPEN) {
                return Optional.empty();
            }
            LocalDateTime edge = day.likeliest().firstDay().atStartOfDay().plusMinutes(minute);
            return Optional.of(DayMeaning.of(Kind.BOUND, hour.end(), open(sort, new Span(edge, edge))));
        });
    }

    private Span open(TimeSort sort, int at, DayMeaning other, Span span) {
        int named = tokens.skip(at + 1, TimeSort.THE);
        boolean end = tokens.is(named, TimeSort.LATE);
        boolean running = other.kind() == Kind.PERIOD && edge(other).from().isBefore(now);
        // "Before the end of the week" lets the week end, "before the year's out" the year.
        TimeSort meant = sort == TimeSort.BEFORE && (end || running) ? TimeSort.BY : sort;
        return open(meant, other.kind() == Kind.PERIOD && span.equals(other.likeliest()) ? edge(other) : span);
    }

    private Span open(TimeSort sort, Span span) {
        return switch (sort) {
            case AFTER -> Span.from(span.to());
            case FROM -> Span.from(span.from());
            case BEFORE -> Span.until(span.from(), now);
            default -> Span.until(span.to(), now);
        };
    }

    /** "The twentieth or later", "friday at the latest". */
    private Optional<DayMeaning> followed(int at) {
        return anchors.anchor(at)
                .filter(day -> !day.readings().isEmpty())
                .filter(day -> tokens.isAny(day.end(), TimeSort.ONWARD, TimeSort.LATEST))
                .map(day -> bounded(
                        day,
                        day.end() + 1,
                        span -> open(tokens.is(day.end(), TimeSort.ONWARD) ? TimeSort.FROM : TimeSort.BY, span)));
    }

    private static DayMeaning bounded(DayMeaning day, int end, UnaryOperator<Span> bound) {
        List<Span> bounds = day.readings().stream().map(bound).toList();
        DayMeaning bounded = DayMeaning.of(Kind.BOUND, end, bounds.toArray(Span[]::new));
        boolean ofMonth = day.floats() && day.kind() == Kind.ORDINAL;
        // "In february, but before the fourteenth".
        return ofMonth
                ? bounded.floating(
                        period -> day.within().apply(period).map(bound).flatMap(period::and))
                : bounded;
    }

    /** All of a period, where "the end of next week" alone would be its last days. */
    private static Span edge(DayMeaning day) {
        return day.kind() == Kind.PERIOD ? day.home() : day.likeliest();
    }
}

package org.anteroom.agent.dialogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.words.Hours;
import org.anteroom.agent.words.SpokenShift;
import org.anteroom.agent.words.SpokenWhen;
import org.anteroom.agent.words.When;
import org.anteroom.agent.words.WhenItem;

/**
 * When a caller would like to come: days and times of day apart, so that a correction changes one of them.
 *
 * @param days any of them will do; empty means every day
 * @param times of the days that have none of their own; empty means all day
 * @param except what won't do
 * @param soonest as soon as possible
 * @param bare how much of a day was named, where it was not all of it: it may be that of the week or month spoken of
 * @param noSuchDay whether it is a month of which a day was named that it doesn't have
 */
record Preference(
        List<Window> days, List<TimeRange> times, List<Window> except, boolean soonest, Bare bare, boolean noSuchDay) {
    /** What of a day was named. */
    enum Bare {
        /** All of it, or none. */
        NO,
        WEEKDAY,
        DAY_OF_MONTH
    }

    /** Nothing was said, or "any time". */
    static final Preference ANY = new Preference(List.of(), List.of(), List.of(), false);

    /** With these it is one day, whatever else was spoken of. */
    private static final Set<String> PLACED =
            Set.of("today", "tomorrow", "tonight", "this", "next", "coming", "week", "weeks");

    /** The last words of days of a month: "twenty second" ends like "second". */
    private static final Set<String> ORDINALS = IntStream.rangeClosed(1, 31)
            .mapToObj(InWords::ordinal)
            .map(day -> day.substring(day.lastIndexOf(' ') + 1))
            .collect(Collectors.toUnmodifiableSet());

    private static final int DAYS_OF_WORK = 5;
    private static final int DAY = 24 * 60;

    Preference {
        days = List.copyOf(days);
        times = List.copyOf(times);
        except = List.copyOf(except);
    }

    Preference(List<Window> days, List<TimeRange> times, List<Window> except, boolean soonest) {
        this(days, times, except, soonest, Bare.NO, false);
    }

    /**
     * What was said of when, but for dates of birth.
     *
     * @param here where the practice is
     */
    static Preference of(When when, List<String> words, LocalDateTime here) {
        List<Window> days = new ArrayList<>();
        List<TimeRange> times = new ArrayList<>();
        boolean soonest = false;
        for (WhenItem item : when.likeliest()) {
            if (item instanceof WhenItem.TimeOfDay time) {
                times.add(range(time.hours()));
            } else if (item instanceof WhenItem.Soonest) {
                soonest = true;
            } else {
                window(item).ifPresent(days::add);
            }
        }
        List<Window> except = when.not().stream()
                .flatMap(item -> item instanceof WhenItem.TimeOfDay time
                        ? Optional.of(Window.at(range(time.hours()))).stream()
                        : window(item).stream())
                .toList();
        boolean noSuchDay = SpokenWhen.noSuchDay(words, when, here).isPresent();
        return new Preference(days, times, except, soonest, bare(words), noSuchDay).sorted();
    }

    /** "Tomorrow", "december third" and "next friday" are the same days whatever was spoken of before. */
    private static Bare bare(List<String> words) {
        boolean weekday = words.stream().anyMatch(InWords.WEEKDAYS::contains);
        boolean ordinal = words.stream().anyMatch(ORDINALS::contains);
        boolean placed = words.stream().anyMatch(word -> PLACED.contains(word) || InWords.MONTHS.contains(word));
        if (placed || weekday == ordinal) {
            return Bare.NO;
        }
        return weekday ? Bare.WEEKDAY : Bare.DAY_OF_MONTH;
    }

    /** Times that all the days have in common are times of day: who then names another day wants them there as well. */
    private Preference sorted() {
        Optional<List<TimeRange>> common =
                days.stream().map(Window::times).distinct().reduce((one, other) -> List.of());
        if (!times.isEmpty() || common.isEmpty() || common.get().isEmpty()) {
            return this;
        }
        List<Window> plain = days.stream().map(Window::during).toList();
        return new Preference(plain, common.get(), except, soonest, bare, noSuchDay);
    }

    private static Optional<Window> window(WhenItem item) {
        if (item instanceof WhenItem.Range range) {
            Optional<Window> hours = partOfDay(range);
            if (hours.isPresent()) {
                return hours;
            }
            return Optional.of(new Window(
                    range.from(),
                    range.to(),
                    Set.of(),
                    range.hours().map(Preference::range).map(List::of).orElse(List.of())));
        }
        if (item instanceof WhenItem.Point point) {
            LocalDateTime at = point.at();
            return Optional.of(Window.on(at.toLocalDate()).during(range(at.toLocalTime())));
        }
        if (item instanceof WhenItem.Weekly weekly) {
            return Optional.of(new Window(
                    Optional.empty(),
                    Optional.empty(),
                    weekly.weekdays(),
                    weekly.hours().map(Preference::range).map(List::of).orElse(List.of())));
        }
        return Optional.empty();
    }

    /** "Tuesday afternoon" is a day and hours of it. */
    private static Optional<Window> partOfDay(WhenItem.Range range) {
        if (range.from().isEmpty() || range.to().isEmpty() || range.hours().isPresent()) {
            return Optional.empty();
        }
        LocalDateTime from = range.from().get();
        LocalDateTime to = range.to().get();
        LocalDateTime midnight = from.toLocalDate().plusDays(1).atStartOfDay();
        boolean whole = from.toLocalTime().equals(LocalTime.MIDNIGHT) && to.equals(midnight);
        if (whole || to.isAfter(midnight) || !from.isBefore(to)) {
            return Optional.empty();
        }
        int end = to.equals(midnight) ? DAY : minute(to.toLocalTime());
        return Optional.of(Window.on(from.toLocalDate()).during(new TimeRange(minute(from.toLocalTime()), end)));
    }

    private static TimeRange range(Hours hours) {
        if (hours.exact()) {
            return range(hours.from().orElse(LocalTime.NOON));
        }
        int from = hours.from().map(Preference::minute).orElse(0);
        int to = hours.to().map(Preference::minute).orElse(DAY);
        return new TimeRange(from, to > from ? to : DAY);
    }

    private static TimeRange range(LocalTime moment) {
        return new TimeRange(minute(moment), minute(moment) + 1);
    }

    static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /** For staff: the days and the times of day, as a calendar writes them. */
    String written() {
        List<String> parts = new ArrayList<>();
        windows().forEach(window -> parts.add(written(window)));
        if (soonest) {
            parts.add("as soon as possible");
        }
        if (noSuchDay) {
            parts.add("a day that is not in the calendar");
        }
        String suits = parts.isEmpty() ? "any time" : String.join(", or ", parts);
        return except.isEmpty()
                ? suits
                : suits + ", but not "
                        + except.stream().map(Preference::written).collect(Collectors.joining(", "));
    }

    private static String written(Window window) {
        List<String> parts = new ArrayList<>();
        window.from().ifPresent(from -> parts.add("from " + from));
        window.to().ifPresent(to -> parts.add("before " + to));
        boolean everyDay = window.days().size() == DayOfWeek.values().length;
        window.days().stream().filter(day -> !everyDay).sorted().forEach(day -> parts.add(InWords.day(day)));
        window.times().forEach(time -> parts.add(time.toString()));
        return String.join(" ", parts);
    }

    /** Whether anything was said that narrows it. */
    boolean narrows() {
        return soonest || !days.isEmpty() || !times.isEmpty() || !except.isEmpty();
    }

    /** The same with what was said later: a day takes the place of the day, a time of day that of the time. */
    Preference then(Preference said) {
        Preference later = said.within(days);
        List<Window> both = new ArrayList<>(except);
        both.addAll(later.except);
        boolean dayTimes = later.days.stream().anyMatch(day -> !day.times().isEmpty());
        List<Window> sameDays = later.times.isEmpty()
                ? days
                : days.stream().map(day -> day.during()).toList();
        return new Preference(
                later.days.isEmpty() ? sameDays : later.days,
                later.times.isEmpty() && !dayTimes ? times : later.times,
                later.days.isEmpty() ? both : later.except,
                later.soonest || (soonest && !later.narrows()),
                Bare.NO,
                later.noSuchDay);
    }

    /**
     * "Friday" after "the week after next" is the one in that week; "no, Thursday" after a Friday, the one beside it; "the tenth"
     * after "in February" is of February.
     */
    private Preference within(List<Window> before) {
        Optional<LocalDateTime> from = before.size() == 1 ? before.get(0).from() : Optional.empty();
        Optional<LocalDateTime> to = before.size() == 1 ? before.get(0).to() : Optional.empty();
        boolean oneDay = days.size() == 1
                && days.get(0).from().isPresent()
                && days.get(0).to().equals(days.get(0).from().map(start -> start.plusDays(1)));
        if (bare == Bare.NO || from.isEmpty() || to.isEmpty() || !oneDay) {
            return this;
        }
        return bare == Bare.WEEKDAY ? inWeek(from.get(), to.get()) : inMonth(from.get(), to.get());
    }

    private Preference inWeek(LocalDateTime from, LocalDateTime to) {
        boolean weeks = !from.plusDays(DAYS_OF_WORK).isAfter(to);
        LocalDateTime first = weeks ? from : monday(from);
        LocalDateTime end = weeks ? to : first.plusWeeks(1);
        LocalDateTime day = days.get(0).from().orElse(first);
        while (day.isBefore(first)) {
            day = day.plusWeeks(1);
        }
        return day.isBefore(end) ? on(day.toLocalDate()) : this;
    }

    /** Of that month, unless it is over there; where a whole month was spoken of that has no such day, it is asked for again. */
    private Preference inMonth(LocalDateTime from, LocalDateTime to) {
        YearMonth month = YearMonth.from(from);
        LocalDate next = days.get(0).from().orElse(from).toLocalDate();
        int day = next.getDayOfMonth();
        boolean whole = from.equals(month.atDay(1).atStartOfDay())
                && to.equals(month.plusMonths(1).atDay(1).atStartOfDay());
        if (!whole && !oneDay(Window.between(from, to))) {
            return this;
        }
        if (!month.isValidDay(day)) {
            return whole
                    ? new Preference(List.of(Window.between(from, to)), times, except, soonest, Bare.NO, true)
                    : this;
        }
        return month.atDay(day).isBefore(next) ? this : on(month.atDay(day));
    }

    private Preference on(LocalDate day) {
        Window there = Window.on(day).during(days.get(0).times().toArray(TimeRange[]::new));
        return new Preference(List.of(there), times, except, soonest);
    }

    private static LocalDateTime monday(LocalDateTime day) {
        return day.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay();
    }

    /** What was named by being ruled out, "I can't make the sixteenth": the day itself. */
    Preference named() {
        return days.isEmpty() && times.isEmpty() ? new Preference(except, List.of(), List.of(), false) : this;
    }

    /** Whether it names times of day. */
    boolean timed() {
        return windows().stream().anyMatch(window -> !window.times().isEmpty());
    }

    /** Whether some of a day may suit. */
    boolean mayBeOn(LocalDate day) {
        LocalDateTime start = day.atStartOfDay();
        return days.isEmpty()
                || days.stream()
                        .anyMatch(window -> (window.days().isEmpty()
                                        || window.days().contains(day.getDayOfWeek()))
                                && window.from()
                                        .map(from -> from.isBefore(start.plusDays(1)))
                                        .orElse(true)
                                && window.to().map(to -> to.isAfter(start)).orElse(true));
    }

    /** So much later or earlier than a moment; at the same hour where it is by days. */
    static Preference by(SpokenShift.Shift shift, LocalDateTime moment) {
        LocalDateTime near = shift.from(moment);
        LocalDateTime far = shift.upTo(moment);
        LocalDateTime first = near.isBefore(far) ? near : far;
        LocalDateTime last = near.isBefore(far) ? far : near;
        boolean oneDay = first.toLocalDate().equals(last.toLocalDate());
        Window days = Window.between(
                first.toLocalDate().atStartOfDay(),
                last.toLocalDate().plusDays(1).atStartOfDay());
        TimeRange hours = oneDay
                ? new TimeRange(minute(first.toLocalTime()), minute(last.toLocalTime()) + 1)
                : range(moment.toLocalTime());
        return new Preference(List.of(days), List.of(hours), List.of(), false);
    }

    /** Whether it is one moment: who named it need not choose it. */
    boolean exact() {
        List<Window> windows = windows();
        return windows.size() == 1
                && oneDay(windows.get(0))
                && windows.get(0).times().size() == 1
                && windows.get(0).times().get(0).to()
                                - windows.get(0).times().get(0).from()
                        == 1;
    }

    /** The same without these moments: who was offered them wanted none of them. */
    Preference without(List<Window> refused) {
        List<Window> both = new ArrayList<>(except);
        both.addAll(refused);
        return new Preference(days, times, both, soonest);
    }

    /** Times that suit; empty means any. */
    List<Window> windows() {
        if (times.isEmpty()) {
            return days;
        }
        TimeRange[] of = times.toArray(TimeRange[]::new);
        return days.isEmpty()
                ? List.of(Window.at(of))
                : days.stream()
                        .map(day -> day.times().isEmpty() ? day.during(of) : day)
                        .toList();
    }

    /**
     * What is looked for when there was nothing: first the times near those that were named, then the whole days and the same
     * times on later ones (who names hours may have no others), then what comes after the first of them, then anything.
     *
     * @param step from 1; empty when there is no further
     */
    Optional<Preference> widened(int step) {
        return Widening.step(this, step);
    }

    static boolean oneDay(Window day) {
        return day.from().isPresent()
                && day.to().isPresent()
                && !day.to().get().isAfter(midnightAfter(day.from().get()));
    }

    private static LocalDateTime midnightAfter(LocalDateTime moment) {
        return moment.toLocalDate().plusDays(1).atStartOfDay();
    }
}

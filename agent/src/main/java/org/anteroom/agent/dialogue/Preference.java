package org.anteroom.agent.dialogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.words.Hours;
import org.anteroom.agent.words.When;
import org.anteroom.agent.words.WhenItem;

/**
 * When a caller would like to come: days and times of day apart, so that a correction changes one of them.
 *
 * @param days any of them will do; empty means every day
 * @param times of the days that have none of their own; empty means all day
 * @param except what won't do
 * @param soonest as soon as possible
 * @param weekday whether the day was named by its weekday alone, so that it may be that of the week that was spoken of
 */
record Preference(List<Window> days, List<TimeRange> times, List<Window> except, boolean soonest, boolean weekday) {
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
    /** "At three" is not refused at half past three. */
    private static final int NEAR = 120;

    Preference {
        days = List.copyOf(days);
        times = List.copyOf(times);
        except = List.copyOf(except);
    }

    Preference(List<Window> days, List<TimeRange> times, List<Window> except, boolean soonest) {
        this(days, times, except, soonest, false);
    }

    /** What was said of when, but for dates of birth. */
    static Preference of(When when, List<String> words) {
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
        return new Preference(days, times, except, soonest, weekday(words)).sorted();
    }

    /** "Tomorrow", "december third" and "next friday" are the same days whatever was spoken of before. */
    private static boolean weekday(List<String> words) {
        return words.stream().anyMatch(InWords.WEEKDAYS::contains)
                && words.stream()
                        .noneMatch(word ->
                                PLACED.contains(word) || InWords.MONTHS.contains(word) || ORDINALS.contains(word));
    }

    /** Times that all the days have in common are times of day: who then names another day wants them there as well. */
    private Preference sorted() {
        Optional<List<TimeRange>> common =
                days.stream().map(Window::times).distinct().reduce((one, other) -> List.of());
        if (!times.isEmpty() || common.isEmpty() || common.get().isEmpty()) {
            return this;
        }
        List<Window> plain = days.stream().map(Window::during).toList();
        return new Preference(plain, common.get(), except, soonest, weekday);
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

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /** For staff: the days and the times of day, as a calendar writes them. */
    String written() {
        List<String> parts = new ArrayList<>();
        windows().forEach(window -> parts.add(written(window)));
        if (soonest) {
            parts.add("as soon as possible");
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
        return new Preference(
                later.days.isEmpty() ? days : later.days,
                later.times.isEmpty() && !dayTimes ? times : later.times,
                later.days.isEmpty() ? both : later.except,
                later.soonest || (soonest && !later.narrows()));
    }

    /** "Friday" after "the week after next" is the one in that week; "no, Thursday" after a Friday, the one beside it. */
    private Preference within(List<Window> before) {
        Optional<LocalDateTime> from = before.size() == 1 ? before.get(0).from() : Optional.empty();
        Optional<LocalDateTime> to = before.size() == 1 ? before.get(0).to() : Optional.empty();
        boolean oneDay = days.size() == 1
                && days.get(0).from().isPresent()
                && days.get(0).to().equals(days.get(0).from().map(start -> start.plusDays(1)));
        if (!weekday || from.isEmpty() || to.isEmpty() || !oneDay) {
            return this;
        }
        boolean weeks = !from.get().plusDays(DAYS_OF_WORK).isAfter(to.get());
        LocalDateTime first = weeks ? from.get() : monday(from.get());
        LocalDateTime end = weeks ? to.get() : first.plusWeeks(1);
        LocalDateTime day = days.get(0).from().get();
        while (day.isBefore(first)) {
            day = day.plusWeeks(1);
        }
        Window there = Window.on(day.toLocalDate()).during(days.get(0).times().toArray(TimeRange[]::new));
        return day.isBefore(end) ? new Preference(List.of(there), times, except, soonest) : this;
    }

    private static LocalDateTime monday(LocalDateTime day) {
        return day.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay();
    }

    /** Whether it is one moment: who named it need not choose it. */
    boolean exact() {
        List<Window> windows = windows();
        return windows.size() == 1
                && windows.get(0).from().isPresent()
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
        return switch (step) {
            case 1 -> Optional.of(new Preference(
                    days.stream().map(Preference::near).toList(),
                    times.stream().map(Preference::near).toList(),
                    except,
                    soonest));
            case 2 -> Optional.of(wholeDaysOrLater());
            case 3 -> Optional.of(new Preference(
                    first().map(Window::from).map(List::of).orElse(List.of()), List.of(), except, soonest));
            case 4 -> Optional.of(new Preference(List.of(), List.of(), List.of(), true));
            default -> Optional.empty();
        };
    }

    private Preference wholeDaysOrLater() {
        List<TimeRange> hours = windows().stream()
                .flatMap(day -> hours(day).stream())
                .distinct()
                .toList();
        Optional<Window> later = hours.isEmpty()
                ? Optional.empty()
                : first().map(from -> Window.from(from).during(hours.toArray(TimeRange[]::new)));
        List<Window> both = Stream.concat(days.stream().map(Preference::whole), later.stream())
                .toList();
        return new Preference(both, List.of(), except, soonest);
    }

    /** What is told of one day's hours, "thursday after three", may stand in its bounds. */
    private static Window whole(Window day) {
        return day.from()
                .filter(from -> oneDay(day))
                .map(from -> Window.on(from.toLocalDate()))
                .orElse(day.during());
    }

    private static boolean oneDay(Window day) {
        return day.from().isPresent()
                && day.to().isPresent()
                && !day.to().get().isAfter(midnightAfter(day.from().get()));
    }

    private static LocalDateTime midnightAfter(LocalDateTime moment) {
        return moment.toLocalDate().plusDays(1).atStartOfDay();
    }

    private static List<TimeRange> hours(Window day) {
        if (!day.times().isEmpty() || !oneDay(day)) {
            return day.times().stream().map(Preference::near).toList();
        }
        int from = minute(day.from().orElseThrow().toLocalTime());
        LocalDateTime end = day.to().orElseThrow();
        int to = end.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : minute(end.toLocalTime());
        return to - from == DAY ? List.of() : List.of(new TimeRange(from, to));
    }

    private Optional<LocalDateTime> first() {
        return days.stream()
                .flatMap(day -> day.from().stream())
                .map(LocalDateTime::toLocalDate)
                .min(LocalDate::compareTo)
                .map(LocalDate::atStartOfDay);
    }

    private static Window near(Window day) {
        return day.times().isEmpty()
                ? day
                : day.during(day.times().stream().map(Preference::near).toArray(TimeRange[]::new));
    }

    private static TimeRange near(TimeRange time) {
        return time.to() - time.from() > 1
                ? time
                : new TimeRange(Math.max(0, time.from() - NEAR), Math.min(DAY, time.to() + NEAR));
    }
}

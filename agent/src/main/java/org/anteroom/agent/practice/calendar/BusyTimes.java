package org.anteroom.agent.practice.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.anteroom.agent.practice.book.Busy;
import org.anteroom.agent.practice.book.RowProblem;

/** Works out which times of a window a calendar takes. Pure. */
final class BusyTimes {
    private static final Exceptions NONE = new Exceptions(List.of());

    private final Busy window;
    private final Budget budget = new Budget();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<CalendarReading.Taken> times = new ArrayList<>();

    private BusyTimes(Busy window) {
        this.window = window;
    }

    /**
     * @param zone of times that name none
     * @param window what lies outside of it is left out
     * @param ours by its UID, whether an event is an appointment of the book, which takes its time already
     */
    static CalendarReading of(String text, ZoneId zone, Busy window, Predicate<String> ours) {
        BusyTimes found = new BusyTimes(window);
        try {
            return found.read(text, zone, ours);
        } catch (Unusable broken) {
            found.problems.add(broken.problem());
            return found.reading(0, 0);
        }
    }

    private CalendarReading read(String text, ZoneId zone, Predicate<String> known) throws Unusable {
        CalendarText taken = CalendarText.of(text, problems);
        Predicate<Component> ours = event -> known.test(Event.uid(event));
        List<Component> others = taken.events().stream().filter(ours.negate()).toList();
        Moments moments = new Moments(new Zones(taken.zones(), zone, window, budget));
        List<Event> events = new ArrayList<>();
        for (Component each : latest(others)) {
            alone(each.line(), () -> Event.of(each, moments).ifPresent(events::add));
        }
        Map<String, List<Moment>> replaced = new HashMap<>();
        events.forEach(event -> event.replaced()
                .ifPresent(instead -> replaced.computeIfAbsent(event.uid(), none -> new ArrayList<>())
                        .add(instead)));
        Map<String, Exceptions> elsewhere = new HashMap<>();
        replaced.forEach((uid, beginnings) -> elsewhere.put(uid, new Exceptions(beginnings)));
        for (Event event : events) {
            if (event.counts()) {
                Exceptions moved = event.replaced().isPresent() ? NONE : elsewhere.getOrDefault(event.uid(), NONE);
                alone(event.line(), () -> take(event, moved));
            }
        }
        return reading(taken.events().size(), taken.events().size() - others.size());
    }

    private CalendarReading reading(int events, int own) {
        times.sort(Comparator.comparing(CalendarReading.Taken::time).thenComparing(CalendarReading.Taken::line));
        problems.sort(Comparator.comparingLong(RowProblem::line));
        return new CalendarReading(times, events, own, "", problems);
    }

    /** Without those that a later version of the same event replaces. */
    private static List<Component> latest(List<Component> events) {
        Map<String, Integer> newest = new HashMap<>();
        events.forEach(event -> newest.merge(identity(event), sequence(event), Math::max));
        return events.stream()
                .filter(event -> sequence(event) >= newest.getOrDefault(identity(event), 0))
                .toList();
    }

    private static String identity(Component event) {
        return Event.uid(event) + "\n"
                + event.first("RECURRENCE-ID").map(ContentLine::value).orElse("");
    }

    private static int sequence(Component event) {
        String digits = event.first("SEQUENCE").map(ContentLine::word).orElse("0");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /** Something about one event, which may fail without the others. */
    @FunctionalInterface
    private interface Step {
        void take() throws Unusable;
    }

    /** Whatever a stranger has written into an event, the next one is looked at. */
    private void alone(long line, Step step) {
        try {
            step.take();
        } catch (Unusable broken) {
            problems.add(broken.problem());
        } catch (RuntimeException e) {
            problems.add(new RowProblem(
                    line, "VEVENT", "has dates that can't be worked out: correct them, or remove the event"));
        }
    }

    /** @param elsewhere beginnings for which others stand */
    private void take(Event event, Exceptions elsewhere) throws Unusable {
        Exceptions except = new Exceptions(event.except());
        for (Moments.Stretch period : event.periods()) {
            if (!except.name(period.start())) {
                take(event, period.start(), period.end());
            }
        }
        for (Moment begin : begins(event)) {
            if (!except.name(begin) && !elsewhere.name(begin)) {
                take(event, begin, event.end(begin));
            }
        }
    }

    /** Each once; its own first. */
    private Collection<Moment> begins(Event event) throws Unusable {
        Map<Instant, Moment> begins = new LinkedHashMap<>();
        begins.put(event.start().instant(), event.start());
        event.dates().forEach(each -> begins.putIfAbsent(each.instant(), each));
        LocalDateTime from = LocalDateTime.ofInstant(window.from(), ZoneOffset.UTC)
                .minusDays(2 + event.length().ceiling());
        LocalDateTime to = LocalDateTime.ofInstant(window.to(), ZoneOffset.UTC).plusDays(2);
        for (ContentLine rule : event.rules()) {
            for (LocalDateTime time : Recurrence.times(rule, event.start(), from, to, budget)) {
                Moment begin = event.start().at(time);
                begins.putIfAbsent(begin.instant(), begin);
            }
        }
        return begins.values();
    }

    private void take(Event event, Moment begin, Instant end) throws Unusable {
        Instant start = begin.instant();
        if (!start.isBefore(end) || !start.isBefore(window.to()) || !end.isAfter(window.from())) {
            return;
        }
        budget.occurrence(event.line());
        Busy inside = new Busy(
                start.isBefore(window.from()) ? window.from() : start, end.isAfter(window.to()) ? window.to() : end);
        times.add(new CalendarReading.Taken(inside, begin.wholeDay(), event.line()));
    }
}

package org.anteroom.agent.practice.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an event says of when it is; nothing of what it is about.
 *
 * @param line where it begins
 * @param replaced the occurrence of another event with this UID in whose place it stands
 * @param counts whether it takes time: not when it is cancelled, or its owner is free meanwhile
 * @param rules how it repeats
 * @param dates further beginnings
 * @param periods further times, each with its own end
 * @param except beginnings that are none
 */
record Event(
        long line,
        String uid,
        Optional<Moment> replaced,
        boolean counts,
        Moment start,
        Length length,
        List<ContentLine> rules,
        List<Moment> dates,
        List<Moments.Stretch> periods,
        List<Moment> except) {

    /** Empty when it takes no time, nor any from another event. */
    static Optional<Event> of(Component event, Moments moments) throws Unusable {
        Optional<Moment> replaced = replaced(event, moments);
        if (!counts(event)) {
            return replaced.map(instead -> new Event(
                    event.line(),
                    uid(event),
                    replaced,
                    false,
                    instead,
                    Length.ofDays(0),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        Moment start = moments.one(event.required("DTSTART"));
        Optional<ContentLine> old = event.first("EXRULE");
        if (old.isPresent()) {
            throw new Unusable(old.get(), "is not in iCalendar any more: write the dates as EXDATE");
        }
        List<Moment> dates = new ArrayList<>();
        List<Moments.Stretch> periods = new ArrayList<>();
        for (ContentLine line : event.all("RDATE")) {
            if (line.is("VALUE", "PERIOD")) {
                periods.addAll(moments.periods(line));
            } else {
                dates.addAll(moments.all(line));
            }
        }
        List<Moment> except = new ArrayList<>();
        for (ContentLine line : event.all("EXDATE")) {
            except.addAll(moments.all(line));
        }
        return Optional.of(new Event(
                event.line(),
                uid(event),
                replaced,
                true,
                start,
                length(event, start, moments),
                replaced.isPresent() ? List.of() : event.all("RRULE"),
                dates,
                periods,
                except));
    }

    /** One without is nobody's double. */
    static String uid(Component event) {
        return event.first("UID")
                .map(line -> line.value().strip())
                .filter(uid -> !uid.isEmpty())
                .orElse("line " + event.line());
    }

    private static boolean counts(Component event) {
        return event.first("STATUS")
                        .filter(line -> line.word().equals("CANCELLED"))
                        .isEmpty()
                && event.first("TRANSP")
                        .filter(line -> line.word().equals("TRANSPARENT"))
                        .isEmpty();
    }

    private static Optional<Moment> replaced(Component event, Moments moments) throws Unusable {
        Optional<ContentLine> line = event.first("RECURRENCE-ID");
        if (line.isEmpty()) {
            return Optional.empty();
        }
        if (line.get().parameters().containsKey("RANGE")) {
            throw new Unusable(
                    line.get(),
                    "stands for all that follow (RANGE), which can't be used: end the series and begin another");
        }
        return Optional.of(moments.one(line.get()));
    }

    private static Length length(Component event, Moment start, Moments moments) throws Unusable {
        Optional<ContentLine> end = event.first("DTEND");
        if (end.isPresent()) {
            Moment last = moments.one(end.get());
            if (start.wholeDay() && last.wholeDay()) {
                long days = ChronoUnit.DAYS.between(start.wall(), last.wall());
                if (days < 0) {
                    throw backwards(end.get());
                }
                // Some programs mean the day itself.
                return Length.ofDays(Math.max(1, days));
            }
            if (last.instant().isBefore(start.instant())) {
                throw backwards(end.get());
            }
            return Length.exactly(start.instant(), last.instant());
        }
        Optional<ContentLine> duration = event.first("DURATION");
        if (duration.isPresent()) {
            return Length.parse(duration.get().word())
                    .orElseThrow(() -> new Unusable(duration.get(), "must be a length such as PT1H30M or P1D"));
        }
        return Length.ofDays(start.wholeDay() ? 1 : 0);
    }

    private static Unusable backwards(ContentLine end) {
        return new Unusable(end, "lies before DTSTART: write the end after the beginning");
    }

    Instant end(Moment begin) {
        return length.end(begin);
    }
}

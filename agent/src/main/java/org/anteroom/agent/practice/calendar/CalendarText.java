package org.anteroom.agent.practice.calendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.anteroom.agent.practice.book.RowProblem;

/** The text of a calendar, taken apart: its events and time zones, with their lines. */
final class CalendarText {
    /** More than ten years of a full calendar. */
    static final int MOST_EVENTS = 20_000;
    /** More tell nobody more. */
    private static final int MOST_PROBLEMS = 1_000;

    private static final int DEEPEST = 8;
    private static final String CALENDAR = "VCALENDAR";
    private static final String EVENT = "VEVENT";
    private static final String ZONE = "VTIMEZONE";
    private static final String FREE_BUSY = "VFREEBUSY";

    /** What is kept; everything else may be about a patient. */
    private static final Set<String> OF_USE = Set.of(
            "UID",
            "SEQUENCE",
            "STATUS",
            "TRANSP",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "EXRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "TZID",
            "TZOFFSETFROM",
            "TZOFFSETTO");

    /** A component whose end has not come yet. */
    private record Open(String name, long line, List<ContentLine> lines, List<Component> parts) {
        Open(String name, long line) {
            this(name, line, new ArrayList<>(), new ArrayList<>());
        }
    }

    private final List<RowProblem> problems;
    private final List<Component> events = new ArrayList<>();
    private final List<Component> zones = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean begun;

    private CalendarText(List<RowProblem> problems) {
        this.problems = problems;
    }

    /**
     * Takes it apart.
     *
     * @param problems gets those of single lines
     * @throws Unusable when it is no calendar, or not a whole one
     */
    static CalendarText of(String text, List<RowProblem> problems) throws Unusable {
        CalendarText taken = new CalendarText(problems);
        long last = taken.lines(text);
        if (!taken.open.isEmpty()) {
            Open first = taken.open.getLast();
            throw new Unusable(
                    last,
                    "",
                    "the file ends here within the " + first.name() + " of line " + first.line()
                            + ": it is not whole; copy or export it again");
        }
        if (!taken.begun) {
            throw noCalendar(1);
        }
        return taken;
    }

    List<Component> events() {
        return events;
    }

    List<Component> zones() {
        return zones;
    }

    /** Puts lines together that were folded; answers how many there were. */
    private long lines(String text) throws Unusable {
        StringBuilder unfolded = new StringBuilder();
        long began = 1;
        long number = 0;
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int stop = newline < 0 ? text.length() : newline;
            int end = stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            number++;
            boolean goesOn = end > at && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
            if (goesOn && begun) {
                unfolded.append(text, at + 1, end);
            } else {
                line(began, unfolded.toString());
                unfolded.setLength(0);
                unfolded.append(text, at, end);
                began = number;
                begun = true;
            }
            at = stop + 1;
        }
        line(began, unfolded.toString());
        return Math.max(number, 1);
    }

    private void line(long number, String text) throws Unusable {
        if (text.isBlank()) {
            return;
        }
        ContentLine line;
        try {
            line = ContentLine.parse(number, text);
        } catch (Unusable broken) {
            if (open.isEmpty()) {
                throw noCalendar(number);
            }
            problems.add(broken.problem());
            if (problems.size() >= MOST_PROBLEMS) {
                throw new Unusable(number, "", "is one of very many that can't be read: export the calendar anew");
            }
            return;
        }
        switch (line.name()) {
            case "BEGIN" -> begin(line);
            case "END" -> end(line);
            default -> {
                if (open.isEmpty()) {
                    throw noCalendar(number);
                }
                if (OF_USE.contains(line.name())) {
                    open.getFirst().lines().add(line);
                }
            }
        }
    }

    private void begin(ContentLine line) throws Unusable {
        if (open.isEmpty() && !line.word().equals(CALENDAR)) {
            throw noCalendar(line.number());
        }
        if (open.size() >= DEEPEST) {
            throw new Unusable(line, "stands within too many others: export the calendar anew");
        }
        open.addFirst(new Open(line.word(), line.number()));
    }

    private void end(ContentLine line) throws Unusable {
        if (open.isEmpty() || !open.getFirst().name().equals(line.word())) {
            throw new Unusable(
                    line,
                    open.isEmpty()
                            ? "ends nothing: export the calendar anew"
                            : "comes before the end of the " + open.getFirst().name() + " of line "
                                    + open.getFirst().line() + ": export the calendar anew");
        }
        Open ended = open.removeFirst();
        Component whole = new Component(ended.name(), ended.line(), ended.lines(), ended.parts());
        if (open.size() == 1 && ended.name().equals(EVENT)) {
            if (events.size() == MOST_EVENTS) {
                throw new Unusable(
                        ended.line(),
                        EVENT,
                        "is one more than the " + MOST_EVENTS
                                + " that a calendar may have: export it from this year on");
            }
            events.add(whole);
        } else if (open.size() == 1 && ended.name().equals(ZONE)) {
            zones.add(whole);
        } else if (open.size() == 1 && ended.name().equals(FREE_BUSY)) {
            problems.add(new RowProblem(
                    ended.line(),
                    FREE_BUSY,
                    "tells of busy times without events, which is not read: export the events"));
        } else if (open.size() > 1) {
            open.getFirst().parts().add(whole);
        }
    }

    private static Unusable noCalendar(long line) {
        return new Unusable(
                line, "", "is not within BEGIN:VCALENDAR and END:VCALENDAR: export the file as iCalendar (.ics)");
    }
}

package org.anteroom.agent.practice.calendar;

import java.util.List;
import java.util.stream.Stream;
import org.anteroom.agent.practice.book.Busy;
import org.anteroom.agent.practice.book.RowProblem;

/**
 * What was read of a calendar.
 *
 * @param times in order, within the window
 * @param own events that the appointment book itself gave out, which take no time beside the appointments that they are
 * @param trouble why nothing could be read at all; empty when it could
 * @param problems of events that can't be used, in the order of the file
 */
public record CalendarReading(List<Taken> times, int events, int own, String trouble, List<RowProblem> problems) {
    /**
     * One occurrence of an event.
     *
     * @param line where the event begins
     */
    public record Taken(Busy time, boolean wholeDay, long line) {}

    public CalendarReading {
        times = List.copyOf(times);
        problems = List.copyOf(problems);
    }

    static CalendarReading unreadable(String trouble) {
        return new CalendarReading(List.of(), 0, 0, trouble, List.of());
    }

    /** Whether all of it can be used. */
    public boolean whole() {
        return trouble.isEmpty() && problems.isEmpty();
    }

    /** Each once, in order. */
    public List<Busy> busy() {
        return times.stream().map(Taken::time).distinct().sorted().toList();
    }

    /** Everything that is wrong, a line each: what, where, what to do. */
    public List<String> wrong() {
        return Stream.concat(
                        Stream.of(trouble).filter(sentence -> !sentence.isEmpty()),
                        problems.stream().map(RowProblem::toString))
                .toList();
    }
}

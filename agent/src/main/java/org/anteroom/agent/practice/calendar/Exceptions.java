package org.anteroom.agent.practice.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Beginnings that don't count; looked up at once however many there are. */
final class Exceptions {
    private final Set<Instant> instants = new HashSet<>();
    /** Of those that are dates alone: whatever begins on one. */
    private final Set<LocalDate> dates = new HashSet<>();
    /** For what lasts whole days, where some programs write a time. */
    private final Set<LocalDate> days = new HashSet<>();

    Exceptions(Collection<Moment> moments) {
        for (Moment each : moments) {
            LocalDate day = each.wall().toLocalDate();
            days.add(day);
            if (each.wholeDay()) {
                dates.add(day);
            } else {
                instants.add(each.instant());
            }
        }
    }

    boolean name(Moment begin) {
        LocalDate day = begin.wall().toLocalDate();
        return dates.contains(day) || (begin.wholeDay() ? days.contains(day) : instants.contains(begin.instant()));
    }
}

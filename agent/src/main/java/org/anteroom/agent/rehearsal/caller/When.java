package org.anteroom.agent.rehearsal.caller;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * When a caller can come, exactly, and how they say it.
 *
 * @param days those that suit; empty means any
 * @param from first minute of the day that suits
 * @param to first minute after it
 * @param spoken "on tuesday morning"; empty where they have no wish
 */
public record When(Set<LocalDate> days, int from, int to, String spoken) {
    private static final int MIDNIGHT = 24 * 60;

    /** Any time. */
    public static final When ANY = new When(Set.of(), 0, MIDNIGHT, "");

    public When {
        days = Set.copyOf(days);
    }

    /** Whether they have no wish. */
    public boolean any() {
        return spoken.isEmpty();
    }

    /** Whether a visit that begins then suits. */
    public boolean suits(LocalDateTime time) {
        int minute = time.getHour() * 60 + time.getMinute();
        return (days.isEmpty() || days.contains(time.toLocalDate())) && from <= minute && minute < to;
    }
}

package org.anteroom.agent.practice.book;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How far an appointment has come, in the words of FHIR R4 (Appointment.status). */
public enum AppointmentState {
    /** Its time is kept; staff have not said yes. */
    PROPOSED,
    /** Staff wait for somebody else. */
    PENDING,
    BOOKED,
    ARRIVED,
    FULFILLED,
    CANCELLED,
    NOSHOW;

    /** Whether its time is nobody else's. */
    public boolean occupies() {
        return this != CANCELLED && this != NOSHOW;
    }

    /** Whether it is still to come. */
    public boolean open() {
        return this == PROPOSED || this == PENDING || this == BOOKED;
    }

    /** The table of all steps there are. */
    boolean leadsTo(AppointmentState next) {
        return switch (this) {
            case PROPOSED -> Set.of(PENDING, BOOKED, CANCELLED).contains(next);
            case PENDING -> Set.of(BOOKED, CANCELLED).contains(next);
            case BOOKED -> Set.of(ARRIVED, FULFILLED, CANCELLED, NOSHOW).contains(next);
            case ARRIVED -> Set.of(FULFILLED, CANCELLED).contains(next);
            case FULFILLED, CANCELLED, NOSHOW -> false;
        };
    }

    /** As files and FHIR write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AppointmentState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}

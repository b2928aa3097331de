package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A stored appointment.
 *
 * @param number for people, from 1
 * @param id for machines and the audit trail
 * @param patient id of the patient
 * @param madeAt when it was asked for
 * @param confirmedAt when the patient said that they will come
 * @param late whether it was cancelled or moved within the practice's notice
 * @param movedTo id of the appointment that took its place
 * @param externalId by which another system knows it
 */
public record Appointment(
        long number,
        String id,
        String patient,
        Offer time,
        AppointmentState state,
        boolean confidential,
        Instant madeAt,
        Optional<Instant> confirmedAt,
        boolean late,
        Optional<String> movedTo,
        Optional<String> reason,
        Optional<String> externalId) {
    public Appointment {
        requireNonNull(id, "id");
        requireNonNull(patient, "patient");
        requireNonNull(time, "time");
        requireNonNull(state, "state");
    }

    Appointment in(AppointmentState next) {
        return changed(next, confirmedAt, late, movedTo);
    }

    Appointment confirmed(Instant when) {
        return changed(state, Optional.of(when), late, movedTo);
    }

    /** Cancelled, or moved to another. */
    Appointment left(boolean tooLate, Optional<String> to) {
        return changed(AppointmentState.CANCELLED, confirmedAt, tooLate, to);
    }

    private Appointment changed(
            AppointmentState next, Optional<Instant> confirmed, boolean tooLate, Optional<String> to) {
        return new Appointment(
                number, id, patient, time, next, confidential, madeAt, confirmed, tooLate, to, reason, externalId);
    }

    /** Never why they come. */
    @Override
    public String toString() {
        return "Appointment[" + number + ", " + state + "]";
    }
}

package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who comes, and what about.
 *
 * @param patient id of the patient
 * @param newPatient whether the patient has not been here before
 * @param sameDay whether the practice's same-day rule let it in
 * @param confidential never spoken, reminded of, or told to a proxy
 * @param approve whether staff must say yes, whatever the visit type says
 * @param reason in the patient's words, where they are kept
 */
public record Visit(
        String patient,
        boolean newPatient,
        boolean sameDay,
        boolean confidential,
        boolean approve,
        Optional<String> reason) {
    public Visit {
        requireNonNull(patient, "patient");
        requireNonNull(reason, "reason");
    }

    public Visit(String patient, boolean newPatient, boolean sameDay, boolean confidential, Optional<String> reason) {
        this(patient, newPatient, sameDay, confidential, false, reason);
    }

    /** A known patient comes; nothing else is said. */
    public static Visit of(String patient) {
        return new Visit(patient, false, false, false, Optional.empty());
    }

    public Visit about(String words) {
        return new Visit(patient, newPatient, sameDay, confidential, approve, Optional.of(words));
    }

    public Visit first() {
        return new Visit(patient, true, sameDay, confidential, approve, reason);
    }

    /** Staff must say yes. */
    public Visit ifApproved() {
        return new Visit(patient, newPatient, sameDay, confidential, true, reason);
    }

    Visit of(Patient other) {
        return new Visit(other.id(), newPatient, sameDay, confidential, approve, reason);
    }

    /** Never why they come. */
    @Override
    public String toString() {
        return "Visit[patient " + patient + "]";
    }
}

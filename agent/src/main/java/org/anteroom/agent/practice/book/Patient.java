package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

/**
 * A stored patient.
 *
 * @param number for people, from 1
 * @param id for machines and the audit trail
 */
public record Patient(long number, String id, PatientDetails details) {
    public Patient {
        requireNonNull(id, "id");
        requireNonNull(details, "details");
    }
}

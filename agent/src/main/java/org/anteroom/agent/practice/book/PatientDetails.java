package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the book keeps of a patient.
 *
 * @param phone the number on file, as digits
 * @param externalId by which the practice's own system knows them
 * @param confidential nothing of their visits is spoken or told to a proxy
 */
public record PatientDetails(
        String name,
        Optional<LocalDate> birth,
        Optional<String> phone,
        Optional<String> externalId,
        boolean confidential) {
    public PatientDetails {
        requireNonNull(name, "name");
        requireNonNull(birth, "birth");
        requireNonNull(phone, "phone");
        requireNonNull(externalId, "externalId");
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "PatientDetails[]";
    }
}

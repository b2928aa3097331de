package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the book keeps of a patient.
 *
 * @param name the patient's; that of an animal's owner
 * @param phone the number on file, as digits
 * @param externalId by which the practice's own system knows them
 * @param confidential nothing of their visits is told to a proxy, nor to anybody who knows name and date of birth alone
 * @param animal empty for people
 */
public record PatientDetails(
        String name,
        Optional<LocalDate> birth,
        Optional<String> phone,
        Optional<String> externalId,
        boolean confidential,
        Optional<Animal> animal) {
    public PatientDetails {
        requireNonNull(name, "name");
        requireNonNull(birth, "birth");
        requireNonNull(phone, "phone");
        requireNonNull(externalId, "externalId");
        requireNonNull(animal, "animal");
    }

    /** Of a person. */
    public PatientDetails(
            String name,
            Optional<LocalDate> birth,
            Optional<String> phone,
            Optional<String> externalId,
            boolean confidential) {
        this(name, birth, phone, externalId, confidential, Optional.empty());
    }

    /** What staff know the patient by: an animal's name with its owner's. */
    public String shownName() {
        return animal.map(one -> one.name() + " (" + name + ")").orElse(name);
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "PatientDetails[]";
    }
}

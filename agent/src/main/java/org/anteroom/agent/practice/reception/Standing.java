package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.book.Appointment;

/**
 * What a caller may have done and hear for a patient. It is never spoken, and {@link Stranger} and {@link Claimed} must lead
 * to the same words.
 */
public sealed interface Standing {
    /** Id of the patient, where one fits. */
    default Optional<String> fits() {
        if (this instanceof Proven proven) {
            return Optional.of(proven.patient());
        }
        return this instanceof Claimed claimed ? Optional.of(claimed.patient()) : Optional.empty();
    }

    /** Nobody on file fits, or several do. */
    record Stranger() implements Standing {}

    /**
     * One patient fits; that is not enough for the task, or the proof failed, or is locked: staff decide.
     *
     * @param patient id
     */
    record Claimed(String patient) implements Standing {
        public Claimed {
            requireNonNull(patient, "patient");
        }
    }

    /**
     * The caller may hear of the appointments and have the task done.
     *
     * @param patient id
     * @param upcoming those still to come, the next first; without those that this caller must not hear of, and empty for
     *     {@link Task#BOOK}
     */
    record Proven(String patient, List<Appointment> upcoming) implements Standing {
        public Proven {
            requireNonNull(patient, "patient");
            upcoming = List.copyOf(upcoming);
        }
    }
}

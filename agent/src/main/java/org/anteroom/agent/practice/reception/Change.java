package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.anteroom.agent.practice.book.Hold;

/** Something to be changed in the appointment book for a caller. */
public sealed interface Change {
    /** Id of the patient that the caller was proven for; empty where none had to be. */
    default Optional<String> proven() {
        if (this instanceof Move move) {
            return Optional.of(move.patient());
        }
        if (this instanceof Cancel cancel) {
            return Optional.of(cancel.patient());
        }
        return this instanceof Confirm confirm ? Optional.of(confirm.patient()) : Optional.empty();
    }

    /**
     * A new appointment.
     *
     * @param claim the patient as the caller named them: one who is not on file is put there
     * @param patient id, where one patient fits
     * @param newPatient whether the caller says that the patient has not been here before
     * @param sameDay whether the same-day rule of the practice let it in
     * @param approve whether staff must say yes, whatever the visit type says; they must too where nobody on file fits a patient
     *     who should be, and where a proxy is not listed
     * @param callBack digits of the number to reach the caller at; empty where none was given
     * @param reason in the caller's words, where they are kept
     */
    record Book(
            Hold hold,
            Claim claim,
            Optional<String> patient,
            boolean newPatient,
            boolean sameDay,
            boolean approve,
            Optional<String> callBack,
            Optional<String> reason)
            implements Change {
        public Book {
            requireNonNull(hold, "hold");
            requireNonNull(claim, "claim");
            requireNonNull(patient, "patient");
            requireNonNull(callBack, "callBack");
            requireNonNull(reason, "reason");
        }

        @Override
        public String toString() {
            return "Book[]";
        }
    }

    /**
     * Another time for an appointment, which must be the patient's.
     *
     * @param patient id of the patient that the caller was proven for
     * @param appointment id
     */
    record Move(String patient, String appointment, Hold to) implements Change {
        public Move {
            requireNonNull(patient, "patient");
            requireNonNull(appointment, "appointment");
            requireNonNull(to, "to");
        }
    }

    /**
     * @param patient id of the patient that the caller was proven for, whose the appointment must be
     * @param appointment id
     */
    record Cancel(String patient, String appointment) implements Change {
        public Cancel {
            requireNonNull(patient, "patient");
            requireNonNull(appointment, "appointment");
        }
    }

    /**
     * @param patient id of the patient that the caller was proven for, whose the appointment must be
     * @param appointment id
     */
    record Confirm(String patient, String appointment) implements Change {
        public Confirm {
            requireNonNull(patient, "patient");
            requireNonNull(appointment, "appointment");
        }
    }
}

package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.anteroom.agent.practice.Inbox;

/**
 * Who asks something of the book.
 *
 * @param actor as in {@link org.anteroom.agent.records.AuditEntry}
 * @param staff whether the rules for callers don't bind them
 * @param patient id of the patient whom a caller speaks for: nobody else's appointments are theirs to change; empty for any
 */
public record Asker(String actor, boolean staff, Optional<String> patient) {
    /** The receptionist, for a caller. */
    public static final Asker CALLER = new Asker(Inbox.RECEPTIONIST, false, Optional.empty());

    public Asker {
        requireNonNull(actor, "actor");
        requireNonNull(patient, "patient");
    }

    public static Asker staff(String actor) {
        return new Asker(actor, true, Optional.empty());
    }

    /** The receptionist, for a caller who may change the appointments of one patient. */
    public static Asker callerFor(String patient) {
        return new Asker(Inbox.RECEPTIONIST, false, Optional.of(patient));
    }

    boolean mayChange(Appointment appointment) {
        return patient.isEmpty() || patient.get().equals(appointment.patient());
    }
}

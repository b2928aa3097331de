package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Store;

/** Looks at appointments; who looked is audited in the same transaction: what can't be audited isn't shown. Any thread. */
final class BookViews {
    private final Store store;
    private final AppointmentTable appointments;

    BookViews(Store store, AppointmentTable appointments) {
        this.store = store;
        this.appointments = appointments;
    }

    CompletableFuture<List<Appointment>> ofPatient(String patient, Instant after, Asker asker, Instant now) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.list", patient));
            return appointments.ofPatient(unit.handle(), patient, after);
        });
    }

    /** @param subject of the audit trail */
    CompletableFuture<List<Appointment>> between(
            Instant from, Instant to, Optional<String> provider, String subject, Asker asker, Instant now) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.list", subject));
            return appointments.between(unit.handle(), from, to, provider);
        });
    }

    CompletableFuture<Optional<Appointment>> nextOf(String provider, Instant after, Asker asker, Instant now) {
        return store.write(unit -> {
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.next", provider));
            return appointments.nextOf(unit.handle(), provider, after);
        });
    }

    CompletableFuture<Optional<Appointment>> byNumber(long number, Asker asker, Instant now) {
        return store.write(unit -> {
            Optional<Appointment> found = appointments.byNumber(unit.handle(), number);
            String subject = found.map(Appointment::id).orElse("none");
            unit.audit(new AuditEntry(now, asker.actor(), "appointment.show", subject));
            return found;
        });
    }
}

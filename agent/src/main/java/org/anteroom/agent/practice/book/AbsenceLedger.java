package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.List;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Unit;

/** The steps of who is out within one transaction: rows and the audit trail together. On the writer's thread. */
final class AbsenceLedger {
    private final AbsenceTable absences = new AbsenceTable();
    private final AppointmentTable appointments;

    AbsenceLedger(AppointmentTable appointments) {
        this.appointments = appointments;
    }

    /** Stores it; the appointments it touches that are still to come. */
    List<Appointment> out(Unit unit, Absence absence, Asker asker, Instant now) {
        absences.insert(unit.handle(), absence, now);
        unit.audit(new AuditEntry(now, asker.actor(), "provider.out", absence.provider()));
        return appointments.of(unit.handle(), absence).stream()
                .filter(each -> each.state().open())
                .toList();
    }

    /** Ends all of a provider's; whether there was any. */
    boolean in(Unit unit, String provider, Asker asker, Instant now) {
        unit.audit(new AuditEntry(now, asker.actor(), "provider.in", provider));
        return absences.end(unit.handle(), provider, now);
    }
}

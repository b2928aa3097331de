package org.anteroom.agent.practice.reception;

import java.time.Instant;
import java.util.Optional;
import org.anteroom.agent.config.PinHash;
import org.anteroom.agent.records.SealedColumns;
import org.jdbi.v3.core.Handle;

/** The SQL of patients' PINs. */
final class PinTable {
    static final String TABLE = "patient_pin";

    private final SealedColumns sealed;

    PinTable(SealedColumns sealed) {
        this.sealed = sealed;
    }

    void insert(Handle handle, String patient, PinHash pin, Instant now) {
        handle.createUpdate(
                        "insert into patient_pin (patient_id, pin_sealed, changed_at) values (:patient, :pin, :now)")
                .bind("patient", patient)
                .bind("pin", sealed.seal(patient, "pin", pin.text()))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Answers whether there was one. */
    boolean remove(Handle handle, String patient) {
        return handle.createUpdate("delete from patient_pin where patient_id = :patient")
                        .bind("patient", patient)
                        .execute()
                > 0;
    }

    Optional<PinHash> of(Handle handle, String patient) {
        return handle.createQuery("select pin_sealed from patient_pin where patient_id = :patient")
                .bind("patient", patient)
                .map((row, context) -> sealed.opened(row, patient, "pin"))
                .findOne()
                .flatMap(PinHash::parse);
    }
}
